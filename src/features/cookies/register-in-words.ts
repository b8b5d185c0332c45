import type { Language } from '#kernel/language.ts'
import type { Cookie } from '#policy/cookies.ts'
import type { PolicyModel } from '#policy/model.ts'
import { cookieTexts } from './cookies.texts.ts'

/** The register of a site as a table: one row for everything that the site can keep in a browser (R4.2). */
export function registerInWords(model: PolicyModel, language: Language) {
  const t = cookieTexts[language]
  return {
    caption: t.caption,
    heads: [t.name, t.kind, t.purpose, t.lifetime, t.setBy],
    rows: model.cookies.map((cookie) => [
      cookie.name,
      t.kinds[cookie.kind],
      cookie.purpose[language],
      lifetimeIn(language, cookie),
      setterOf(model, cookie),
    ]),
  }
}

function lifetimeIn(language: Language, { lifetime: lasts, keptIn }: Cookie): string {
  const t = cookieTexts[language]
  const place = keptIn ? t.inStorage : ''
  if (lasts === 'browser-session') return t.browserSession + place
  return ('days' in lasts ? t.days(lasts.days) : t.minutes(lasts.minutes)) + place
}

const setterOf = ({ controller, processors }: PolicyModel, { setBy }: Cookie) =>
  processors.find(({ id }) => id === setBy)?.name ?? controller.name

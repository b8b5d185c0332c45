import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { type Language, type Texts, texts } from '#kernel/language.ts'
import { type OptionalKind, optionalKinds } from './cookies.ts'
import type { PolicyModel } from './model.ts'
import type { ThirdParty } from './third-parties.ts'

/** What a visitor is asked, word by word, so that it can be shown, hashed and kept as proof. */
export type CookieQuestion = {
  readonly title: string
  readonly text: string
  readonly accept: string
  readonly reject: string
  readonly chooseSelf: string
  readonly kinds: readonly AskedKind[]
}

export type AskedKind = {
  readonly kind: OptionalKind
  readonly label: string
  /** What it is for, who gets it, and that it can be taken back. */
  readonly detail: string
}

const kindNames: Texts<Readonly<Record<OptionalKind, string>>> = texts(
  { functional: 'funktionelle cookies', statistics: 'statistik', marketing: 'markedsføring' },
  { functional: 'functional cookies', statistics: 'statistics', marketing: 'marketing' },
)

const words = texts(
  {
    title: 'Må vi bruge cookies?',
    text: (kinds: string) =>
      `Siden virker uden. Siger du ja, bruger vi dem til ${kinds}. Du kan altid ændre dit valg nederst på siden under Cookies.`,
    accept: 'Ja til alle',
    reject: 'Nej til alle',
    chooseSelf: 'Læs mere, og vælg selv',
    with: (names: string) => `Oplysningerne går til ${names}.`,
    and: 'og',
  },
  {
    title: 'May we use cookies?',
    text: (kinds: string) =>
      `The site works without them. If you say yes, we use them for ${kinds}. You can always change your choice at the bottom of the page under Cookies.`,
    accept: 'Yes to all',
    reject: 'No to all',
    chooseSelf: 'Read more and choose yourself',
    with: (names: string) => `The information goes to ${names}.`,
    and: 'and',
  },
)

/** The question of one site, or null where it sets nothing that needs a yes. `live` are the third parties that it really calls. */
export function cookieQuestionOf(
  model: PolicyModel,
  live: readonly ThirdParty[],
  language: Language,
): CookieQuestion | null {
  const asked = optionalKinds.filter((kind) => isAsked(model, live, kind))
  if (asked.length === 0) return null
  const said = words[language]
  const { title, accept, reject, chooseSelf } = said
  const names = asked.map((kind) => kindNames[language][kind])
  return {
    title,
    text: said.text(listed(names, said.and)),
    accept,
    reject,
    chooseSelf,
    kinds: asked.map((kind) => ({
      kind,
      label: capitalised(kindNames[language][kind]),
      detail: detailOf(model, live, kind, language),
    })),
  }
}

const isAsked = ({ cookies }: PolicyModel, live: readonly ThirdParty[], kind: OptionalKind) =>
  live.some((one) => 'waitsFor' in one && one.waitsFor === kind) ||
  cookies.some((cookie) => cookie.kind === kind && cookie.setBy === 'us')

function detailOf(model: PolicyModel, live: readonly ThirdParty[], kind: OptionalKind, language: Language): string {
  const own = live.filter((one) => 'waitsFor' in one && one.waitsFor === kind)
  const sentences = own.flatMap(({ activity }) => model.activities.filter(({ id }) => id === activity))
  const purposes = model.cookies.filter((cookie) => cookie.kind === kind && cookie.setBy === 'us')
  const names = model.processors
    .filter(({ id }) => own.some(({ processor }) => processor === id))
    .map(({ name }) => name)
  const said = words[language]
  return [
    ...sentences.map(({ sentence }) => sentence[language]),
    ...purposes.map(({ purpose }) => `${purpose[language]}.`),
    ...(names.length > 0 ? [said.with(listed(names, said.and))] : []),
  ].join(' ')
}

const listed = (names: readonly string[], and: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** SHA-256 in hex of exactly what was shown. */
export const textHashOf = (question: CookieQuestion): string => sha256(question)

/** Names what is asked in every language: an answer to another question is no answer to this one. */
export function questionVersion(model: PolicyModel, live: readonly ThirdParty[]): string {
  const both = { da: cookieQuestionOf(model, live, 'da'), en: cookieQuestionOf(model, live, 'en') }
  return sha256(both).slice(0, 12)
}

const sha256 = (value: unknown) =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex')

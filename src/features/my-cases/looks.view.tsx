import { dataInWords } from '#features/policy-pages/index.ts'
import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { lookWords } from './look-words.ts'
import type { LookRow } from './looks.sql.ts'
import { showWhoKnowsTexts } from './show-who-knows.texts.ts'

/** Each use with who, when, why, and what of the person's data was touched. */
export function Looks({ page, looks }: { page: Page; looks: readonly LookRow[] }) {
  const { dateTime } = formats(page.language)
  if (looks.length === 0) return <p>{showWhoKnowsTexts[page.language].empty}</p>
  return (
    <Timeline
      items={looks.map((look) => ({
        time: dateTime(look.at),
        datetime: look.at.toString(),
        title: `${whoIn(look, page.language)} ${whatIn(look, page.language)}`,
        body: (
          <>
            <p>{whyIn(look, page.language)}</p>
            {touchedIn(look, page.language)}
          </>
        ),
      }))}
    />
  )
}

function whoIn({ actor_kind, organisation_name }: LookRow, language: Language): string {
  const t = showWhoKnowsTexts[language]
  if (actor_kind === 'patient') return t.yourself
  return organisation_name && actor_kind !== 'system' ? organisation_name : t.system
}

function whatIn({ action, result }: LookRow, language: Language): string {
  const { done, used, looked, denied } = lookWords[language]
  if (result === 'denied') return denied
  if (result === 'refused') return used
  // The form of a change was opened, and nothing was changed.
  if (result === 'seen' && !/\.(view|list|search|download)$/.test(action)) return looked
  return (done as Readonly<Record<string, string>>)[action] ?? used
}

function whyIn({ purpose }: LookRow, language: Language): string {
  const { why, unknownWhy } = lookWords[language]
  return (purpose && (why as Readonly<Record<string, string>>)[purpose]) || unknownWhy
}

/** What of the person's own data was used; names at work are somebody else's. */
function touchedIn({ touched }: LookRow, language: Language) {
  const own = (touched ?? []).filter((category) => category !== 'business-contact')
  if (own.length === 0) return null
  return <p>{showWhoKnowsTexts[language].touched(dataInWords(own, language))}</p>
}

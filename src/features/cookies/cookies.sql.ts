import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { CookieQuestion } from '#policy/cookie-question.ts'
import type { OptionalKind } from '#policy/cookies.ts'

export type NewChoice = {
  id: string
  consentId: string
  site: string
  version: string
  language: Language
  textHash: string
  question: CookieQuestion
  accepted: readonly OptionalKind[]
  refused: readonly OptionalKind[]
  means: 'banner' | 'page'
  chosenAt: Temporal.Instant
}

/** Keeps the wording once and the answer each time. */
export async function saveChoice(tx: Tx, c: NewChoice): Promise<void> {
  await tx.run(sql`
    insert into cookie_choice_texts (hash, site, version, language, shown, first_answered_at)
    values (${c.textHash}, ${c.site}, ${c.version}, ${c.language}, ${JSON.stringify(c.question)}::jsonb, ${c.chosenAt}::timestamptz)
    on conflict do nothing`)
  await tx.run(sql`
    insert into cookie_choices (id, consent_id, site, text_hash, accepted, refused, means, chosen_at)
    values (${c.id}, ${c.consentId}, ${c.site}, ${c.textHash}, ${c.accepted}::text[], ${c.refused}::text[], ${c.means},
      ${c.chosenAt}::timestamptz)`)
}

/** Erases answers older than the policy's period, and wordings that no answer points to any more. */
export async function eraseChoicesOlderThan(tx: Tx, site: string, limit: Temporal.Instant): Promise<number> {
  const erased = await tx.run(
    sql`delete from cookie_choices where site = ${site} and chosen_at < ${limit}::timestamptz`,
  )
  await tx.run(sql`
    delete from cookie_choice_texts t where t.site = ${site} and t.first_answered_at < ${limit}::timestamptz
      and not exists (select from cookie_choices c where c.text_hash = t.hash)`)
  return erased
}

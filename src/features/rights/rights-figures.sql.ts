import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type AnswersRow = {
  received_on: Temporal.PlainDate
  identified_on: Temporal.PlainDate
  extended: boolean
  answered_on: Temporal.PlainDate
  answers: number
}

/** How many requests were answered since then, by the days that decide whether it was in time. Empty for everybody but the operator. */
export const answersSince = (reader: Reader, since: Temporal.Instant) =>
  reader.rows<AnswersRow>(
    sql`select received_on, identified_on, extended, answered_on, answers from rights_answers(${since})`,
  )

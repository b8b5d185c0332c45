import { type Done, saveReport } from '#features/retention/index.ts'
import { newId } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { EndingStep } from './agreements.ts'
import { casesLeft, type Leaving, remains } from './carry-out.sql.ts'
import { keptOf } from './kept.ts'
import type { Carrying } from './note-ending.ts'

export type Run = {
  readonly leaving: Leaving
  readonly startedAt: Temporal.Instant
  done: Done
  /** Whether anything was finished: a run that only waited leaves no report. */
  advanced: boolean
}

export function advance(run: Run, step: EndingStep, done: Done): void {
  run.leaving.steps.push(step)
  run.done = { ...run.done, ...done }
  run.advanced = true
}

/** Writes what a run did, and what was kept until when because of what, among the reports of erasures. */
export async function reportRun({ services, gate }: Carrying, { leaving, startedAt, done, advanced }: Run) {
  if (!advanced) return
  const { database, now } = services
  const { organisation_id: organisationId, is_insurer: isInsurer, steps } = leaving
  await database.transaction({ kind: 'system' }, async (tx) => {
    const { journals, requests } = await remains(tx, organisationId)
    const { cases, held } = isInsurer ? await casesLeft(tx, organisationId) : { cases: 0, held: 0 }
    const keptUntil = keptOf(gate.model, {
      leftOn: dayOf(leaving.took_effect_at),
      accessUntil: leaving.access_until,
      contactsErased: steps.includes('contacts-erased'),
      journals,
      requests,
      cases,
      held,
    })
    await saveReport(tx, newId(), { kind: 'agreement', organisationId, startedAt, endedAt: now(), done, keptUntil })
  })
}

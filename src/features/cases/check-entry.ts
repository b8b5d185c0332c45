/**
 * What a case from a machine or a file must meet beyond the shape of each value: that the treatment exists and gets the fields it asks for
 * and no others (R1.6), that clinics are known, that dates make sense together. Given a half-read entry, it judges the half that was read.
 */
import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { CaseField } from './case-fields.ts'
import { clinicsWithCvr, treatmentsWithFields } from './check-entry.sql.ts'

export type Treatment = Awaited<ReturnType<typeof treatmentsWithFields>>[number]

export type EntryChoices = {
  readonly treatments: ReadonlyMap<string, Treatment>
  /** A chain's clinics share one number: it means all of them. */
  readonly clinicsByCvr: ReadonlyMap<string, readonly Id<'organisation'>[]>
}

export async function entryChoices(reader: Reader): Promise<EntryChoices> {
  const clinics = Map.groupBy(await clinicsWithCvr(reader), ({ cvr }) => cvr)
  return {
    treatments: new Map((await treatmentsWithFields(reader)).map((treatment) => [treatment.code, treatment])),
    clinicsByCvr: new Map([...clinics].map(([cvr, rows]) => [cvr, rows.map(({ id }) => id)])),
  }
}

/** As far as it could be read; what could not is left out. */
export type EntryDraft = {
  readonly treatmentType?: string | undefined
  readonly details: Readonly<Partial<Record<CaseField, string>>>
  readonly validFrom?: Temporal.PlainDate | undefined
  readonly validUntil?: Temporal.PlainDate | undefined
  readonly clinics?: 'any' | readonly string[] | undefined
  readonly consentedOn?: Temporal.PlainDate | undefined
}

export type EntryFault =
  | { readonly at: CaseField; readonly why: 'field-required' | 'field-not-asked' }
  | { readonly at: 'treatmentType'; readonly why: 'unknown-treatment' }
  | { readonly at: 'validUntil'; readonly why: 'period-backwards' | 'period-over' }
  | { readonly at: 'clinics'; readonly why: 'unknown-clinic' }
  | { readonly at: 'consentedOn'; readonly why: 'date-ahead' }

export const faultsOf = (draft: EntryDraft, choices: EntryChoices, today: Temporal.PlainDate): EntryFault[] => [
  ...treatmentFaults(draft, choices),
  ...dateFaults(draft, today),
  ...(isUnknown(draft.clinics, choices) ? [{ at: 'clinics', why: 'unknown-clinic' } as const] : []),
]

function treatmentFaults({ treatmentType, details }: EntryDraft, { treatments }: EntryChoices): EntryFault[] {
  if (treatmentType === undefined) return []
  const treatment = treatments.get(treatmentType)
  if (!treatment) return [{ at: 'treatmentType', why: 'unknown-treatment' }]
  const given = Object.keys(details).filter((field) => details[field as CaseField]) as CaseField[]
  return [
    ...treatment.required.filter((at) => !given.includes(at)).map((at) => ({ at, why: 'field-required' }) as const),
    ...given.filter((at) => !treatment.asked.includes(at)).map((at) => ({ at, why: 'field-not-asked' }) as const),
  ]
}

function dateFaults({ validFrom, validUntil, consentedOn }: EntryDraft, today: Temporal.PlainDate): EntryFault[] {
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0
  const faults: EntryFault[] = []
  if (validFrom && validUntil && isBefore(validUntil, validFrom))
    faults.push({ at: 'validUntil', why: 'period-backwards' })
  else if (validUntil && isBefore(validUntil, today)) faults.push({ at: 'validUntil', why: 'period-over' })
  if (consentedOn && isBefore(today, consentedOn)) faults.push({ at: 'consentedOn', why: 'date-ahead' })
  return faults
}

const isUnknown = (clinics: EntryDraft['clinics'], { clinicsByCvr }: EntryChoices) =>
  clinics !== undefined && clinics !== 'any' && clinics.some((cvr) => !clinicsByCvr.has(cvr))

/** The clinics behind known CVR numbers, as an approval names them. */
export const clinicsBehind = (clinics: 'any' | readonly string[], { clinicsByCvr }: EntryChoices) =>
  clinics === 'any' ? 'any' : [...new Set(clinics.flatMap((cvr) => clinicsByCvr.get(cvr) ?? []))]

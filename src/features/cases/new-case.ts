import type { ConsentMeans } from '#features/consent/index.ts'
import type { Contact } from '#features/patients/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Permit, PermitFor } from '#policy/permit.ts'
import type { CaseField } from './case-fields.ts'

/** A case as a case handler, a file or a machine enters it. */
export type NewCase = {
  readonly caseNumber: string
  readonly patient: Contact & { readonly cpr: Cpr }
  readonly treatmentType: string
  readonly details: Readonly<Partial<Record<CaseField, string>>>
  readonly approval: {
    readonly sessions: number
    readonly validFrom: Temporal.PlainDate
    readonly validUntil: Temporal.PlainDate
    /** `any`: the patient chooses among all clinics; otherwise among these. */
    readonly clinics: 'any' | readonly Id<'organisation'>[]
  }
  /** The mark that the patient consents to the transfer; null leaves the case undisclosed until it is marked. */
  readonly consent: { readonly consentedOn: Temporal.PlainDate; readonly means: ConsentMeans } | null
}

export type OpenCaseOutcome =
  | { readonly kind: 'opened'; readonly caseId: Id<'case'>; readonly personId: Id<'person'> }
  | { readonly kind: 'case-number-taken' }
  | { readonly kind: 'field-not-asked' }

export type Opening = {
  readonly tx: Tx
  readonly keyring: Keyring
  readonly permit: Permit<'case.create'> | Permit<'import.confirm'>
  readonly permitFor: PermitFor
}

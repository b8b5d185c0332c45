import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Arc, CaseState } from './case-states.ts'
import type { DemoOrganisation } from './organisations.ts'
import type { Random } from './random.ts'
import type { Member } from './team.ts'
import type { Treatment } from './treatments.ts'

/** One case: who, what, where, and what is to become of it. */
export type Telling = {
  readonly caseId: Id<'case'>
  readonly caseNumber: string
  readonly approvalId: Id<'approval'>
  readonly consentMarkId: Id<'consent-mark'>
  readonly handler: Member
  readonly personId: Id<'person'>
  readonly patientId: Id<'patient'>
  readonly key: PersonKey
  readonly treatment: Treatment
  readonly clinic: DemoOrganisation
  readonly state: CaseState
  readonly arc: Arc
  readonly openedAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly random: Random
}

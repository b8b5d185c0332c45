import { type NewCase, openCase } from '#features/cases/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { StaffActor } from '#policy/actor.ts'
import { openGate } from '#policy/gate.ts'
import type { PermitFor } from '#policy/permit.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import type { World } from '#tests/harness/world.ts'
import type { Member, Organisation } from './cast.ts'
import { touchedBy } from './touched-by.ts'

const gate = openGate(referralPolicy)
let caseCount = 0

export type CaseOptions = Partial<Omit<NewCase, 'approval' | 'patient'>> & {
  readonly sessions?: number
  readonly validUntil?: Temporal.PlainDate
  readonly clinics?: 'any' | readonly Organisation[]
  readonly contact?: Partial<Pick<NewCase['patient'], 'phone' | 'email' | 'postcode'>>
}

/** Opens a physiotherapy case for a person, as the case handler would: consent marked today unless `consent: null`. */
export async function openCaseFor(
  world: World,
  handler: Member,
  person: { readonly cpr: Cpr; readonly name: string },
  options: CaseOptions = {},
) {
  const actor: StaffActor = {
    kind: 'staff',
    userId: handler.userId,
    organisationId: handler.organisationId,
    organisationKind: 'insurer',
    roles: ['case-handler'],
  }
  const permitFor: PermitFor = (action, facts, touches) => {
    const decision = gate.decide(action, actor, facts, touches)
    if (decision.kind === 'refused') throw new Error(`Refused: ${action}`)
    return decision.permit
  }
  const today = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const { sessions = 6, validUntil = today.add({ days: 60 }), clinics = 'any' } = options
  const permit = permitFor('case.create', {}, touchedBy('case.create'))
  return world.request.transaction(
    { kind: 'staff', userId: handler.userId, organisationId: handler.organisationId },
    async (tx) => {
      const outcome = await openCase(
        { tx, keyring: world.services.keyring, permit, permitFor },
        {
          caseNumber: options.caseNumber ?? `SAG-${++caseCount}`,
          patient: { phone: null, email: null, postcode: null, ...options.contact, ...person },
          treatmentType: options.treatmentType ?? 'physiotherapy',
          details: options.details ?? { complaint: 'Ondt i lænden', 'body-part': 'Lænd' },
          approval: {
            sessions,
            validFrom: today,
            validUntil,
            clinics: clinics === 'any' ? 'any' : clinics.map(({ id }) => id),
          },
          consent: options.consent === undefined ? { consentedOn: today, means: 'oral' } : options.consent,
        },
      )
      if (outcome.kind !== 'opened') throw new Error(`The case was not opened: ${outcome.kind}`)
      await writeAudit(tx, { permit, result: 'done', now: world.clock.now(), viewed: [outcome] })
      return outcome as { caseId: Id<'case'>; personId: Id<'person'> }
    },
  )
}

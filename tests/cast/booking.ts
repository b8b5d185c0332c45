import assert from 'node:assert/strict'
import { appointmentById, bookableCase, bookHold, hold, holdById } from '#features/appointments/index.ts'
import { type FreeTime, freeTimes } from '#features/availability/index.ts'
import { readCpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { Actor, Role } from '#policy/actor.ts'
import { openGate } from '#policy/gate.ts'
import type { Permit, PermitFor } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import type { World } from '#tests/harness/world.ts'
import type { Member } from './cast.ts'
import { openCaseFor } from './open-case.ts'
import { touchedBy } from './touched-by.ts'

const gate = openGate(referralPolicy)

type Acting<Name extends ActionName> = {
  readonly tx: Tx
  readonly now: Temporal.Instant
  readonly permit: Permit<Name>
  readonly permitFor: PermitFor
}

const permitsOf =
  (actor: Actor): PermitFor =>
  (action, facts, touches) => {
    const decision = gate.decide(action, actor, facts, touches)
    if (decision.kind === 'refused') throw new Error(`Refused: ${action}`)
    return decision.permit
  }

/** Does what an action would do for a patient who is logged in: one transaction under their row-level policies, audited. */
export function asPatient<Name extends ActionName, Value>(
  world: World,
  { personId, caseId }: { readonly personId: Id<'person'>; readonly caseId: Id<'case'> },
  { asks, work }: { readonly asks: Name; readonly work: (acting: Acting<Name>) => Promise<Value> },
): Promise<Value> {
  const permitFor = permitsOf({ kind: 'patient', personId })
  const permit = permitFor(asks, { personId, caseId, consentLive: true }, touchedBy(asks))
  return world.request.transaction({ kind: 'patient', personId }, async (tx) => {
    const value = await work({ tx, now: world.clock.now(), permit, permitFor })
    await writeAudit(tx, { permit, result: 'done', now: world.clock.now() })
    return value
  })
}

/** The same for a clinic's member of staff, on a case that is disclosed to the clinic. */
export function asClinic<Name extends ActionName, Value>(
  world: World,
  { userId, organisationId, role = 'secretary' }: Member & { readonly role?: Role },
  { asks, work }: { readonly asks: Name; readonly work: (acting: Acting<Name>) => Promise<Value> },
): Promise<Value> {
  const actor: Actor = { kind: 'staff', userId, organisationId, organisationKind: 'clinic', roles: [role] }
  const permitFor = permitsOf(actor)
  const permit = permitFor(asks, { disclosedTo: [organisationId] }, touchedBy(asks))
  return world.request.transaction({ kind: 'staff', userId, organisationId }, async (tx) => {
    const value = await work({ tx, now: world.clock.now(), permit, permitFor })
    await writeAudit(tx, { permit, result: 'done', now: world.clock.now() })
    return value
  })
}

/** As many different people as asked for, with replacement numbers that no real person has. */
export const crowd = (count: number) =>
  Array.from({ length: count }, (_, index) => {
    const letter = (n: number) => String.fromCharCode(65 + n)
    const read = readCpr(`0101907${letter(Math.floor(index / 260))}${letter(Math.floor(index / 10) % 26)}${index % 10}`)
    if (!read.ok) throw new Error('Not a CPR number')
    return { cpr: read.value, name: `Prøve Nummer ${index + 1}` }
  })

type Booked = { readonly personId: Id<'person'>; readonly caseId: Id<'case'> }

/** Holds a time as the patient. */
export const holdAs = (
  world: World,
  whose: Booked,
  time: { readonly practitionerId: Id<'practitioner'>; readonly startsAt: Temporal.Instant },
  movesId: Id<'appointment'> | null = null,
) =>
  asPatient(world, whose, {
    asks: 'time.hold',
    async work({ tx, now, permit }) {
      const booking = await bookableCase(tx, whose.caseId, now)
      assert.ok(booking)
      const moves = movesId && (await appointmentById(tx, movesId))
      return hold({ tx, now }, permit, { booking, moves, practitionerId: time.practitionerId, startsAt: time.startsAt })
    },
  })

/** Books a hold as the patient. */
export const bookAs = (world: World, whose: Booked, holdId: Id<'hold'>) =>
  asPatient(world, whose, {
    asks: 'appointment.book',
    async work({ tx, now, permit, permitFor }) {
      const [held, booking] = [await holdById(tx, holdId), await bookableCase(tx, whose.caseId, now)]
      assert.ok(held && booking)
      const moved = held.moves_appointment_id && (await appointmentById(tx, held.moves_appointment_id))
      return bookHold({ tx, now }, permit, { booking, hold: held, moved, mayDisclose: permitFor })
    },
  })

/** Holds and books; fails when either is refused. */
export async function appointmentFor(
  world: World,
  whose: Booked,
  time: Parameters<typeof holdAs>[2],
): Promise<Id<'appointment'>> {
  const held = await holdAs(world, whose, time)
  if (held.kind !== 'held') throw new Error(`Not held: ${held.reason}`)
  const booked = await bookAs(world, whose, held.holdId)
  if (booked.kind !== 'booked') throw new Error(`Not booked: ${booked.reason}`)
  return booked.appointmentId
}

/** What a patient is offered at a clinic from tomorrow on, for physiotherapy. */
export const timesAt = (world: World, clinic: { readonly id: Id<'organisation'> }, limit = 20) => {
  const now = world.clock.now()
  const from = dayOf(now).add({ days: 2 })
  return world.request.transaction({ kind: 'patient' }, (tx) =>
    freeTimes(tx, {
      treatmentType: 'physiotherapy',
      clinicIds: [clinic.id],
      from,
      until: from.add({ days: 30 }),
      limit,
      now,
    }),
  )
}

const strangers = crowd(200)

/** Somebody new with a case and a browser, who can hold times. */
export async function bookingVisitor(world: World, handler: Member) {
  const whose = await openCaseFor(world, handler, strangers.pop()!)
  const browser = await world.browser({ personId: whose.personId })
  const hold = ({ practitionerId, startsAt }: FreeTime, more: { readonly moves?: string } = {}) =>
    browser.post(routes.my.hold.create.href(whose), { time: `${practitionerId}~${startsAt}`, ...more })
  return { ...whose, browser, hold }
}

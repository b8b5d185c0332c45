import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { World } from '#tests/harness/world.ts'

type Visit = {
  readonly caseId: Id<'case'>
  readonly practitionerId: Id<'practitioner'>
  readonly roomId: Id<'room'>
  readonly startsAt: Temporal.Instant
}

/** A booked visit of 45 minutes that takes the next session of its case's approval: for setting the scene, also in the past. */
export async function bookVisit(world: World, { caseId, practitionerId, roomId, startsAt }: Visit) {
  const id = newId<'appointment'>()
  const endsAt = startsAt.add({ minutes: 45 })
  await world.sql(
    `with logged as (select append_audit_event('clinic-appointment.book', '{}', null, null, null))
     insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id, starts_at, ends_at, root_id, booked_by_kind)
     select $1, p.organisation_id, c.insurer_id, c.id, c.person_id, c.treatment_type, p.id, $4, $5, $6, $1, 'clinic'
     from cases c, practitioners p, logged where c.id = $2 and p.id = $3`,
    [id, caseId, practitionerId, roomId, startsAt, endsAt],
  )
  await world.sql(
    `insert into occupancies (kind, resource_id, organisation_id, span, appointment_id)
     select taken.kind, taken.id, a.clinic_id, tstzrange(a.starts_at, a.ends_at), a.id
     from appointments a, lateral (values ('practitioner', a.practitioner_id), ('room', a.room_id), ('patient', a.person_id)) taken (kind, id)
     where a.id = $1`,
    [id],
  )
  await world.sql(
    `insert into session_uses (approval_id, ordinal, appointment_id)
     select s.approval_id, s.ordinal, $1 from approval_sessions s join approvals a on a.id = s.approval_id
     where a.case_id = $2 and not exists (select from session_uses u where u.approval_id = s.approval_id and u.ordinal = s.ordinal)
     order by s.ordinal limit 1`,
    [id, caseId],
  )
  return id
}

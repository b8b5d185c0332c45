import type { AuthorisationId } from '#kernel/authorisation-id.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type TreatmentChoice = {
  code: string
  name_da: string
  name_en: string
  profession: string
  room_kind: string
}

/** Every treatment that the service carries, with who gives it and in what kind of room. */
export const treatmentChoices = (reader: Reader) =>
  reader.rows<TreatmentChoice>(
    sql`select code, name_da, name_en, profession, room_kind from treatment_types order by name_da`,
  )

export type ColleagueRow = { id: Id<'user'>; name: string }

/** The clinic's users who treat patients and are not a practitioner of its calendar yet. */
export const unlinkedColleagues = (reader: Reader) =>
  reader.rows<ColleagueRow>(sql`
    select u.id, u.name from users u join user_roles r on r.user_id = u.id and r.role = 'practitioner'
    where u.organisation_id = current_organisation()
      and not exists (select from practitioners p where p.user_id = u.id)
      and not exists (select from user_removals x where x.user_id = u.id)
    order by u.name, u.id`)

export type NewPractitioner = {
  readonly id: Id<'practitioner'>
  readonly name: string
  readonly profession: string
  readonly authorisationId: AuthorisationId | null
  readonly userId: Id<'user'> | null
  readonly services: readonly string[]
}

export async function savePractitioner(tx: Tx, p: NewPractitioner): Promise<void> {
  await tx.run(sql`
    insert into practitioners (id, organisation_id, user_id, name, profession, authorisation_id)
    values (${p.id}, current_organisation(), ${p.userId}, ${p.name}, ${p.profession}, ${p.authorisationId})`)
  await saveServices(tx, p.id, p.services)
}

/** What a practitioner gives from now on. Appointments that are booked stay. */
export async function saveServices(tx: Tx, id: Id<'practitioner'>, services: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from practitioner_services where practitioner_id = ${id} and treatment_type <> all (${services}::text[])`)
  await tx.run(sql`
    insert into practitioner_services (practitioner_id, treatment_type) select ${id}, unnest(${services}::text[]) on conflict do nothing`)
}

/** Null: stays. */
export const savePractitionersLastDay = (tx: Tx, id: Id<'practitioner'>, lastDay: Temporal.PlainDate | null) =>
  tx.run(sql`update practitioners set active_until = ${lastDay}::date where id = ${id}`)

type NewRoom = { readonly id: Id<'room'>; readonly name: string; readonly kind: string }

export const saveRoom = (tx: Tx, { id, name, kind }: NewRoom) =>
  tx.run(
    sql`insert into rooms (id, organisation_id, name, kind) values (${id}, current_organisation(), ${name}, ${kind})`,
  )

/** Null: stays in use. */
export const saveRoomsLastDay = (tx: Tx, id: Id<'room'>, lastDay: Temporal.PlainDate | null) =>
  tx.run(sql`update rooms set active_until = ${lastDay}::date where id = ${id}`)

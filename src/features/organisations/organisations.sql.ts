import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import type { OrganisationKind } from '#policy/actor.ts'
import type { InvitationRow } from './invitations.sql.ts'

export type OrganisationRow = {
  id: Id<'organisation'>
  kind: OrganisationKind
  name: string
  cvr: string
  town: string | null
  created_at: Temporal.Instant
  /** Of an ending that is announced or has taken effect. */
  last_day: Temporal.PlainDate | null
  has_left: boolean
}

/** Every insurer, clinic and hospital, by name. Organisations are known to all. */
export const registeredOrganisations = (reader: Reader) =>
  reader.rows<OrganisationRow>(sql`
    select o.id, o.kind, o.name, o.cvr, o.created_at, l.town, x.last_day,
      exists (select from agreement_effects e where e.organisation_id = o.id) as has_left
    from organisations o left join clinic_locations l on l.clinic_id = o.id
    left join agreement_endings x on x.organisation_id = o.id
      and not exists (select from agreement_endings_taken_back b where b.ending_id = x.id)
    where o.kind <> 'operator' order by lower(o.name), o.id`)

/** The newest of the invitations that the operator's own people sent into each organisation. */
export const firstInvitations = (reader: Reader, operatorId: Id<'organisation'>) =>
  reader.rows<InvitationRow>(sql`
    select distinct on (i.organisation_id) i.id, i.organisation_id, i.name, i.email, i.roles, i.invited_at, i.expires_at,
      i.accepted_at, i.withdrawn_at
    from invitations i join users u on u.id = i.invited_by and u.organisation_id = ${operatorId}
    where i.organisation_id <> ${operatorId} order by i.organisation_id, i.invited_at desc, i.id desc`)

export type NewOrganisation = {
  id: Id<'organisation'>
  kind: OrganisationKind
  name: string
  cvr: string
  email: string
  phone: string
}

/** Violates `organisation_is_registered_once` for the same kind, company number and name. */
export const saveOrganisation = (tx: Tx, o: NewOrganisation) =>
  tx.run(sql`
    insert into organisations (id, kind, name, cvr, email, phone)
    values (${o.id}, ${o.kind}, ${o.name}, ${o.cvr}, ${o.email}, ${o.phone})`)

export type NewLocation = {
  clinicId: Id<'organisation'>
  street: string
  postcode: string
  town: string
  lat: number
  lon: number
  directions: string
}

export const saveLocation = (tx: Tx, l: NewLocation) =>
  tx.run(sql`
    insert into clinic_locations (clinic_id, street, postcode, town, latitude, longitude, directions)
    values (${l.clinicId}, ${l.street}, ${l.postcode}, ${l.town}, ${l.lat}, ${l.lon}, ${l.directions})`)

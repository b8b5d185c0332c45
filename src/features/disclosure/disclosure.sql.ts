import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'

export type NewDisclosure = {
  id: string
  recipientId: Id<'organisation'>
  caseId: Id<'case'>
  personId: Id<'person'>
  direction: 'to-clinic' | 'to-insurer'
  consentMarkId: Id<'consent-mark'>
  activity: string
  purpose: string
  fields: readonly string[]
  disclosedByOrganisation: Id<'organisation'>
  disclosedBy: string | null
}

export const saveDisclosure = (tx: Tx, d: NewDisclosure) =>
  tx.run(sql`
    insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, fields,
      disclosed_by_organisation, disclosed_by)
    values (${d.id}, ${d.recipientId}, ${d.caseId}, ${d.personId}, ${d.direction}, ${d.consentMarkId}, ${d.activity}, ${d.purpose}, 'consent',
      ${d.fields}, ${d.disclosedByOrganisation}, ${d.disclosedBy})`)

export const saveDisclosures = (tx: Tx, disclosures: readonly NewDisclosure[]) =>
  tx.run(sql`
    insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, fields,
      disclosed_by_organisation, disclosed_by)
    select "id", "recipientId", "caseId", "personId", "direction", "consentMarkId", "activity", "purpose", 'consent', "fields",
      "disclosedByOrganisation", "disclosedBy"
    from jsonb_to_recordset(${JSON.stringify(disclosures)}::jsonb) as given ("id" uuid, "recipientId" uuid, "caseId" uuid, "personId" uuid,
      "direction" text, "consentMarkId" uuid, "activity" text, "purpose" text, "fields" text[], "disclosedByOrganisation" uuid,
      "disclosedBy" uuid)`)

export type DisclosureRow = {
  recipient_id: Id<'organisation'>
  recipient_name: string
  direction: 'to-clinic' | 'to-insurer'
  purpose: string
  fields: string[]
  disclosed_by_name: string
  disclosed_at: Temporal.Instant
  /** Whether the consent that it rests on stands. */
  live: boolean
  /** Whether its recipient sees the case: a restriction and the end of an agreement close it too. */
  sees_now: boolean
}

/** The ledger of one case, oldest first. */
export const disclosuresOfCase = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<DisclosureRow>(sql`
    select d.recipient_id, r.name as recipient_name, d.direction, d.purpose, d.fields, o.name as disclosed_by_name, d.disclosed_at,
      consent_is_live(d.consent_mark_id) as live,
      consent_is_live(d.consent_mark_id) and not case_is_restricted(d.case_id) and not agreement_is_over(d.recipient_id) as sees_now
    from disclosures d join organisations r on r.id = d.recipient_id join organisations o on o.id = d.disclosed_by_organisation
    where d.case_id = ${caseId} order by d.disclosed_at, d.id`)

/** What a treatment type asks for of health and referral data: the fields that its clinic may see. */
export const fieldsOfTreatment = (reader: Reader, treatmentType: string) =>
  reader.rows<{ field: string; required: boolean }>(sql`
    select field, required from treatment_type_fields where treatment_type = ${treatmentType} order by position`)

/** The clinics that see a case now. */
export const clinicsThatSee = (reader: Reader, caseId: Id<'case'>) =>
  reader.rows<{ recipient_id: Id<'organisation'> }>(sql`
    select distinct recipient_id from disclosures
    where case_id = ${caseId} and direction = 'to-clinic' and consent_is_live(consent_mark_id)`)

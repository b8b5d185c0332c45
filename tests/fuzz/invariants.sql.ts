import type { World } from '#tests/harness/world.ts'

/** What must be so of every row whatever was sent; each finding is named. None should be. */
export async function wrongRows(world: World): Promise<string[]> {
  const found: string[] = []
  for (const [name, question] of Object.entries(questions)) {
    const rows = await world.sql(question)
    if (rows.length > 0) found.push(`${name}: ${rows.length}`)
  }
  return found
}

const questions = {
  'a booked appointment without its three occupancies': `select a.id from appointments a
    where not exists (select from appointment_cancellations c where c.appointment_id = a.id)
      and a.booked_at > (select min(booked_at) from appointments)
      and (select count(*) from occupancies o where o.appointment_id = a.id) <> 3`,
  'a cancelled appointment that still occupies': `select o.id from occupancies o join appointment_cancellations c on c.appointment_id = o.appointment_id`,
  'a session used beyond the approval': `select u.approval_id from session_uses u join approvals a on a.id = u.approval_id where u.ordinal > a.sessions`,
  'a transfer without a mark of consent': `select d.id from disclosures d left join consent_marks m on m.id = d.consent_mark_id where m.id is null and d.law is null`,
  'an authority told without a law or a document': `select d.id from disclosures d left join disclosed_documents x on x.disclosure_id = d.id
    where d.direction = 'to-authority' and (d.law is null or x.disclosure_id is null)`,
  'a case of one insurer with a patient of another': `select c.id from cases c join patients p on p.id = c.patient_id where p.organisation_id <> c.insurer_id`,
  'an event beside another doer than it says': `select e.position from audit_events e
    where e.event is not null and e.doer_id::text is distinct from e.event::jsonb #>> '{actor,userId}'`,
  'a broken link in an audit chain': `select e.position from audit_events e where e.hash <> sha256(e.previous || int8send(e.position) || e.commitment)`,
  'markup in a stored name': `select id from users where name ~ '<script' and name !~ '^<script>alert'`,
  'an administratorless organisation': `select o.id from organisations o where exists (select from user_roles r where r.organisation_id = o.id and r.role = 'administrator' and r.granted_at < now() - interval '1 day')
    and not exists (select from user_roles r where r.organisation_id = o.id and r.role = 'administrator')`,
} as const

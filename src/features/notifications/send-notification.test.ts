import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { enterPatient } from '#features/patients/index.ts'
import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { readPhone } from '#kernel/phone.ts'
import { Temporal } from '#kernel/time.ts'
import { type Catcher, startCatcher } from '#platform/catcher/catcher.ts'
import { failingNumbers } from '#platform/catcher/sms-gateway.ts'
import type { Tx } from '#platform/db/database.ts'
import { writeAudit } from '#platform/http/audit.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { createLog } from '#platform/log/log.ts'
import { type Mailer, openMail } from '#platform/mail/mail.ts'
import { openSms } from '#platform/sms/sms.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { notificationTasks, queueNotification, queueStaffMail } from './index.ts'
import type { PatientTemplate } from './templates.ts'

const gate = openGate(referralPolicy)
let world: World
let cast: Cast
let catcher: Catcher
let mail: Mailer
let services: WorkerServices

type Contact = { readonly phone: string | null; readonly email: string | null }
type Opened = { readonly caseId: Id<'case'>; readonly personId: Id<'person'> }

/** A case of Ana's at Nordlys, with her contact as the insurer entered it. */
async function caseOfAna(contact: Contact): Promise<Opened> {
  const opened = await openCaseFor(world, cast.mette, { ...cast.ana, cpr: cast.ana.cpr as Cpr })
  await asMette(async (tx, permit) => {
    const phone = contact.phone ? readPhone(contact.phone) : null
    const patient = { cpr: cast.ana.cpr as Cpr, name: cast.ana.name, email: contact.email, postcode: null }
    await enterPatient(tx, world.services.keyring, permit, { ...patient, phone: phone?.ok ? phone.value : null })
    await writeAudit(tx, { permit, result: 'done', now: world.clock.now() })
  })
  // Opening a case tells the patient of it; these tests begin after that.
  await world.sql('delete from notifications where case_id = $1', [opened.caseId])
  return opened
}

function asMette<Value>(work: (tx: Tx, permit: ReturnType<typeof permitToCreate>) => Promise<Value>) {
  const { userId, organisationId } = cast.mette
  return world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) => work(tx, permitToCreate()))
}

function permitToCreate() {
  const { userId, organisationId } = cast.mette
  const actor = { kind: 'staff', userId, organisationId, organisationKind: 'insurer', roles: ['case-handler'] } as const
  const decision = gate.decide('case.create', actor, {}, ['contact', 'cpr'])
  assert.equal(decision.kind, 'allowed')
  return decision.kind === 'allowed' ? decision.permit : assert.fail()
}

const queue = (opened: Opened, template: PatientTemplate, appointmentId?: Id<'appointment'>) =>
  world.request.transaction({ kind: 'patient', personId: opened.personId }, (tx) =>
    queueNotification(tx, { ...opened, template, ...(appointmentId && { appointmentId }) }),
  )

/** Runs the jobs that wait, as the worker would, and tells what became of each. */
async function runJobs(): Promise<string[]> {
  const rows = await world.sql<{ id: string }>(
    'select id from notifications where sent_at is null and not_sent_because is null order by channel',
  )
  const fates: string[] = []
  for (const { id } of rows) {
    const send = notificationTasks(services, gate)['send-notification']
    const fate = await send?.({ notificationId: id }, { attempt: 1 }).then(
      () => 'done',
      () => 'again',
    )
    fates.push(fate ?? '')
  }
  return fates
}

const notSent = (caseId: string) =>
  world
    .sql<{ channel: string; because: string | null }>(
      'select channel, not_sent_because as because from notifications where case_id = $1 order by channel',
      [caseId],
    )
    .then((rows) => rows.map(({ channel, because }) => `${channel}: ${because ?? 'sent'}`))

const reach = { phone: '+4520000001', email: 'ana@patient.example' }
let booked = 0

async function bookFor({ caseId, personId }: Opened, from?: Id<'appointment'>): Promise<Id<'appointment'>> {
  const id = newId<'appointment'>()
  const startsAt = Temporal.Instant.from('2031-11-26T13:30:00Z').add({ hours: 24 * booked++ })
  const audited = `with audited as (select append_audit_event('test', '{}', null, null, null))`
  await world.sql(
    `${audited} insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, fields, disclosed_by_organisation)
     select gen_random_uuid(), $1, $2, $3, 'to-clinic', m.id, 'referral.transfer', 'referral-transfer', 'consent', '{name}', $4
     from audited, consent_marks m where m.case_id = $2`,
    [cast.bakken.id, caseId, personId, cast.nordlys.id],
  )
  await world.sql(
    `${audited} insert into appointments (id, clinic_id, insurer_id, case_id, person_id, treatment_type, practitioner_id, room_id,
       starts_at, ends_at, root_id, sequence, moved_from, booked_by_kind)
     select $1, $2, $3, $4, $5, 'physiotherapy', $6, $7, $8::timestamptz, $8::timestamptz + interval '45 minutes',
       coalesce($9::uuid, $1), case when $9::uuid is null then 0 else 1 end, $9, 'patient' from audited`,
    [id, cast.bakken.id, cast.nordlys.id, caseId, personId, cast.peterAtWork, cast.room, startsAt, from ?? null],
  )
  return id
}

const cancel = (appointmentId: Id<'appointment'>, reason: string) =>
  world.sql(
    `with audited as (select append_audit_event('test', '{}', null, null, null))
     insert into appointment_cancellations (appointment_id, reason, cancelled_by_kind, session_given_back)
     select $1, $2, 'patient', true from audited`,
    [appointmentId, reason],
  )

describe('notifications', () => {
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    catcher = await startCatcher({ smtpPort: 0, httpPort: 0 })
    mail = openMail({
      smtpUrl: new URL(catcher.smtpUrl),
      from: 'Klinikbro <post@klinikbro.example>',
      requireTls: false,
      privacyPolicyUrl: () => 'https://klinikbro.example/privacy',
    })
    const sms = openSms({ baseUrl: new URL(catcher.url), token: 'local', sender: 'Klinikbro' })
    const { keyring, urls, now } = world.services
    services = {
      database: world.worker,
      requestDatabase: world.request,
      keyring,
      mail,
      sms,
      log: createLog(),
      now,
      urls,
      dataFolder: 'nowhere',
      auditKeyFile: 'nowhere',
    }
  })
  after(async () => {
    mail.close()
    await catcher.close()
    await world.close()
  })
  beforeEach(() => catcher.clear())

  test('a booking is confirmed by mail with a calendar entry, and by one SMS', async () => {
    const opened = await caseOfAna(reach)
    await queue(opened, 'appointment-booked', await bookFor(opened))
    assert.deepEqual(await runJobs(), ['done', 'done'])
    const mailed = catcher.messages().find(({ kind }) => kind === 'mail')
    assert.equal(mailed?.to, 'ana@patient.example')
    assert.match(mailed?.text ?? '', /Du har en tid onsdag den 26\. november kl\. 14\.30/)
    assert.match(mailed?.text ?? '', /In English: You have an appointment on Wednesday 26 November at 14:30/)
    assert.match(mailed?.files[0]?.content ?? '', /DTSTART:20311126T133000Z/)
    const texted = catcher.messages().find(({ kind }) => kind === 'sms')
    assert.match(texted?.text ?? '', /^Du har en tid onsdag d\. 26\/11 kl\. 14\.30\. .*\/my\/cases$/)
  })

  test('what was sent is not sent again when its job is tried again', async () => {
    const opened = await caseOfAna(reach)
    await queue(opened, 'case-opened')
    const [row] = await world.sql<{ id: string }>(
      "select id from notifications where case_id = $1 and channel = 'sms'",
      [opened.caseId],
    )
    await runJobs()
    catcher.clear()
    await notificationTasks(services, gate)['send-notification']?.({ notificationId: row?.id }, { attempt: 2 })
    assert.deepEqual(catcher.messages(), [])
  })

  test('the confirmation of a booking that was cancelled or moved since is never sent', async () => {
    const opened = await caseOfAna(reach)
    const first = await bookFor(opened)
    await queue(opened, 'appointment-booked', first)
    await cancel(first, 'ill')
    await runJobs()
    assert.deepEqual(await notSent(opened.caseId), ['mail: appointment-cancelled', 'sms: appointment-cancelled'])

    const other = await caseOfAna(reach)
    const second = await bookFor(other)
    await queue(other, 'appointment-booked', second)
    await bookFor(other, second)
    await cancel(second, 'moved')
    await runJobs()
    assert.deepEqual(await notSent(other.caseId), ['mail: appointment-moved', 'sms: appointment-moved'])
    assert.deepEqual(catcher.messages(), [])
  })

  test('nobody is invited to book once their consent is withdrawn', async () => {
    const opened = await caseOfAna(reach)
    await queue(opened, 'case-opened')
    await world.sql(
      `with audited as (select append_audit_event('test', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind)
       select m.id, m.case_id, 'patient' from audited, consent_marks m where m.case_id = $1`,
      [opened.caseId],
    )
    await runJobs()
    assert.deepEqual(await notSent(opened.caseId), ['mail: consent-withdrawn', 'sms: consent-withdrawn'])
  })

  test('a cancellation is told of only while the appointment is cancelled', async () => {
    const opened = await caseOfAna(reach)
    const appointment = await bookFor(opened)
    await queue(opened, 'appointment-cancelled', appointment)
    await runJobs()
    assert.deepEqual(await notSent(opened.caseId), ['mail: appointment-stands', 'sms: appointment-stands'])
  })

  test('who has no number gets the mail, and a number that cannot be right stops nobody else', async () => {
    const withoutPhone = await caseOfAna({ ...reach, phone: null })
    await queue(withoutPhone, 'case-opened')
    await runJobs()
    assert.deepEqual(await notSent(withoutPhone.caseId), ['mail: sent', 'sms: no-phone'])

    const refused = await caseOfAna({ ...reach, phone: failingNumbers.refused })
    await queue(refused, 'case-opened')
    assert.deepEqual(await runJobs(), ['done', 'done'])
    assert.deepEqual(await notSent(refused.caseId), ['mail: sent', 'sms: phone-refused'])
  })

  test('a gateway that is down is tried again later, and sends then', async () => {
    const down = await caseOfAna({ phone: failingNumbers.down, email: null })
    await queue(down, 'case-opened')
    assert.deepEqual(await runJobs(), ['done', 'again'])
    await caseOfAna(reach)
    assert.deepEqual(await runJobs(), ['done'])
    assert.deepEqual(await notSent(down.caseId), ['mail: no-email', 'sms: sent'])
  })

  test('each sending stands in the audit trail, under the person it told', async () => {
    const opened = await caseOfAna(reach)
    await queue(opened, 'sessions-granted')
    await runJobs()
    const rows = await world.sql<{ event: string }>(
      "select event from audit_events where case_id = $1 and action = 'notification.send'",
      [opened.caseId],
    )
    assert.equal(rows.length, 2)
    assert.ok(rows.every(({ event }) => !event.includes('ana@') && event.includes(opened.personId)))
  })

  test('patient and staff are each told in their own words of a consent that is withdrawn', async () => {
    const opened = await caseOfAna(reach)
    const notice = { template: 'consent-withdrawn', organisationId: cast.nordlys.id, caseId: opened.caseId } as const
    await queue(opened, 'consent-withdrawn')
    await asMette((tx) => queueStaffMail(tx, { ...notice, userId: cast.mette.userId }))
    assert.deepEqual(await runJobs(), ['done', 'done', 'done'])
    const to = catcher.messages().map((message) => message.to)
    assert.deepEqual(to.sort(), [cast.mette.email, reach.email, reach.phone].sort())
  })

  test('staff get a neutral mail in their language, and after they left their organisation gets it', async () => {
    const { caseId } = await caseOfAna(reach)
    const notice = { template: 'session-request', organisationId: cast.nordlys.id, caseId } as const
    await asMette((tx) => queueStaffMail(tx, { ...notice, userId: cast.ali.userId }))
    await asMette((tx) => queueStaffMail(tx, { ...notice, userId: null }))
    await runJobs()
    assert.deepEqual(
      catcher
        .messages()
        .map(({ to }) => to)
        .sort(),
      [cast.ali.email, 'post@nordlyssundhed.example'].sort(),
    )
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
    catcher.clear()
    await asMette((tx) => queueStaffMail(tx, { ...notice, userId: cast.ali.userId }))
    await runJobs()
    assert.equal(catcher.messages()[0]?.to, 'post@nordlyssundhed.example')
  })
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { tasksWith } from '#src/tasks.ts'
import { bookAs, holdAs, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { caseBody, machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { refusalPastTheApplication, type Settings } from '#tests/harness/past-the-application.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a case without the insurer’s mark, attacked on every way in', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const tomorrow = () => today().add({ days: 1 }).toString()
  const transferred = async () =>
    (await world.sql<{ n: number }>("select count(*)::int as n from disclosures where direction = 'to-clinic'"))[0]?.n
  let already: number | undefined
  beforeEach(async () => {
    already = await transferred()
  })
  const nothingWent = async () => assert.equal(await transferred(), already)

  const refusalOf = (settings: Settings, text: string, values: readonly unknown[]) =>
    refusalPastTheApplication(world, settings, { text, values })

  test('by the form: no spelling of the box but its own is a mark (R1.7)', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    let number = 0
    const sent = (fields: Record<string, string | string[]>) =>
      mette.post('/cases?treatment=physiotherapy', {
        caseNumber: `F-${++number}`,
        cpr: '020160-9996',
        name: 'Ana Prøvesen',
        phone: '12 34 56 78',
        complaint: 'Ondt',
        'body-part': 'Lænd',
        sessions: '6',
        validFrom: today().toString(),
        validUntil: today().add({ months: 3 }).toString(),
        clinicChoice: 'named',
        clinics: cast.bakken.id,
        ...fields,
      })
    const dated = { consentedOn: today().toString(), means: 'oral' }
    for (const fields of [
      dated,
      { ...dated, consent: '' },
      { ...dated, consent: 'no' },
      { ...dated, consent: 'false' },
      { ...dated, consent: '0' },
      { ...dated, Consent: 'yes' },
      { ...dated, 'consent[]': 'yes' },
      { consent: 'yes' },
      { consent: 'yes', means: 'oral' },
      { consent: 'yes', consentedOn: today().toString() },
      { consent: 'yes', consentedOn: tomorrow(), means: 'oral' },
      { consent: 'yes', consentedOn: today().toString(), means: 'telepathy' },
    ]) {
      const { status } = await sent(fields)
      assert.ok([303, 422].includes(status), `${JSON.stringify(fields)}: ${status}`)
      await nothingWent()
    }
    assert.equal((await sent({ ...dated, consent: 'yes' })).status, 303)
    assert.equal(await transferred(), (already ?? 0) + 1)
  })

  test('by the API: a body that does not mark, or marks for tomorrow, hands nothing over (R1.7)', async () => {
    const token = await tokenFor(world, cast.mette)
    const call = machineOf(world)
    let number = 0
    const create = (consent: unknown, more = {}) =>
      call('POST', '/api/cases', {
        token,
        headers: { 'idempotency-key': `k-${++number}` },
        body: caseBody({
          caseNumber: `A-${number}`,
          approval: { sessions: 6, validFrom: '2026-11-01', validUntil: '2099-12-31', clinics: ['26919991'] },
          ...(consent === undefined ? {} : { consent }),
          ...more,
        }),
      })
    for (const consent of [
      undefined,
      null,
      true,
      'yes',
      {},
      [],
      { consentedOn: tomorrow(), means: 'oral' },
      { consentedOn: '2026-11-01', means: 'telepathy' },
      { consentedOn: '2026-11-01' },
    ]) {
      const { status } = await create(consent)
      assert.ok([201, 422].includes(status), `${JSON.stringify(consent)}: ${status}`)
      await nothingWent()
    }
    assert.equal((await create(undefined, { disclosures: [cast.bakken.id], consentMark: true })).status, 422)
    const opened = await create(undefined)
    assert.equal(opened.status, 201)
    const { id } = opened.json as { id: string }
    const mark = (body: unknown) => call('POST', `/api/cases/${id}/consent`, { token, body })
    assert.equal((await mark({ consentedOn: tomorrow(), means: 'oral' })).status, 422)
    assert.equal((await mark({ consentedOn: { text: "'2026-11-01'", values: [] }, means: 'oral' })).status, 422)
    const foreign = await tokenFor(world, cast.jonas)
    assert.equal(
      (
        await call('POST', `/api/cases/${id}/consent`, {
          token: foreign,
          body: { consentedOn: '2026-11-01', means: 'oral' },
        })
      ).status,
      404,
    )
    await nothingWent()
  })

  test('by a file and its jobs: an unmarked row, an unconfirmed file and somebody else’s file hand nothing over (R1.7)', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    const bakken = { klinikker: '26919991' }
    const rows = ['nej', 'Nej', 'nej'].map((samtykke, at) =>
      fileRow(world.clock, at + 1, { ...bakken, samtykke, samtykkedato: '', samtykkemåde: '' }),
    )
    await mette.get('/imports/new')
    const answer = await mette.post('/imports', { file: csv(fileOf(rows)) })
    const importId = answer.location?.split('/').at(-1) ?? ''
    const tasks = tasksWith(workerServices(world))
    const run = (task: string) => tasks[task]?.({ importId }, { attempt: 1 })
    await run('import-cases')
    await run('check-import')
    await run('import-cases')
    assert.equal((await world.sql('select from cases where case_number like $1', ['FIL-%'])).length, 0)
    const jonas = await world.browser({ userId: cast.jonas.userId })
    assert.equal((await jonas.post(`/imports/${importId}/confirmation`)).status, 404)
    await mette.post(`/imports/${importId}/confirmation`)
    await run('import-cases')
    assert.equal((await world.sql('select from cases where case_number like $1', ['FIL-%'])).length, 3)
    await nothingWent()
  })

  test('by SQL under the request role: no row of one case stands in for another’s (R1.7, T4.4, T8.1)', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const bo = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken] })
    const markOf = async (caseId: string) =>
      (await world.sql<{ id: string }>('select id from consent_marks where case_id = $1', [caseId]))[0]?.id
    const disclosing = `insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, fields, disclosed_by_organisation)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, 'x', 'x', $6, '{contact}', $7)`
    const nordlys = { organisation: cast.nordlys.id }
    const bakken = { organisation: cast.bakken.id }
    const mark = await markOf(ana.caseId)
    const row = (
      changes: Partial<
        Record<'to' | 'caseId' | 'personId' | 'direction' | 'mark' | 'basis' | 'by', string | undefined>
      >,
    ) => {
      const {
        to,
        caseId,
        personId,
        direction,
        mark: given,
        basis,
        by,
      } = {
        to: cast.bakken.id,
        ...ana,
        direction: 'to-clinic',
        mark,
        basis: 'consent',
        by: cast.nordlys.id,
        ...changes,
      }
      return [to, caseId, personId, direction, given, basis, by]
    }
    assert.equal(await refusalOf(nordlys, disclosing, row({})), 'done')
    assert.match((await refusalOf(nordlys, disclosing, row({ personId: bo.personId }))) ?? '', /person_id/)
    assert.equal(
      await refusalOf(nordlys, disclosing, row({ mark: await markOf(bo.caseId) })),
      'no_transfer_without_consent_mark',
    )
    assert.equal(await refusalOf(nordlys, disclosing, row({ by: cast.havblik.id })), 'ledger_names_the_cases_insurer')
    assert.equal(await refusalOf(nordlys, disclosing, row({ basis: 'because' })), 'disclosure_basis_is_one_of_four')
    const telling = { direction: 'to-insurer', by: cast.bakken.id }
    assert.equal(await refusalOf(bakken, disclosing, row({ ...telling, to: cast.nordlys.id })), 'done')
    assert.equal(
      await refusalOf(bakken, disclosing, row({ ...telling, to: cast.havblik.id })),
      'ledger_names_the_cases_insurer',
    )

    const approving = `insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic) values (gen_random_uuid(), $1, $2, 9, current_date, current_date, true)`
    assert.match(
      (await refusalOf({ organisation: cast.havblik.id }, approving, [ana.caseId, cast.havblik.id])) ?? '',
      /insurer_id/,
    )
    assert.equal(await refusalOf({ organisation: cast.havblik.id }, approving, [ana.caseId, cast.nordlys.id]), '42501')
    const opening = `insert into approval_clinics (approval_id, clinic_id) select id, $2 from approvals where case_id = $1`
    assert.equal(await refusalOf({ organisation: cast.fjorden.id }, opening, [ana.caseId, cast.fjorden.id]), 'nothing')

    const holding = `insert into holds (id, person_id, case_id, clinic_id, practitioner_id, room_id, starts_at, ends_at, expires_at)
      values (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now() + interval '1 hour', now() + interval '5 minutes')`
    assert.equal(
      await refusalOf({ person: bo.personId }, holding, [
        bo.personId,
        ana.caseId,
        cast.bakken.id,
        cast.peterAtWork,
        cast.room,
      ]),
      'hold_is_for_the_cases_person',
    )
  })

  test('a session is never taken from the approval of another case (T4.4)', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana)
    const other = await openCaseFor(world, cast.mette, cast.ana)
    const [time] = await timesAt(world, cast.bakken)
    assert.ok(time)
    const held = await holdAs(world, ana, time)
    assert.equal(held.kind, 'held')
    const booked = await bookAs(world, ana, (held as unknown as { holdId: never }).holdId)
    assert.equal(booked.kind, 'booked')
    const swapping = `insert into session_uses (approval_id, ordinal, appointment_id)
      select a.id, 6, p.id from approvals a, appointments p where a.case_id = $1 and p.case_id = $2`
    assert.equal(
      await refusalOf({ person: ana.personId }, swapping, [other.caseId, ana.caseId]),
      'session_is_of_the_same_case',
    )
  })

  test('a time that was held before the withdrawal cannot be booked after it, nor an appointment moved (R1.7, R3.2)', async () => {
    const ana = await openCaseFor(world, cast.mette, cast.ana)
    const patient = await world.browser({ personId: ana.personId })
    const [, first, second] = (await timesAt(world, cast.bakken, 40)).filter((_, at) => at % 8 === 0)
    assert.ok(first && second)
    const held = await patient.post(`/my/cases/${ana.caseId}/holds`, {
      time: `${first.practitionerId}~${first.startsAt}`,
    })
    assert.equal(held.status, 303)
    const booked = await patient.post(`${held.location}/appointment`)
    const appointmentId = /[0-9a-f-]{36}/.exec(booked.location ?? '')?.[0]
    const again = await patient.post(`/my/cases/${ana.caseId}/holds`, {
      time: `${second.practitionerId}~${second.startsAt}`,
    })
    assert.equal(again.status, 303)
    already = await transferred()
    await (await world.browser({ userId: cast.mette.userId })).post(`/cases/${ana.caseId}/consent-withdrawal`)

    const late = await patient.post(`${again.location}/appointment`)
    assert.ok([403, 404, 409].includes(late.status), String(late.status))
    const sara = await world.browser({ userId: cast.sara.userId })
    for (const path of [
      `/clinic/cases/${ana.caseId}`,
      `/clinic/appointments/${appointmentId}`,
      `/clinic/appointments/${appointmentId}/times`,
    ])
      assert.equal((await sara.get(path)).status, 404, path)
    const move = await sara.post(`/clinic/appointments/${appointmentId}/move`, {
      time: `${second.practitionerId}~${second.startsAt}`,
      reason: 'x',
    })
    assert.equal(move.status, 404)
    const live = await world.sql(
      'select from appointments a where a.case_id = $1 and not exists (select from appointment_cancellations x where x.appointment_id = a.id)',
      [ana.caseId],
    )
    assert.deepEqual(live, [])
    await nothingWent()
  })

  test('a consent from before the withdrawal is not marked again (R1.7, R3.2)', async () => {
    const of = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const mette = await world.browser({ userId: cast.mette.userId })
    await mette.post(`/cases/${of.caseId}/consent-withdrawal`)
    already = await transferred()
    const again = { complaint: 'Ondt i lænden', 'body-part': 'Lænd' }
    const marked = (consentedOn: string) =>
      mette.post(`/cases/${of.caseId}/consent`, { ...again, consent: 'yes', consentedOn, means: 'oral' })
    const old = await marked(today().subtract({ days: 1 }).toString())
    assert.equal(old.status, 422)
    assert.match(old.text, /har trukket sit samtykke tilbage siden/)
    assert.equal((await marked(tomorrow())).status, 422)
    await nothingWent()
    const marking = `insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
      values (gen_random_uuid(), $1, current_date - 2, 'oral', 'x', 'x', $2)`
    assert.equal(
      await refusalOf({ organisation: cast.nordlys.id }, marking, [of.caseId, cast.nordlys.id]),
      'consent_is_newer_than_the_withdrawal',
    )
    assert.equal((await marked(today().toString())).status, 303)
    assert.equal(await transferred(), (already ?? 0) + 1)
  })
})

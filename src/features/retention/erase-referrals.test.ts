import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import type { DatabaseActor } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { crowd } from '#tests/cast/booking.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { retentionTasks } from './index.ts'

type CaseId = Id<'case'>

describe('the referral of a withdrawn consent', () => {
  let world: World
  let cast: Cast
  const patients = crowd(12)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const opened = async () => openCaseFor(world, cast.mette, patients.pop()!, { clinics: [cast.bakken] })
  const attachTo = async (caseId: CaseId, text: string) => {
    const pdf = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Note (${text}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`
    const attachments = new File([pdf], `${text}.pdf`)
    return (await world.browser(cast.mette)).post(`/cases/${caseId}/attachments`, { attachments })
  }
  const withdraw = async (caseId: CaseId) =>
    (await world.browser(cast.mette)).postAndFollow(routes.case.withdrawal.create.href({ caseId }))
  const kept = async (caseId: CaseId) => {
    const [row] = await world.sql<{ details: number; files: number; erasures: number }>(
      `select (select count(*)::integer from case_details where case_id = $1) as details,
        (select count(*)::integer from attachments where case_id = $1) as files,
        (select count(*)::integer from referral_erasures where case_id = $1) as erasures`,
      [caseId],
    )
    return row
  }
  const hold = (caseId: CaseId) =>
    world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) insert into legal_holds (id, case_id, reason) select gen_random_uuid(), $1, 'complaint' from logged`,
      [caseId],
    )
  const lift = (caseId: CaseId) =>
    world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged where case_id = $1 and lifted_at is null`,
      [caseId],
    )
  const waiting = async () =>
    (
      await world.sql(
        `select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'erase-referrals'`,
      )
    ).length
  const runJob = () =>
    retentionTasks(workerServices(world), openGate(referralPolicy))['erase-referrals']?.({}, { attempt: 1 })
  const at = ({ userId, organisationId }: Member): DatabaseActor => ({ kind: 'staff', userId, organisationId })

  test('is gone when the insurer withdraws for the patient, and the page says when (T20.1)', async () => {
    const { caseId } = await opened()
    await attachTo(caseId, 'bilag')
    assert.deepEqual(await kept(caseId), { details: 2, files: 1, erasures: 0 })
    const page = await withdraw(caseId)
    assert.deepEqual(await kept(caseId), { details: 0, files: 0, erasures: 1 })
    assertAccessible(page.text)
    assert.match(plain(page.text), /henvisningen er slettet\. Patienten får besked/)
    assert.match(plain(page.text), /bilagene blev slettet .* fordi samtykket blev trukket tilbage/)
    assert.match(plain(page.text), /Henvisningens tekst og bilag blev slettet/)
    assert.doesNotMatch(plain(page.text), /Ondt i lænden/)
  })

  test('is gone when the patient withdraws, and what rests on something else stays (T20.1)', async () => {
    const whose = await opened()
    const { caseId } = whose
    const patient = await world.browser(whose)
    const page = await patient.postAndFollow(routes.my.withdrawal.create.href({ caseId }))
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /henvisningen er slettet.*Det blev slettet den .* fordi samtykket blev trukket tilbage/,
    )
    assert.deepEqual(await kept(caseId), { details: 0, files: 0, erasures: 1 })
    for (const table of ['cases', 'approvals', 'consent_marks', 'consent_withdrawals', 'disclosures'])
      assert.equal(
        (await world.sql(`select from ${table} where ${table === 'cases' ? 'id' : 'case_id'} = $1`, [caseId])).length,
        1,
      )
    const [event] = await world.sql<{ referral: string }>(
      `select event::jsonb -> 'detail' ->> 'referral' as referral from audit_events where case_id = $1 and action = 'my-case.withdraw-consent' and event::jsonb ->> 'result' = 'done'`,
      [caseId],
    )
    assert.equal(event?.referral, 'erased')
  })

  test('cannot be added to any more, on any path, and does not stay when somebody withdraws by SQL (T20.1)', async () => {
    const { caseId, personId } = await opened()
    await withdraw(caseId)
    assert.equal((await attachTo(caseId, 'for-sent')).status, 403)
    const added = world.request.transaction(at(cast.mette), async (tx) => {
      await tx.run(sql`select append_audit_event('test', '{}', ${personId}, ${caseId}, null)`)
      await tx.run(sql`insert into case_details (case_id, treatment_type, field, value_sealed, entered_by_organisation)
        values (${caseId}, 'physiotherapy', 'complaint', '\\x00', ${cast.nordlys.id})`)
    })
    await assert.rejects(added, { constraint: 'no_referral_after_withdrawal' })
    const marked = world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
       select gen_random_uuid(), $1, current_date, 'oral', 'x', 'x', $2 from logged`,
      [caseId, cast.nordlys.id],
    )
    await assert.rejects(marked, { constraint: 'no_mark_without_referral' })
    const other = await opened()
    await world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind) select m.id, m.case_id, 'insurer' from consent_marks m, logged where m.case_id = $1`,
      [other.caseId],
    )
    assert.deepEqual(await kept(other.caseId), { details: 0, files: 0, erasures: 1 })
  })

  test('is kept for the patient’s eyes only while a hold lasts, and goes by itself when it is lifted (T20.1)', async () => {
    const whose = await opened()
    const { caseId } = whose
    await hold(caseId)
    const before = await (await world.browser(cast.mette)).get(routes.case.withdrawal.form.href({ caseId }))
    assert.match(plain(before.text), /kan ikke slettes endnu, fordi der er en klage/)
    const patient = await world.browser(whose)
    assert.match(plain((await patient.get(routes.my.withdrawal.form.href({ caseId }))).text), /kan ikke slettes endnu/)
    const page = await withdraw(caseId)
    assert.match(plain(page.text), /Henvisningen kan ikke slettes endnu.*Kun patienten kan læse dem/)
    assert.doesNotMatch(plain(page.text), /Ondt i lænden/)
    const own = await patient.get(routes.my.case.href({ caseId }))
    assertAccessible(own.text)
    assert.match(plain(own.text), /Ingen andre end du kan læse det.*Ondt i lænden/)
    await runJob()
    assert.equal((await kept(caseId))?.details, 2)

    await lift(caseId)
    assert.ok((await waiting()) > 0)
    await runJob()
    assert.deepEqual(await kept(caseId), { details: 0, files: 0, erasures: 1 })
    const told = await world.sql<{ to: string | null }>(
      `select organisation_id as to from notifications where case_id = $1 and template = 'referral-erased' and channel = 'mail'`,
      [caseId],
    )
    assert.deepEqual(new Set(told.map(({ to }) => to)), new Set([null, cast.nordlys.id, cast.bakken.id]))
    assert.match(
      plain((await patient.get(routes.my.knownBy.href({ caseId }))).text),
      /slettede henvisningen, fordi dens grund var faldet bort/,
    )
  })

  test('waits for the copy that the patient has asked for, and not for a request about something else (T20.1)', async () => {
    for (const [right, stays] of [
      ['access', 2],
      ['objection', 0],
    ] as const) {
      const whose = await opened()
      await askAs(world, whose, right, { text: 'Jeg vil gerne' })
      await world.sql(
        `with logged as (select append_audit_event('test', '{}', null, null, null)) update legal_holds set lifted_at = now() from logged where reason = 'restriction' and case_id = $1`,
        [whose.caseId],
      )
      await withdraw(whose.caseId)
      assert.equal((await kept(whose.caseId))?.details, stays, right)
    }
  })

  test('follows the journal that a clinic wrote, until the clinic has taken both over (T20.1, T5.7)', async () => {
    const { caseId } = await opened()
    await attachTo(caseId, 'modtaget-bilag')
    const peter = await world.browser(cast.peter)
    await peter.post(`/clinic/cases/${caseId}/notes`, { text: 'Planted-Journal-Line' })
    await withdraw(caseId)
    assert.equal((await kept(caseId))?.details, 0)
    const seen = (actor: DatabaseActor) =>
      world.request.transaction(actor, (tx) => tx.rows(sql`select from journal_enclosures where case_id = ${caseId}`))
    assert.equal((await seen(at(cast.peter))).length, 3)
    assert.equal((await seen(at(cast.mette))).length, 0)
    assert.equal((await seen(at(cast.tove))).length, 0)

    const file = JSON.parse((await peter.get(`/clinic/handovers/${caseId}/journal`)).text) as {
      entries: { text: string }[]
      received: { field?: string; text?: string; file?: string; base64?: string }[]
    }
    assert.equal(file.entries[0]?.text, 'Planted-Journal-Line')
    assert.deepEqual(
      file.received.map(({ field, text, file: name }) => [field ?? name, text]),
      [
        ['body-part', 'Lænd'],
        ['complaint', 'Ondt i lænden'],
        ['modtaget-bilag.pdf', undefined],
      ],
    )
    assert.match(Buffer.from(file.received[2]?.base64 ?? '', 'base64').toString(), /modtaget-bilag/)
    await peter.get('/clinic/handovers')
    await peter.postAndFollow(`/clinic/handovers/${caseId}/receipt`)
    assert.deepEqual(await world.sql('select from journal_enclosures where case_id = $1', [caseId]), [])
  })

  test('goes as a whole also when a file is added at the very moment of the withdrawal (T20.1)', async () => {
    const { caseId } = await opened()
    const [one, , other] = await Promise.all([
      attachTo(caseId, 'samtidig'),
      withdraw(caseId),
      attachTo(caseId, 'samtidig-igen'),
    ])
    for (const { status } of [one, other]) assert.ok([303, 403, 422].includes(status), `${status}`)
    assert.deepEqual(await kept(caseId), { details: 0, files: 0, erasures: 1 })
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { retentionTasks } from '#features/retention/index.ts'
import type { DatabaseActor } from '#platform/db/database.ts'
import { type Sql, sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a restricted case in the database', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  let requestId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const startsAt = world.clock.now().add({ hours: 48 })
    await bookVisit(world, { ...whose, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    await (await world.browser(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Fremgang' })
  })
  after(() => world.close())

  const at = ({ userId, organisationId }: Cast['sara']): DatabaseActor => ({ kind: 'staff', userId, organisationId })
  const ask = <Row>(actor: DatabaseActor, query: Sql<Row>) => world.request.transaction(actor, (tx) => tx.rows(query))
  const seenByClinic = async () => {
    const { caseId, personId } = whose
    const rows = await Promise.all([
      ask(at(cast.sara), sql`select 'case' as what from cases where id = ${caseId}`),
      ask(at(cast.sara), sql`select 'details' as what from case_details where case_id = ${caseId} limit 1`),
      ask(at(cast.sara), sql`select 'approval' as what from approvals where case_id = ${caseId}`),
      ask(at(cast.sara), sql`select 'notes' as what from course_notes where case_id = ${caseId}`),
      ask(at(cast.sara), sql`select 'appointment' as what from appointments where case_id = ${caseId}`),
      ask(at(cast.sara), sql`select 'patient' as what from patients where person_id = ${personId}`),
      ask(at(cast.sara), sql`select 'key' as what from person_keys where person_id = ${personId}`),
    ])
    return (rows.flat() as { what: string }[]).map(({ what }) => what)
  }

  test('is seen by the clinic before, and nothing of it after, whatever a page might ask (T5.4)', async () => {
    assert.deepEqual(await seenByClinic(), ['case', 'details', 'approval', 'notes', 'appointment', 'patient', 'key'])
    const asked = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig i oplysningerne' })
    requestId = asked['Nordlys Sundhed'] ?? ''
    const mette = await world.browser(cast.mette)
    await mette.postAndFollow(routes.rights.answer.href({ rightsRequestId: requestId }), {
      decision: 'grant',
      note: 'Ja',
    })
    assert.deepEqual(await seenByClinic(), [])
  })

  test('is read by the insurer, who can add nothing to it (T5.4)', async () => {
    const { caseId } = whose
    const [row] = await ask(at(cast.mette), sql<{ id: string }>`select id from cases where id = ${caseId}`)
    assert.equal(row?.id, caseId)
    const writes = [
      sql`insert into approvals (id, case_id, insurer_id, sessions, valid_from, valid_until, any_clinic)
        values (gen_random_uuid(), ${caseId}, ${cast.nordlys.id}, 1, current_date, current_date, true)`,
      sql`insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
        values (gen_random_uuid(), ${caseId}, current_date, 'oral', '1', 'x', ${cast.nordlys.id})`,
    ]
    for (const write of writes) await assert.rejects(ask(at(cast.mette), write), { code: '42501' })
  })

  test('is held against erasure, which the person may know of and not lift themselves', async () => {
    const { caseId, personId } = whose
    const patient: DatabaseActor = { kind: 'patient', personId }
    const holds = await ask(
      patient,
      sql<{ reason: string }>`select reason from legal_holds where case_id = ${caseId} and lifted_at is null`,
    )
    assert.deepEqual(
      holds.map(({ reason }) => reason),
      ['restriction'],
    )
    const lifted = await world.request.transaction(patient, (tx) =>
      tx.run(sql`update legal_holds set lifted_at = now() where case_id = ${caseId}`),
    )
    assert.equal(lifted, 0)
    const placed = sql`insert into legal_holds (id, case_id, reason) values (gen_random_uuid(), ${caseId}, 'claim')`
    await assert.rejects(ask(patient, placed), { code: '42501' })
  })

  test('is not swept away when its time is up, until the restriction is lifted (T5.4)', async () => {
    const now = () => world.clock.now().add({ hours: 24 * 400 })
    const sweep = () =>
      retentionTasks(workerServices(world, { now }), openGate(referralPolicy))['sweep-cases']?.({}, { attempt: 1 })
    const exists = async () => (await world.sql('select from cases where id = $1', [whose.caseId])).length > 0
    await world.sql('update journal_handovers set received_at = now()')
    await sweep()
    await world.sql('update journal_handovers set received_at = now()')
    await sweep()
    assert.equal(await exists(), true)
    const mette = await world.browser(cast.mette)
    const path = routes.rights.lifting.href({ rightsRequestId: requestId })
    await mette.postAndFollow(path, { reason: 'Uenigheden er afklaret', told: 'on' })
    await sweep()
    await world.sql('update journal_handovers set received_at = now()')
    await sweep()
    assert.equal(await exists(), false)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a machine marks a consent', () => {
  let world: World
  let cast: Cast
  let token: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    token = await tokenFor(world, cast.mette)
  })
  after(() => world.close())

  const body = { consentedOn: '2026-11-02', means: 'written' }
  const mark = (caseId: string, sent: unknown = body) =>
    machineOf(world)('POST', `/api/cases/${caseId}/consent`, { token, body: sent })
  const marksOf = (caseId: string) => world.sql('select from consent_marks where case_id = $1', [caseId])

  test('and the case is handed over; again, and nothing more happens', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], consent: null })
    const first = await mark(caseId)
    assert.deepEqual([first.status, (first.json as { state: string }).state], [200, 'open'])
    assert.equal((await world.sql('select from disclosures where case_id = $1', [caseId])).length, 1)
    const replies = await Promise.all([mark(caseId), mark(caseId)])
    assert.deepEqual(
      replies.map(({ status }) => status),
      [200, 200],
    )
    assert.equal((await marksOf(caseId)).length, 1)
  })

  test('but not once the patient has withdrawn it', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    await world.sql(
      `with trail as (select append_audit_event('test', '{}', $2::uuid, $1::uuid, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_by)
       select m.id, m.case_id, 'patient', $2::uuid from consent_marks m, trail where m.case_id = $1::uuid`,
      [caseId, personId],
    )
    const reply = await mark(caseId)
    assert.deepEqual([reply.status, (reply.json as { type: string }).type], [409, '/api#consent-withdrawn'])
    assert.equal((await marksOf(caseId)).length, 1)
  })

  test('nor with a day that has not come, nor on another insurer’s case', async () => {
    const own = await openCaseFor(world, cast.mette, cast.ana, { consent: null })
    assert.equal((await mark(own.caseId, { ...body, consentedOn: '2099-01-01' })).status, 422)
    assert.equal((await mark(own.caseId, { means: 'shouted' })).status, 422)
    const foreign = await openCaseFor(world, cast.jonas, cast.bo, { consent: null })
    assert.equal((await mark(foreign.caseId)).status, 404)
    assert.equal((await marksOf(foreign.caseId)).length, 0)
  })
})

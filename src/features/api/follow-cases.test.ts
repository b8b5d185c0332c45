import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

type Listed = { readonly id: string; readonly caseNumber: string; readonly state: string }
type Page = { readonly cases: readonly Listed[]; readonly next: string | null }

describe('a machine follows its cases', () => {
  let world: World
  let cast: Cast
  let token: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    token = await tokenFor(world, cast.mette)
    for (let at = 1; at <= 5; at++) await openCaseFor(world, cast.mette, cast.ana, { caseNumber: `N-${at}` })
    await openCaseFor(world, cast.jonas, cast.bo, { caseNumber: 'H-1' })
  })
  after(() => world.close())

  const get = (path: string) => machineOf(world)('GET', path, { token })

  test('page by page, the newest first, and none of another insurer’s', async () => {
    const numbers: string[] = []
    let next: string | null = '/api/cases?limit=2'
    while (next) {
      const page = (await get(next)).json as Page
      numbers.push(...page.cases.map(({ caseNumber }) => caseNumber))
      next = page.next
    }
    assert.deepEqual(numbers, ['N-5', 'N-4', 'N-3', 'N-2', 'N-1'])
  })

  test('one at a time, with sessions and consent, without anything of the patient', async () => {
    const [first] = ((await get('/api/cases')).json as Page).cases
    const reply = await get(`/api/cases/${first?.id}`)
    const one = reply.json as { state: string; sessions: unknown; consent: { means: string }; appointments: unknown[] }
    assert.equal(one.state, 'open')
    assert.deepEqual(one.sessions, { approved: 6, used: 0, booked: 0, remaining: 6 })
    assert.equal(one.consent.means, 'oral')
    assert.deepEqual(one.appointments, [])
    assert.doesNotMatch(reply.text, /Prøvesen|0201609996/)
  })

  test('but never another insurer’s, nor what is no case', async () => {
    const [foreign] = await world.sql<{ id: string }>(`select id from cases where case_number = 'H-1'`)
    for (const id of [foreign?.id, crypto.randomUUID()]) {
      const reply = await get(`/api/cases/${id}`)
      assert.deepEqual([reply.status, (reply.json as { type: string }).type], [404, '/api#not-found'])
    }
    const strange = await get('/api/cases/nonsense')
    assert.deepEqual([strange.status, (strange.json as { type: string }).type], [404, '/api#missing'])
  })

  test('and is told of wrong parameters', async () => {
    const reply = await get('/api/cases?limit=0&after=x')
    assert.equal(reply.status, 422)
  })

  test('and each look is in the trail', async () => {
    const events = await world.sql<{ event: string }>(
      `select event from audit_events where action in ('case.list', 'case.view')`,
    )
    assert.ok(events.length > 5)
    assert.ok(events.every(({ event }) => event.includes('"kind":"api"')))
  })
})

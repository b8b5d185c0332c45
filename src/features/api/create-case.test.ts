import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { caseBody, machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a machine opens a case', () => {
  let world: World
  let cast: Cast
  let token: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    token = await tokenFor(world, cast.mette)
  })
  after(() => world.close())

  let keys = 0
  const open = (body: unknown, key: string | null = `key-${++keys}`) =>
    machineOf(world)('POST', '/api/cases', { token, body, headers: key === null ? {} : { 'idempotency-key': key } })
  const pointers = (json: unknown) =>
    ((json as { errors?: { pointer: string }[] }).errors ?? []).map(({ pointer }) => pointer).sort()
  const count = async (number: string) => (await world.sql('select from cases where case_number = $1', [number])).length
  const consent = { consentedOn: '2026-11-02', means: 'oral' }

  test('and is told where it stands', async () => {
    const reply = await open(caseBody({ consent }))
    assert.equal(reply.status, 201, reply.text)
    const { id, caseNumber } = reply.json as { id: string; caseNumber: string }
    assert.equal(caseNumber, 'API-1')
    assert.equal(reply.headers.get('location'), `/api/cases/${id}`)
  })

  test('and the trail names the machine, the person and the case', async () => {
    const reply = await open(caseBody({ caseNumber: 'API-TRAIL' }))
    const { id } = reply.json as { id: string }
    const [event] = await world.sql<{ event: string; person_id: string | null }>(
      `select event, person_id from audit_events where action = 'case.create' and case_id = $1`,
      [id],
    )
    assert.match(event?.event ?? '', /"kind":"api","clientId":"/)
    assert.ok(event?.person_id)
    assert.doesNotMatch(event?.event ?? '', /Prøvesen|0201609996/)
  })

  test('without consent, and nothing leaves the insurer (R1.7)', async () => {
    const clinics = ['26919991']
    const approval = { ...caseBody().approval, clinics }
    const without = (await open(caseBody({ caseNumber: 'API-2', approval }))).json as { id: string }
    const given = (await open(caseBody({ caseNumber: 'API-3', approval, consent }))).json as { id: string }
    const disclosures = (id: string) => world.sql('select from disclosures where case_id = $1', [id])
    assert.equal((await disclosures(without.id)).length, 0)
    assert.equal((await disclosures(given.id)).length, 1)
  })

  test('the same request again gets the same answer, and opens nothing', async () => {
    const body = caseBody({ caseNumber: 'API-4' })
    const [first, again] = [await open(body, 'same'), await open(body, 'same')]
    assert.deepEqual([again.status, again.text], [first.status, first.text])
    assert.equal(await count('API-4'), 1)
    const other = await open(caseBody({ caseNumber: 'API-5' }), 'same')
    assert.deepEqual([other.status, (other.json as { type: string }).type], [422, '/api#idempotency-key-reused'])
    assert.equal(await count('API-5'), 0)
  })

  test('ten times at once with one key, and there is one case', async () => {
    const body = caseBody({ caseNumber: 'API-6' })
    const replies = await Promise.all(Array.from({ length: 10 }, () => open(body, 'at-once')))
    assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([201]))
    assert.equal(new Set(replies.map(({ text }) => text)).size, 1)
    assert.equal(await count('API-6'), 1)
  })

  test('with a number that is taken, and is told so', async () => {
    await open(caseBody({ caseNumber: 'API-7' }))
    const reply = await open(caseBody({ caseNumber: 'API-7' }))
    assert.deepEqual([reply.status, (reply.json as { type: string }).type], [409, '/api#case-number-taken'])
    assert.equal(reply.headers.get('content-type'), 'application/problem+json')
  })

  test('with wrong fields, and each is pointed at', async () => {
    const shape = await open(
      caseBody({
        patient: { cpr: '3002609996', name: '', phone: '1' },
        approval: { sessions: 0, validFrom: '2026-02-30', validUntil: '2099-01-01', clinics: [] },
        colour: 'red',
      }),
    )
    assert.equal(shape.status, 422)
    assert.deepEqual(pointers(shape.json), [
      '/approval/clinics',
      '/approval/sessions',
      '/approval/validFrom',
      '/colour',
      '/patient/cpr',
      '/patient/name',
      '/patient/phone',
    ])
    const sense = await open(
      caseBody({
        details: { complaint: 'Ondt', medicine: 'En pille' },
        approval: { sessions: 1, validFrom: '2026-11-02', validUntil: '2026-11-01', clinics: ['13748136'] },
        consent: { consentedOn: '2099-01-01', means: 'oral' },
      }),
    )
    assert.deepEqual(pointers(sense.json), [
      '/approval/clinics',
      '/approval/validUntil',
      '/consent/consentedOn',
      '/details/body-part',
      '/details/medicine',
    ])
    const unknown = await open(caseBody({ treatment: 'astrology' }))
    assert.deepEqual(pointers(unknown.json), ['/treatment'])
  })

  test('with what is no JSON, without a key, or without a token', async () => {
    const type = async (reply: Promise<{ json: unknown }>) => ((await reply).json as { type: string }).type
    assert.equal(await type(open('{')), '/api#not-json')
    assert.equal(await type(open(caseBody(), null)), '/api#idempotency-key-missing')
    assert.equal(await type(open(caseBody(), 'k'.repeat(201))), '/api#idempotency-key-missing')
    assert.equal(await type(machineOf(world)('POST', '/api/cases', { body: caseBody() })), '/api#unauthorised')
    const nul = await open(caseBody({ caseNumber: 'A\u0000B' }))
    assert.deepEqual(pointers(nul.json), ['/caseNumber'])
  })

  test('but a clinic’s machine cannot, nor can a browser’s session', async () => {
    const clinic = await tokenFor(world, cast.lone)
    const refused = await machineOf(world)('POST', '/api/cases', {
      token: clinic,
      body: caseBody(),
      headers: { 'idempotency-key': 'x' },
    })
    assert.equal(refused.status, 403)
    const mette = await world.browser({ userId: cast.mette.userId })
    assert.equal((await mette.get('/api/cases')).status, 401)
  })
})

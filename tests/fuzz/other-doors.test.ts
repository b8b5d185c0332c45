import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { marketingActions, referralActions } from '#src/actions.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { Browser } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { wrongRows } from './invariants.sql.ts'
import { nastyValues } from './nasty-values.ts'
import { type Random, randomFrom } from './random.ts'

const seed = 20_261_124
const requests = { machine: 2000, public: 1000 }

describe('nasty requests through the other doors', () => {
  let world: World
  let scene: Scene
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
  })
  after(() => world.close())

  test('the API answers machines with typed problems and stores nothing wrong (T19.4)', async () => {
    const random = randomFrom(seed)
    const call = machineOf(world)
    const token = await tokenFor(world, scene.cast.birthe)
    const actions = referralActions.filter(({ definition }) => definition.as === 'api')
    for (let sent = 0; sent < requests.machine; sent++) {
      const { at } = random.pick(actions)
      const path = at.href(
        scene.params,
        at.method === 'GET' ? { limit: random.pick(sendable), after: random.pick(sendable) } : {},
      )
      const body = at.method === 'GET' ? undefined : nastyBody(random)
      const headers = { 'x-forwarded-for': `2001:db8:${sent.toString(16)}::1`, 'idempotency-key': `k-${sent}` }
      const reply = await call(at.method, path, { token, body, headers })
      assert.notEqual(reply.status, 500, `Request ${sent}: ${at.method} ${path} ${JSON.stringify(body)}`)
    }
    assert.deepEqual(await wrongRows(world), [])
  })

  test('the public site takes whatever visitors send (T19.4)', async () => {
    const random = randomFrom(seed + 1)
    for (let sent = 0; sent < requests.public; sent++) {
      const visitor = new Browser((request) => world.fetch(request), marketingUrl)
      const { at } = random.pick(marketingActions)
      const fields = Object.fromEntries(contactFields.map((field) => [field, random.pick(nastyValues)]))
      const path = at.href({ version: random.pick(sendable) }, at.method === 'GET' ? fields : {})
      const answer = at.method === 'GET' ? await visitor.get(path) : await visitor.post(path, fields)
      assert.notEqual(answer.status, 500, `Request ${sent}: ${at.method} ${path} ${JSON.stringify(fields)}`)
    }
  })
})

const contactFields = [
  'name',
  'company',
  'phone',
  'email',
  'message',
  'language',
  'returnTo',
  'kinds',
  'choice',
  'notice',
]

let caseCount = 0

const sendable = nastyValues.filter((value) => !/[\ud800-\udfff]/.test(value) && value.length < 500)

/** A case as a machine would send it, with something in it that it would not; now and then no case at all. */
function nastyBody(random: Random): unknown {
  if (random.chance(0.1)) return random.pick(nastyValues)
  const nasty = () => random.pick<unknown>([...nastyValues, null, 1e300, -1, [], {}, true, ['x'], { a: { b: 1 } }])
  const pick = (fitting: unknown) => (random.chance(0.75) ? fitting : nasty())
  return {
    caseNumber: pick(`FUZZ-${caseCount++}`),
    treatment: pick('physiotherapy'),
    patient: pick({
      cpr: pick('0201609996'),
      name: pick('Ana Prøvesen'),
      phone: pick('+4512345678'),
      email: pick('ana@patient.example'),
    }),
    details: pick({ complaint: pick('Ondt'), 'body-part': pick('Lænd') }),
    approval: pick({
      sessions: pick(6),
      validFrom: pick('2026-11-23'),
      validUntil: pick('2027-03-01'),
      clinics: pick('any'),
    }),
    consent: pick({ consentedOn: pick('2026-11-20'), means: pick('oral') }),
    consentedOn: pick('2026-11-20'),
    means: pick('oral'),
  }
}

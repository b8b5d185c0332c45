import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Action } from '#platform/http/action.ts'
import { rateRules } from '#platform/http/rate-rules.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { marketingUrl, openWorld, referralUrl, type World } from '#tests/harness/world.ts'

const someUuid = '01900000-0000-7000-8000-000000000001'

describe('trying again and again', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  let caller = 0
  /** Sends until refused, always from one address; tells after how many, and with what. */
  async function untilRefused({ at }: Action, base: URL, most: number) {
    const ids = { caseId: someUuid, appointmentId: someUuid, leadId: someUuid, rightsRequestId: someUuid }
    const path = at.href({ token: 'x'.repeat(32), ...ids })
    const ip = `203.0.113.${++caller}`
    for (let sent = 0; sent <= most; sent++) {
      const answer = await world.fetch(
        new Request(new URL(path, base), {
          method: at.method,
          headers: { 'x-forwarded-for': ip, origin: base.origin },
        }),
      )
      await answer.arrayBuffer()
      if (answer.status === 429) return { sent, retryAfter: Number(answer.headers.get('retry-after')) }
    }
    return null
  }

  test('ends in 429 and when to come back, on every way to log in, to write to us and to get a token (T19.2)', async () => {
    const sites = [
      { actions: referralActions, base: referralUrl },
      { actions: marketingActions, base: marketingUrl },
    ]
    let tried = 0
    for (const { actions, base } of sites) {
      for (const action of actions) {
        const rule = action.definition.limit
        if (!rule || (rule === 'api' && action.asks !== 'api.token')) continue
        const refused = await untilRefused(action, base, 2 * rateRules[rule].capacity)
        assert.ok(refused, `${action.at.pattern} is never refused`)
        assert.ok(refused.sent >= 5)
        assert.ok(refused.retryAfter >= 1 && refused.retryAfter <= 60, `${action.at.pattern}: ${refused.retryAfter}`)
        tried++
      }
    }
    assert.ok(tried >= 15)
  })

  test('is limited wherever somebody unknown can try something or leave something (T19.2)', () => {
    const unlimited = [...referralActions, ...marketingActions].filter(
      ({ at, asks, definition }) =>
        !definition.limit &&
        (definition.as === 'api' ||
          definition.as === 'token' ||
          asks === 'cookies.choose' ||
          (asks === 'contact.send' && at.method === 'POST') ||
          (definition.as === 'gatekeeper' && at.method === 'POST' && asks !== 'log-out')),
    )
    assert.deepEqual(
      unlimited.map(({ at }) => at.pattern),
      [],
    )
  })

  test('at one account from ever new addresses ends too, and says when to come back (T19.2)', async () => {
    let last: Awaited<ReturnType<Awaited<ReturnType<World['browser']>>['post']>> | undefined
    for (let tries = 0; tries < 11; tries++) {
      const browser = await world.browser()
      await browser.get('/log-in/staff')
      last = await browser.post('/log-in/staff', { email: cast.sara.email, password: 'En forkert adgangskode' })
    }
    assert.equal(last?.status, 429)
    assert.equal(last?.headers.get('retry-after'), '60')
  })

  test('is no help by changing the last half of an IPv6 address (T19.2)', async () => {
    const statuses: number[] = []
    for (let host = 1; host <= rateRules['log-in'].capacity + 1; host++) {
      const answer = await world.fetch(
        new Request(new URL('/log-in/staff', referralUrl), {
          method: 'POST',
          headers: { 'x-forwarded-for': `2001:db8:5:6::${host}` },
        }),
      )
      statuses.push(answer.status)
    }
    assert.equal(statuses.at(-1), 429)
  })

  test('tells nobody who has an account: reset and log-in answer word by word the same (T19.2)', async () => {
    const words = async (path: string, fields: Record<string, string>) => {
      const browser = await world.browser()
      await browser.get(path)
      const { status, text, headers } = await browser.post(path, fields)
      const same = text.replace(/(nonce|value)="[^"]*"/g, '').replaceAll(fields['email'] ?? '', 'EMAIL')
      return { status, same, location: headers.get('location') }
    }
    for (const [path, more] of [
      ['/password-reset', {}],
      ['/log-in/staff', { password: 'En forkert adgangskode' }],
    ] as const) {
      const known = await words(path, { email: cast.mette.email, ...more })
      assert.deepEqual(await words(path, { email: 'nobody.at.all@nowhere.example', ...more }), known)
    }
  })
})

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Cpr } from '#kernel/cpr.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { blindIndex } from '#platform/crypto/blind-index.ts'
import { openBrowser } from '#platform/eid/browser-fixture.ts'
import { type Eid, openEid } from '#platform/eid/eid.ts'
import { type LocalBroker, startLocalBroker } from '#platform/eid/local-broker.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'

describe('log-in of patients with eID', () => {
  let world: World
  let broker: LocalBroker
  let eid: Eid
  before(async () => {
    const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const redirectUri = new URL('/log-in/eid/callback', referralUrl).href
    broker = await startLocalBroker({
      port: 0,
      clientId: 'klinikbro-signaturgruppen',
      clientPublicJwk: keys.publicKey.export({ format: 'jwk' }),
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [new URL('/logged-out', referralUrl).href],
    })
    eid = await openEid({
      issuer: new URL(broker.issuer),
      clientId: 'klinikbro-signaturgruppen',
      clientKey: keys.privateKey.export({ format: 'jwk' }),
      claims: 'signaturgruppen',
      redirectUri,
      allowHttp: true,
    })
    world = await openWorld({ eid })
  })
  after(async () => {
    await world.close()
    await broker.close()
  })
  // The limit by address refills. The broker's own clock stands, so not by much.
  beforeEach(() => world.clock.advance({ minutes: 1 }))

  const who = (key: string) => broker.people.find((one) => one.key === key) ?? assert.fail(key)

  /** As if an insurer had told us of them. */
  async function makeKnown(key: string): Promise<Id<'person'>> {
    const id = newId<'person'>()
    const index = blindIndex(world.services.keyring, 'person.cpr', who(key).cpr as Cpr)
    await world.sql('insert into persons (id, cpr_index) values ($1, $2)', [id, index])
    return id
  }

  /** Leaves for the broker from a browser of ours. */
  async function leave(returnTo = '/'): Promise<{ browser: Browser; url: string }> {
    const browser = await world.browser()
    await browser.get('/log-in')
    const answer = await browser.post('/log-in/eid', { returnTo })
    assert.equal(answer.status, 303)
    const url = answer.location ?? ''
    assert.ok(url.startsWith(broker.issuer), url)
    return { browser, url }
  }

  /** Is somebody at the broker; gives the path they come back to. */
  async function beAtBroker(url: string, key: string, typedCpr = who(key).cpr): Promise<string> {
    const there = openBrowser()
    const list = await there.visit(url)
    const chosen = await there.visit(`${list.url}/person`, { person: key })
    const end = who(key).cpr ? await there.visit(chosen.url.href, { cpr: typedCpr ?? '' }) : chosen
    return end.url.pathname + end.url.search
  }

  async function comeBackAs(key: string, returnTo?: string) {
    const { browser, url } = await leave(returnTo)
    const back = await beAtBroker(url, key)
    return { browser, back, answer: await browser.get(back) }
  }

  const sessions = () => world.sql<{ person_id: string }>(`select * from web_sessions where kind = 'patient'`)

  test('a person whom an insurer told us of is let in, to where they were going', async () => {
    const personId = await makeKnown('person-01')
    const { answer, browser } = await comeBackAs('person-01', '/my/cases')
    assert.deepEqual([answer.status, answer.location], [303, '/my/cases'])
    assert.ok(browser.cookies().get('session'))
    const [session] = await world.sql<Record<string, unknown>>(
      `select person_id, kind, idle_minutes, ends_at <= $1::timestamptz + interval '12 hours' as in_time, eid_sealed from web_sessions`,
      [world.clock.now()],
    )
    const { eid_sealed: sealed, ...rest } = session ?? {}
    assert.deepEqual(rest, { person_id: personId, kind: 'patient', idle_minutes: 30, in_time: true })
    assert.ok(!(sealed as Buffer).toString('latin1').includes(who('person-01').name))
    const [event] = await world.sql<{ event: string }>(`select event from audit_events where person_id = $1`, [
      personId,
    ])
    assert.equal(JSON.parse(event?.event ?? '{}').operation, 'log-in.eid')
  })

  test('a person with a protected name is let in, without a name', async () => {
    await makeKnown('protected')
    assert.equal((await comeBackAs('protected')).answer.status, 303)
  })

  test('a person whom nobody told us of reads why, and nothing about them is stored', async () => {
    const before = (await sessions()).length
    const { answer } = await comeBackAs('person-05')
    assert.equal(answer.status, 403)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /Vi har ingen sag til dig/)
    assert.equal((await sessions()).length, before)
    const index = blindIndex(world.services.keyring, 'person.cpr', who('person-05').cpr as Cpr)
    assert.deepEqual(await world.sql('select from persons where cpr_index = $1', [index]), [])
  })

  for (const [key, words] of [
    ['employee', /Brug dit private MitID/],
    ['low', /ikke sikkert nok/],
    ['no-cpr', /ikke knyttet til et CPR-nummer/],
  ] as const) {
    test(`somebody refused as ${key} is told what to do`, async () => {
      const { answer, browser } = await comeBackAs(key)
      assert.equal(answer.status, 403)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), words)
      assert.equal(browser.cookies().get('session'), undefined)
    })
  }

  test('who stops at the broker is back at log-in, with the way they were going', async () => {
    const { browser, url } = await leave('/my/cases')
    const there = openBrowser()
    const list = await there.visit(url)
    const end = await there.visit(`${list.url}/cancel`, {})
    const answer = await browser.get(end.url.pathname + end.url.search)
    assert.equal(answer.location, '/log-in?notice=cancelled&returnTo=%2Fmy%2Fcases')
    assert.match(plain((await browser.get(answer.location ?? '')).text), /Du afbrød/)
  })

  test('a CPR number typed wrongly three times ends it', async () => {
    const { browser, url } = await leave()
    const there = openBrowser()
    const list = await there.visit(url)
    const chosen = await there.visit(`${list.url}/person`, { person: 'person-01' })
    const wrong = who('person-02').cpr ?? ''
    await there.visit(chosen.url.href, { cpr: wrong })
    await there.visit(chosen.url.href, { cpr: wrong })
    const end = await there.visit(chosen.url.href, { cpr: wrong })
    const answer = await browser.get(end.url.pathname + end.url.search)
    assert.match(plain(answer.text), /CPR-nummeret passede ikke/)
  })

  test('nobody can be handed the end of another’s log-in', async () => {
    const { url } = await leave()
    const back = await beAtBroker(url, 'person-01')
    const stranger = await world.browser()
    await stranger.get('/log-in')
    const answer = await stranger.get(back)
    assert.equal(answer.status, 400)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /Begynd forfra/)
    assert.equal(stranger.cookies().get('session'), undefined)
  })

  test('an answer counts once, and one without an attempt not at all', async () => {
    const { browser, back } = await comeBackAs('person-01')
    assert.equal((await browser.get(back)).status, 400)
    assert.equal((await browser.get('/log-in/eid/callback?state=made-up&code=made-up')).status, 400)
    assert.equal((await browser.get('/log-in/eid/callback')).status, 400)
  })

  test('a token planted in the browser is worth nothing after log-in', async () => {
    const { browser, url } = await leave()
    browser.setCookie('session', 'planted')
    await browser.get(await beAtBroker(url, 'person-01'))
    assert.notEqual(browser.cookies().get('session'), 'planted')
  })

  test('log-out ends the session here, and goes on to the broker', async () => {
    const { browser } = await comeBackAs('person-01', '/log-in')
    const token = browser.cookies().get('session') ?? ''
    await browser.get('/privacy')
    const answer = await browser.post('/log-out')
    const to = new URL(answer.location ?? '')
    assert.equal(to.origin, new URL(broker.issuer).origin)
    assert.equal(to.searchParams.get('post_logout_redirect_uri'), new URL('/logged-out', referralUrl).href)
    assert.equal(browser.cookies().get('session'), undefined)
    const stale = await world.browser()
    stale.setCookie('session', token)
    assert.match((await stale.get('/account')).location ?? '', /^\/log-in/)
  })

  test('after half an hour it is too late', async () => {
    const { browser, url } = await leave()
    const back = await beAtBroker(url, 'person-01')
    world.clock.advance({ minutes: 32 })
    const answer = await browser.get(back)
    assert.match(plain(answer.text), /Det tog for lang tid/)
  })
})

describe('when the eID broker does not answer', () => {
  test('a patient is told that it is not their fault', async () => {
    const world = await openWorld()
    const browser = await world.browser()
    await browser.get('/log-in')
    const answer = await browser.post('/log-in/eid')
    assert.equal(answer.status, 503)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /MitID svarer ikke lige nu/)
    await world.close()
  })
})

import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { openBrowser } from './browser-fixture.ts'
import { type Eid, openEid } from './eid.ts'
import type { ClaimStyle, EidAttempt, EidIdentity } from './identity.ts'
import { startLocalBroker } from './local-broker.ts'
import type { TestPerson } from './local-broker-people.ts'

const redirectUri = 'http://patient.localhost:9/log-in/callback'
const loggedOutUri = 'http://patient.localhost:9/'
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const open: { close(): Promise<void> }[] = []
after(() => Promise.all(open.map((one) => one.close())))

async function world(claims: ClaimStyle) {
  const clientId = `klinikbro-${claims}`
  const broker = await startLocalBroker({
    port: 0,
    clientId,
    clientPublicJwk: keys.publicKey.export({ format: 'jwk' }),
    redirectUris: [redirectUri],
    postLogoutRedirectUris: [loggedOutUri],
  })
  open.push(broker)
  const clientKey = keys.privateKey.export({ format: 'jwk' })
  const issuer = new URL(broker.issuer)
  const eid = await openEid({ issuer, clientId, clientKey, claims, redirectUri, allowHttp: true })
  const who = (key: string): TestPerson => broker.people.find((one) => one.key === key) ?? assert.fail(key)
  return { broker, eid, who }
}

async function begin(eid: Eid, request: Parameters<Eid['begin']>[0] = { language: 'da' }) {
  const begun = await eid.begin(request)
  assert.ok(begun.ok)
  const attempt: EidAttempt = JSON.parse(JSON.stringify(begun.value.attempt))
  return { url: begun.value.url, attempt, browser: openBrowser() }
}

async function comeBackAs(eid: Eid, person: TestPerson, typedCpr = person.cpr) {
  const { url, attempt, browser } = await begin(eid)
  const list = await browser.visit(url)
  const chosen = await browser.visit(`${list.url}/person`, { person: person.key })
  const end = person.cpr ? await browser.visit(chosen.url.href, { cpr: typedCpr ?? '' }) : chosen
  return { attempt, browser, end, callback: end.url.searchParams }
}

async function identityOf(eid: Eid, person: TestPerson): Promise<EidIdentity> {
  const { callback, attempt } = await comeBackAs(eid, person)
  const done = await eid.finish(callback, attempt, new Date())
  assert.ok(done.ok, done.ok ? '' : done.problem)
  return done.value
}

async function refusalOf(eid: Eid, person: TestPerson) {
  const { callback, attempt } = await comeBackAs(eid, person)
  const done = await eid.finish(callback, attempt, new Date())
  return done.ok ? 'let in' : done.problem
}

for (const style of ['signaturgruppen', 'idura'] as const) {
  describe(`log-in with a broker of the ${style} family`, async () => {
    const { broker, eid, who } = await world(style)

    test('a patient comes back with a verified CPR number, name and level', async () => {
      const person = who('person-01')
      const identity = await identityOf(eid, person)
      assert.equal(identity.issuer, broker.issuer)
      assert.equal(identity.subject, person.subject)
      assert.equal(identity.mitidUuid, person.mitidUuid)
      assert.equal(identity.cpr, person.cpr)
      assert.equal(identity.name, person.name)
      assert.equal(identity.birthDate, person.birthDate)
      assert.equal(identity.assurance, 'substantial')
      assert.ok(Math.abs(identity.authenticatedAt.getTime() - Date.now()) < 60_000)
    })

    test('a protected name never arrives', async () => {
      const identity = await identityOf(eid, who('protected'))
      assert.deepEqual([identity.name, identity.nameProtected], [null, true])
    })

    test('an employee, a weak log-in and a person without CPR number are refused with their reason', async () => {
      assert.equal(await refusalOf(eid, who('employee')), 'employee-identity')
      assert.equal(await refusalOf(eid, who('low')), 'assurance-too-low')
      assert.equal(await refusalOf(eid, who('no-cpr')), 'no-cpr')
    })

    test('where CPR is not asked for, none is delivered', async () => {
      const { url, attempt, browser } = await begin(eid, { language: 'en', cpr: 'not-asked' })
      const list = await browser.visit(url)
      assert.match(list.html, /lang="en"/)
      const end = await browser.visit(`${list.url}/person`, { person: 'person-03' })
      const done = await eid.finish(end.url.searchParams, attempt, new Date())
      assert.equal(done.ok && done.value.cpr, null)
    })

    test('logging out ends the session at the broker and returns to us, without a CPR number in the address', async () => {
      const { callback, attempt, browser } = await comeBackAs(eid, who('person-02'))
      const done = await eid.finish(callback, attempt, new Date())
      assert.ok(done.ok)
      const url = eid.logOutUrl(done.value.idToken, loggedOutUri)
      assert.equal(new URL(url).searchParams.has('id_token_hint'), style === 'signaturgruppen')
      const ask = await browser.visit(url)
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(ask.html)?.[1] ?? assert.fail(ask.html)
      const end = await browser.visit(`${broker.issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
      assert.equal(end.url.href, loggedOutUri)
    })
  })
}

describe('a log-in that does not end well', async () => {
  const { broker, eid, who } = await world('signaturgruppen')

  test('three wrong CPR numbers end the log-in', async () => {
    const { end, browser, attempt } = await comeBackAs(eid, who('person-01'), '0201609990')
    assert.equal(end.status, 422)
    assert.match(end.html, /Du har 2 forsøg tilbage/)
    await browser.visit(end.url.href, { cpr: '' })
    const last = await browser.visit(end.url.href, { cpr: '0201609991' })
    const done = await eid.finish(last.url.searchParams, attempt, new Date())
    assert.equal(done.ok ? 'let in' : done.problem, 'cpr-mismatch-exhausted')
  })

  test('a person can leave, and the callback says so', async () => {
    const { url, attempt, browser } = await begin(eid)
    const list = await browser.visit(url)
    const end = await browser.visit(`${list.url}/cancel`, {})
    const done = await eid.finish(end.url.searchParams, attempt, new Date())
    assert.equal(done.ok ? 'let in' : done.problem, 'cancelled')
  })

  test("somebody else's callback is refused before it is used", async () => {
    const { callback } = await comeBackAs(eid, who('person-01'))
    const other = await begin(eid)
    const done = await eid.finish(callback, other.attempt, new Date())
    assert.equal(done.ok ? 'let in' : done.problem, 'state-mismatch')
  })

  test('a callback that comes half an hour late is refused', async () => {
    const { callback, attempt } = await comeBackAs(eid, who('person-01'))
    const done = await eid.finish(callback, attempt, new Date(Date.now() + 31 * 60_000))
    assert.equal(done.ok ? 'let in' : done.problem, 'expired')
  })

  test('a code works once, and not with a wrong nonce or verifier', async () => {
    const { callback, attempt } = await comeBackAs(eid, who('person-01'))
    assert.ok((await eid.finish(callback, attempt, new Date())).ok)
    assert.deepEqual(await eid.finish(callback, attempt, new Date()), { ok: false, problem: 'invalid-token' })
    for (const field of ['nonce', 'verifier'] as const) {
      const fresh = await comeBackAs(eid, who('person-01'))
      const forged = { ...fresh.attempt, [field]: 'x'.repeat(43) }
      assert.deepEqual(await eid.finish(fresh.callback, forged, new Date()), { ok: false, problem: 'invalid-token' })
    }
  })

  test('a code from another issuer is refused', async () => {
    const { callback, attempt } = await comeBackAs(eid, who('person-01'))
    callback.set('iss', 'https://other.example')
    assert.deepEqual(await eid.finish(callback, attempt, new Date()), { ok: false, problem: 'invalid-token' })
  })

  test('the session at the broker serves a second visit, a forced log-in asks again', async () => {
    const { browser } = await comeBackAs(eid, who('person-01'))
    const again = await begin(eid)
    const second = await browser.visit(again.url)
    assert.equal(second.url.origin + second.url.pathname, redirectUri)
    const forced = await begin(eid, { language: 'da', forceLogin: true })
    const third = await browser.visit(forced.url)
    assert.match(third.html, /Test-MitID \(lokal\)/)
  })

  test('the person list can be searched by name and by CPR number', async () => {
    const { url, browser } = await begin(eid)
    const list = await browser.visit(url)
    const person = who('person-05')
    for (const q of [person.name.slice(0, 6), `${person.cpr?.slice(0, 6)}-${person.cpr?.slice(6)}`]) {
      const found = await browser.visit(`${list.url}?${new URLSearchParams({ q })}`)
      assert.match(found.html, new RegExp(person.name))
      assert.doesNotMatch(found.html, new RegExp(who('no-cpr').name))
    }
    const escaped = await browser.visit(`${list.url}?${new URLSearchParams({ q: '<b>"' })}`)
    assert.doesNotMatch(escaped.html, /<b>/)
  })

  test('a request that is not pushed and signed by our client is not served', async () => {
    const query = new URLSearchParams({
      client_id: 'klinikbro-signaturgruppen',
      response_type: 'code',
      scope: 'openid',
    })
    const answer = await fetch(`${broker.issuer}/auth?${query}&redirect_uri=${redirectUri}`, { redirect: 'manual' })
    const target = new URL(answer.headers.get('location') ?? redirectUri)
    assert.equal(target.searchParams.has('code'), false)
    assert.equal(answer.status === 200, false)
  })
})

test('a broker that is down does not stop us, and is found once it is up', async () => {
  const first = await world('idura')
  const port = Number(new URL(first.broker.issuer).port)
  await first.broker.close()
  const clientKey = keys.privateKey.export({ format: 'jwk' })
  const issuer = new URL(first.broker.issuer)
  const eid = await openEid({ issuer, clientId: 'c-idura', clientKey, claims: 'idura', redirectUri, allowHttp: true })
  assert.deepEqual(await eid.begin({ language: 'da' }), { ok: false, problem: 'broker-unavailable' })
  assert.equal(eid.logOutUrl(null, loggedOutUri), loggedOutUri)
  assert.equal(await eid.isReachable(), false)

  const clientPublicJwk = keys.publicKey.export({ format: 'jwk' })
  const lists = { redirectUris: [redirectUri], postLogoutRedirectUris: [] }
  open.push(await startLocalBroker({ port, clientId: 'c-idura', clientPublicJwk, ...lists }))
  assert.ok((await eid.begin({ language: 'da' })).ok)
  assert.equal(await eid.isReachable(), true)
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralActions } from '#src/actions.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'
import { siteOverTls } from './over-tls.ts'

describe('what every answer says to the browser', () => {
  let world: World
  let scene: Scene
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
  })
  after(() => world.close())

  const assertGuarded = (headers: Headers, what: string) => {
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/, what)
    assert.match(policy, /frame-ancestors 'none'/, what)
    assert.match(policy, /base-uri 'none'/, what)
    assert.match(policy, /require-trusted-types-for 'script'/, what)
    assert.doesNotMatch(policy, /unsafe-|strict-dynamic|\*|script-src[^;]*('self'|http|data:)/, what)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', what)
    assert.equal(headers.get('cache-control'), 'no-store', what)
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', what)
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', what)
    assert.equal(headers.get('referrer-policy'), 'same-origin', what)
    assert.equal(headers.get('access-control-allow-origin'), null, what)
    for (const name of ['server', 'x-powered-by']) assert.equal(headers.get(name), null, what)
  }

  test('lets no page be framed, sniffed, kept or run a script that is not ours (T19.4)', async () => {
    const browsers = [
      await world.browser(),
      await world.browser({ personId: scene.ana }),
      await world.browser({ userId: scene.cast.mette.userId }),
      await world.browser({ userId: scene.cast.sara.userId }),
      await world.browser({ userId: scene.cast.omar.userId }),
    ]
    for (const { at, definition } of referralActions.filter((one) => one.at.method === 'GET')) {
      if (definition.as === 'api') continue
      for (const browser of browsers) assertGuarded((await browser.get(at.href(scene.params))).headers, at.pattern)
    }
    const [nobody] = browsers
    assertGuarded((await nobody!.get('/no-such-page')).headers, 'a page that is not there')
    assertGuarded((await nobody!.post('/log-in/staff', { email: 'x'.repeat(200_000) })).headers, 'too much')
  })

  test('has a nonce of its own in each answer', async () => {
    const nonceOf = async () =>
      /'nonce-([\w-]{20,})'/.exec(
        (await (await world.browser()).get('/log-in')).headers.get('content-security-policy') ?? '',
      )?.[1]
    const nonces = await Promise.all([nonceOf(), nonceOf(), nonceOf()])
    assert.ok(nonces.every(Boolean))
    assert.equal(new Set(nonces).size, 3)
  })

  test('under https binds cookies to the host and the browser to https (T4.1)', async () => {
    const get = await siteOverTls(world)
    const page = await get('/log-in')
    assert.match(page.headers.get('strict-transport-security') ?? '', /max-age=63072000; includeSubDomains/)
    assert.match(page.headers.get('content-security-policy') ?? '', /upgrade-insecure-requests/)
    const [cookie, ...more] = page.headers.getSetCookie()
    assert.equal(more.length, 0)
    assert.match(cookie ?? '', /^__Host-anti-forgery=[\w-]{32}; /)
    for (const attribute of [/; Path=\/(;|$)/, /; HttpOnly(;|$)/, /; Secure(;|$)/, /; SameSite=Lax(;|$)/])
      assert.match(cookie ?? '', attribute)
    assert.doesNotMatch(cookie ?? '', /Domain=/i)
  })

  test('under https knows no cookie that a subdomain or plain http could have planted (T4.1)', async () => {
    const get = await siteOverTls(world)
    const browser = await world.browser({ userId: scene.cast.mette.userId })
    const token = browser.cookies().get('session')
    const withCookie = async (cookie: string) => (await get('/account', { headers: { cookie } })).status
    assert.equal(await withCookie(`session=${token}`), 303)
    assert.equal(await withCookie(`__Secure-session=${token}`), 303)
    assert.equal(await withCookie(`__Host-session=${token}`), 200)
  })

  test('never speaks of the host that was asked (host header attacks)', async () => {
    for (const path of ['/log-in', '/privacy', '/no-such-page', '/api', '/cases', '/account?x=1']) {
      const answer = await world.fetch(
        new Request(`http://evil.example${path}`, { headers: { 'x-forwarded-host': 'evil.example' } }),
      )
      assert.doesNotMatch(await answer.text(), /evil\.example/, path)
      assert.doesNotMatch(answer.headers.get('location') ?? '', /evil|^https?:|^\/\//, path)
    }
    assert.equal(referralUrl.hostname, 'klinikbro.localhost')
  })

  test('serves no file but those of the look, by whatever path', async () => {
    const nobody = await world.browser()
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/..%2f..%2fpackage.json',
      '/assets/..\\package.json',
      '/assets/%00',
      '/.env',
      '/.git/config',
      '/package.json',
      '//etc/passwd',
    ])
      assert.equal((await nobody.get(new URL(referralUrl).origin + path)).status, 404, path)
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { referralSite } from '#sites/referral/site.ts'
import { type CookieJar, readCookies, refuseUndeclared, writeCookie } from './cookies.ts'

const secure = referralSite(new URL('https://klinikbro.example'), [], [])
const local = referralSite(new URL('http://klinikbro.localhost:3000'), [], [])

type Change = Parameters<typeof writeCookie>[2]

async function written(site: typeof secure, change: Change): Promise<string> {
  const app = new Hono().get('/', (c) => {
    writeCookie(c, site, change)
    return c.text('')
  })
  return (await app.request('/')).headers.getSetCookie().join('\n')
}

async function read(site: typeof secure, cookie: string): Promise<CookieJar | undefined> {
  let jar: CookieJar | undefined
  const app = new Hono().get('/', (c) => {
    jar = readCookies(c, site.url)
    return c.text('')
  })
  await app.request('/', { headers: { cookie } })
  return jar
}

test('under TLS the session cookie is bound to this host, hidden from scripts, and ends with the browser', async () => {
  const line = await written(secure, { kind: 'session-starts', token: 'abc' })
  assert.match(line, /^__Host-session=abc;/)
  for (const wanted of [/; Path=\//, /; HttpOnly/, /; Secure/, /; SameSite=Lax/]) assert.match(line, wanted)
  assert.doesNotMatch(line, /Domain|Max-Age|Expires/i)
})

test('on a developer’s machine the same cookie goes without TLS, and stays hidden from scripts', async () => {
  const line = await written(local, { kind: 'session-starts', token: 'abc' })
  assert.match(line, /^session=abc;/)
  assert.match(line, /; HttpOnly/)
  assert.doesNotMatch(line, /Secure/)
})

test('the language is remembered for as long as the cookie policy says, and no longer than a year', async () => {
  const [, seconds = ''] = /Max-Age=(\d+)/.exec(await written(secure, { kind: 'language', language: 'en' })) ?? []
  assert.ok(Number(seconds) > 0 && Number(seconds) <= 365 * 24 * 3600, seconds)
})

test('a cookie that the site’s register does not have is never set', async () => {
  const bare = { ...secure, gate: { ...secure.gate, model: { ...secure.gate.model, cookies: [] } } }
  assert.equal(await written(bare, { kind: 'language', language: 'en' }), '')
})

test('an answer that sets an undeclared cookie by any way is never sent (T7.2)', async () => {
  const sending = async (site: typeof secure, cookie: string) => {
    const app = new Hono().get('/', (c) => {
      c.header('Set-Cookie', cookie)
      return refuseUndeclared(c, site, c.text('page'))
    })
    app.onError((_, c) => c.text('broken', 500))
    const answer = await app.request('/')
    return [answer.status, answer.headers.getSetCookie()]
  }
  assert.deepEqual(await sending(local, 'tracker=1; Path=/'), [500, []])
  assert.deepEqual(await sending(secure, '__Host-tracker=1; Path=/'), [500, []])
  assert.deepEqual(await sending(secure, '__Host-session=1; Path=/'), [200, ['__Host-session=1; Path=/']])
})

test('a session cookie planted by a subdomain has another name and is not read', async () => {
  assert.equal((await read(secure, 'session=planted'))?.sessionToken, null)
  assert.equal((await read(secure, '__Host-session=own'))?.sessionToken, 'own')
})

test('a language that we do not speak is as none', async () => {
  assert.equal((await read(local, 'language=en'))?.language, 'en')
  assert.equal((await read(local, 'language=xx'))?.language, null)
})

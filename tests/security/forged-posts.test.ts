import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { isForMachines } from '#platform/http/action.ts'
import { referralActions } from '#src/actions.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'

describe('a post that its sender did not mean', () => {
  let world: World
  let scene: Scene
  let mette: Held
  let jonas: Held
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
    mette = await held(scene.cast.mette.userId)
    jonas = await held(scene.cast.jonas.userId)
  })
  after(() => world.close())

  type Held = { readonly session: string; readonly token: string }

  /** A session with a secret of its own, as each has in life, and the form token that goes with it. */
  async function held(userId: Scene['cast']['mette']['userId']): Promise<Held> {
    const browser = await world.browser({ userId })
    await world.sql('update web_sessions set csrf_secret = gen_random_uuid()::text where user_id = $1', [userId])
    const [, token] = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/account')).text) ?? []
    assert.ok(token)
    return { session: browser.cookies().get('session') ?? '', token }
  }

  const send = (path: string, token: string | null, headers: Readonly<Record<string, string>> = {}) =>
    world.fetch(
      new Request(new URL(path, referralUrl), {
        method: 'POST',
        headers: { cookie: `session=${mette.session}`, 'x-forwarded-for': '203.0.113.9', ...headers },
        body: new URLSearchParams(token === null ? {} : { _csrf: token }),
      }),
    )

  test('is refused everywhere without the token of its own session (T19.4)', async () => {
    const posts = referralActions.filter((one) => one.at.method === 'POST' && !isForMachines(one))
    assert.ok(posts.length > 30)
    for (const { at, asks, definition } of posts) {
      if (['language.choose', 'cookies.choose'].includes(asks)) continue
      // What is limited by address would be refused for that instead.
      if (definition.limit) continue
      for (const token of [null, '', 'x', jonas.token, mette.token.slice(1), `${mette.token}x`]) {
        const answer = await send(at.href(scene.params), token)
        assert.ok([403, 404].includes(answer.status), `${at.pattern} answered ${answer.status}`)
        if (answer.status === 403) assert.match(await answer.text(), /Siden var for gammel/)
      }
    }
  })

  test('is refused from any other origin, also with the token (T19.4)', async () => {
    const foreign = [
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: `${referralUrl.origin}.evil.example` },
      { origin: referralUrl.origin.replace('http:', 'https:') },
      { origin: 'http://www.klinikbro.localhost:3000' },
      { origin: referralUrl.origin.toUpperCase() },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'cross-site', origin: referralUrl.origin },
    ]
    for (const headers of foreign) {
      const answer = await send('/account/recovery-codes', mette.token, headers as Record<string, string>)
      assert.equal(answer.status, 403, JSON.stringify(headers))
      assert.match(await answer.text(), /Siden var for gammel/)
    }
    assert.notEqual((await send('/account/recovery-codes', mette.token, { origin: referralUrl.origin })).status, 403)
  })

  test('does nothing under another method, whatever header or field asks for it', async () => {
    const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
    const path = '/account/recovery-codes'
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await world.fetch(
        new Request(new URL(`${path}?_method=POST&_csrf=${mette.token}`, referralUrl), {
          method,
          headers: { ...headers, cookie: `session=${mette.session}` },
        }),
      )
      assert.equal(answer.status, 404, method)
    }
  })
})

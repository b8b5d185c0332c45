import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'

const elsewhere = [
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%0d%0aSet-Cookie:x=1',
  '/\r\nSet-Cookie: x=1',
  ' //evil.example',
  '/a/..//evil.example',
  '/./\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '@evil.example',
  'evil.example',
  '/@evil.example/..//evil.example',
  'http:evil.example',
  '\u2028//evil.example',
]

describe('where a page sends a browser', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const staysHere = (location: string | null, asked: string) => {
    if (location === null) return
    assert.equal(new URL(location, referralUrl).origin, referralUrl.origin, JSON.stringify(asked))
    assert.doesNotMatch(location, /[\r\n\\]|^\/\//, JSON.stringify(asked))
  }

  test('is never another site, however it is asked for (T19.4)', async () => {
    const nobody = await world.browser()
    const mette = await world.browser({ userId: cast.mette.userId })
    for (const returnTo of elsewhere) {
      const query = `?returnTo=${encodeURIComponent(returnTo)}`
      staysHere((await nobody.post('/language', { language: 'en', returnTo })).location, returnTo)
      staysHere((await mette.get(`/log-in/staff${query}`)).location, returnTo)
      staysHere((await mette.get(`/log-in${query}`)).location, returnTo)
      staysHere((await nobody.get(`/log-in/second-factor${query}`)).location, returnTo)
      for (const path of ['/log-in', '/log-in/staff']) {
        const { text } = await nobody.get(path + query)
        for (const [, field = ''] of text.matchAll(/name="returnTo" value="([^"]*)"/g)) staysHere(field, returnTo)
        for (const [, href = ''] of text.matchAll(/(?:href|action)="([^"]*)"/g))
          if (!href.startsWith('http') && !href.startsWith('mailto')) staysHere(href, returnTo)
      }
    }
  })

  test('holds no second header, whatever the path was', async () => {
    const answer = await (await world.browser()).get(
      '/cases/x%0d%0aSet-Cookie:%20evil=1?y=%0d%0aLocation:%20//evil.example',
    )
    assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /evil/)
    staysHere(answer.location, 'path')
  })
})

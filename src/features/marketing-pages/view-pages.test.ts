import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'

describe('the public site', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('tells each reader in Danish and in English what they get, and sets no cookie', async () => {
    const pages = [
      ['/', /Fra godkendelse til behandling/, /From approval to treatment/],
      ['/insurers', /Jeres kunder i behandling/, /Your customers in treatment/],
      ['/clinics', /Patienter i kalenderen/, /Patients in the calendar/],
      ['/patients', /Din behandling, din tid/, /Your treatment, your time/],
    ] as const
    const english = new Browser(world.fetch, marketingUrl)
    await english.post('/language', { language: 'en', returnTo: '/' })
    for (const [path, danish, translated] of pages) {
      const page = await new Browser(world.fetch, marketingUrl).get(path)
      assert.equal(page.status, 200)
      assertAccessible(page.text)
      assert.deepEqual(page.headers.getSetCookie(), [])
      assert.match(plain(page.text), danish)
      assert.equal(page.text.match(/<h1/g)?.length, 1)
      assert.match(plain((await english.get(path)).text), translated)
    }
  })

  test('leads patients to their log-in on the booking site', async () => {
    const page = await new Browser(world.fetch, marketingUrl).get('/patients')
    assert.match(page.text, /href="http:\/\/klinikbro\.localhost:3000\/log-in"/)
  })

  test('fetches nothing from another host', async () => {
    const page = await new Browser(world.fetch, marketingUrl).get('/')
    const sources = [...page.text.matchAll(/(?:src|href)="(https?:[^"]+)"/g)].map(
      ([, url]) => new URL(url ?? '').hostname,
    )
    assert.deepEqual([...new Set(sources)], ['klinikbro.localhost'])
  })
})

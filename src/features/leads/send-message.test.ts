import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { reviewDayOf } from './lead.ts'

const message = {
  name: 'Ida Eksempelsen',
  company: 'Prøveselskabet',
  phone: '12345678',
  email: 'ida@proeve.example',
  message: 'Hvad koster det?\nOg hvornår kan vi begynde?',
}

describe('writing to the operator', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  async function visitor() {
    const browser = new Browser(world.fetch, marketingUrl)
    assert.equal((await browser.get('/contact')).status, 200)
    return browser
  }
  const ids = async () =>
    (await world.sql<{ id: string }>('select id from leads order by received_at, id')).map(({ id }) => id)

  test('a visitor writes and is thanked; what they wrote is sealed', async () => {
    const page = await (await visitor()).postAndFollow('/contact', message)
    assert.match(plain(page.text), /Tak, vi har fået din besked/)
    const rows = await world.sql<Record<string, unknown>>('select * from leads')
    assert.equal(rows.length, 1)
    const stored = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.doesNotMatch(stored, /Ida|12345678|koster/)
  })

  test('what was written goes when the policy says, whatever that is (R2.11, X1)', async () => {
    const [kept] = await world.sql<{ on: string; received: string }>(
      `select review_on::text as on, (received_at at time zone 'Europe/Copenhagen')::date::text as received from leads`,
    )
    const received = Temporal.PlainDate.from(kept!.received)
    assert.equal(kept!.on, String(received.add({ months: 6 })))
    const activities = marketingPolicy.activities.map((one) => ({
      ...one,
      retention: { ...one.retention, maximum: { period: 'P45D', because: 'shorter' } },
    }))
    const shorter = reviewDayOf({ ...marketingPolicy, activities }, 'marketing.contact', received)
    assert.equal(String(shorter), String(received.add({ days: 45 })))
    assert.throws(() => reviewDayOf(marketingPolicy, 'marketing.unknown', received), /does not say how long/)
  })

  test('a machine that fills in the hidden field is thanked, and nothing is kept', async () => {
    const before = await ids()
    const page = await (await visitor()).postAndFollow('/contact', { ...message, website: 'http://spam.example' })
    assert.match(plain(page.text), /Tak/)
    assert.deepEqual(await ids(), before)
  })

  test('what is missing is asked for, and what was typed stays', async () => {
    const page = await (await visitor()).post('/contact', { name: 'Ida', email: 'nej' })
    assert.equal(page.status, 422)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Indtast en e-mailadresse/)
    assert.match(page.text, /value="Ida"/)
  })

  test('one address can send only so many messages', async () => {
    const browser = await visitor()
    const statuses: number[] = []
    for (let i = 0; i < 7; i++) statuses.push((await browser.post('/contact', message)).status)
    assert.ok(statuses.includes(429), statuses.join())
  })
})

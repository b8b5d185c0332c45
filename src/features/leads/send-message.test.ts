import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { monthsUntilReview } from './lead.ts'

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

  test('the review date is the longest that the policy allows (R2.11)', () => {
    const contact = marketingPolicy.activities.find(({ id }) => id === 'marketing.contact')
    assert.equal(contact?.retention.maximum.period, `P${monthsUntilReview}M`)
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

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { leadPeriodsOn } from './lead.ts'

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

  test('the page says for how long, and the review date is that day, as the policy has it (R2.11)', async () => {
    const page = await (await visitor()).get('/contact')
    assert.match(plain(page.text), /slettes 30 dage efter svaret og senest efter 6 måneder/)
    const [lead] = await world.sql<{ review_on: string }>('select review_on::text from leads')
    const { longest } = leadPeriodsOn(marketingPolicy, 'contact.send')
    assert.equal(lead?.review_on, dayOf(world.clock.now()).add(longest).toString())
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

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askForLink, linkTo, mailsOf, runTask, tokenIn, writeToUs } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'

describe('asking for a link to what one wrote', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('finds the way from the contact page and from the answer they got', async () => {
    const contact = await new Browser(world.fetch, marketingUrl).get('/contact')
    assert.match(contact.text, /href="http:\/\/klinikbro\.localhost:3000\/written"/)
    const form = await (await world.browser()).get('/written')
    assertAccessible(form.text)
    assert.match(plain(form.text), /Vi sender et link til din e-mail.*Er du patient\?.*MitID/)
  })

  test('gets the same page and the same mail, whether we know the address or not (T19.2, T3.1)', async () => {
    await writeToUs(world, { message: 'Hvad koster det?' })
    const seen = []
    for (const email of ['ida@proeve.example', 'nobody@proeve.example']) {
      const { answer } = await askForLink(world, email)
      assertAccessible(answer.text)
      assert.ok(!answer.text.includes(email))
      const [mail] = await mailsOf(world, 'send-enquirer-link')
      assert.equal(mail?.to, email)
      const words = answer.text.replaceAll(/(nonce|value)="[^"]+"/g, '')
      seen.push([answer.status, words, mail?.subject, mail?.text.replace(/written\/[\w-]+/, 'LINK')])
    }
    assert.deepEqual(seen[0], seen[1])
    const { answer: wrong } = await askForLink(world, 'nej')
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
  })

  test('neither queue nor database holds the link or the address in clear (T3.1)', async () => {
    await askForLink(world, 'geheim@proeve.example')
    const jobs = await world.sql(`select payload from graphile_worker._private_jobs`)
    assert.doesNotMatch(JSON.stringify(jobs), /geheim/)
    const [mail] = await mailsOf(world, 'send-enquirer-link')
    const token = tokenIn(mail)
    const rows = await world.sql<Record<string, unknown>>('select * from enquirer_links')
    const stored = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.ok(!stored.includes(token) && !stored.includes('geheim'))
  })

  test('finds the link closed after an hour, and the link itself erased after its day in the policy (T3.1)', async () => {
    const { browser, token } = await linkTo(world, 'gerda@proeve.example')
    const path = routes.written.show.href({ token })
    assert.equal((await browser.get(path)).status, 200)
    world.clock.advance({ minutes: 61 })
    assert.equal((await browser.get(path)).status, 404)
    assert.equal((await browser.get(routes.written.show.href({ token: 'x'.repeat(43) }))).status, 404)
    world.clock.advance({ hours: 24 })
    await runTask(world, 'sweep-enquirer-links')
    assert.deepEqual(await world.sql('select 1 from enquirer_links'), [])
    assert.ok(
      referralPolicy.activities.some(({ retention }) => retention.parts?.some(({ id }) => id === 'enquirer-link')),
    )
  })

  test('can fill no mailbox, and is not told (T19.2)', async () => {
    for (let turn = 0; turn < 5; turn++)
      assert.equal((await askForLink(world, 'ines@proeve.example')).answer.status, 200)
    assert.equal((await mailsOf(world, 'send-enquirer-link')).length, 3)
  })

  test('reads it in English where they chose it', async () => {
    const browser = await world.browser()
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get('/written')).text), /What you wrote to us.*We send a link to your e-mail/)
  })
})

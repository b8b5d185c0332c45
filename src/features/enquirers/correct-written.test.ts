import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { linkTo, writeToUs } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('what somebody without an account wrote', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('corrects what they wrote at once, and the operator sees that it happened (T5.2)', async () => {
    const leadId = await writeToUs(world, { message: 'Ring til mig', email: 'carl@proeve.example' })
    const { browser, token } = await linkTo(world, 'carl@proeve.example')
    const path = routes.written.correction.create.href({ token, leadId })
    const form = await browser.get(routes.written.correction.form.href({ token, leadId }))
    assertAccessible(form.text)
    assert.match(form.text, /Ring til mig/)
    const wrong = await browser.post(path, { name: 'Carl', company: 'C', phone: 'nej', message: 'Skriv hellere' })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    assert.match(wrong.text, /Skriv hellere/)
    const fields = { name: 'Carl', company: 'C', phone: '87654321', message: 'Skriv hellere' }
    const page = await browser.postAndFollow(path, fields)
    assert.match(plain(page.text), /Henvendelsen er rettet.*Skriv hellere/)
    const omar = await world.browser(cast.omar)
    assert.match(plain((await omar.get(routes.operator.lead.href({ leadId }))).text), /Skriv hellere/)
    assert.match(plain((await omar.get(routes.directRequest.list.href({}))).text), /Få rettet en fejl: En henvendelse/)
  })

  test('erases what they wrote at once, with the answer, and nothing of who they are stays (T5.3)', async () => {
    const leadId = await writeToUs(world, { message: 'Slet mig', email: 'dan@proeve.example' })
    const omar = await world.browser(cast.omar)
    await omar.get(routes.operator.lead.href({ leadId }))
    await omar.postAndFollow(routes.operator.answerLead.href({ leadId }), { text: 'Hej Dan' })
    const { browser, token } = await linkTo(world, 'dan@proeve.example')
    const page = await browser.postAndFollow(routes.written.erasure.href({ token, leadId }))
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Henvendelsen er slettet.*Vi har ingen henvendelser fra den e-mail.*Få slettet.*Slettet/,
    )
    assert.deepEqual(await world.sql('select 1 from leads where id = $1', [leadId]), [])
    assert.deepEqual(await world.sql('select 1 from lead_answers where lead_id = $1', [leadId]), [])
    const kept = await world.sql<Record<string, unknown>>(
      `select d.email_sealed, d.words_sealed, d.lead_id from direct_requests d join rights_requests r on r.id = d.request_id where r."right" = 'erasure'`,
    )
    assert.deepEqual(kept, [{ email_sealed: null, words_sealed: null, lead_id: null }])
  })
})

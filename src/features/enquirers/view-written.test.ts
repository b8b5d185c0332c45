import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Tx } from '#platform/db/database.ts'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { linkTo, mailsOf, runTask, writeToUs } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('somebody without an account who wrote to us', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('sees and downloads what they wrote, and nobody else’s (R3.1, T5.1, T5.5)', async () => {
    await writeToUs(world, { message: 'Kan vi mødes?', email: 'Bodil@Proeve.example', name: 'Bodil Eksempelsen' })
    const { browser, token } = await linkTo(world, 'bodil@proeve.example')
    const page = await browser.get(routes.written.show.href({ token }))
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Bodil Eksempelsen.*12 34 56 78.*Kan vi mødes\?.*Klag til Datatilsynet/)
    assert.ok(!page.text.includes('Ida Eksempelsen'))
    const file = JSON.parse((await browser.get(routes.written.file.href({ token }))).text) as {
      data: { enquiries: { message: string }[] }
      meaning: { processing: unknown[] }
    }
    assert.deepEqual(
      file.data.enquiries.map(({ message }) => message),
      ['Kan vi mødes?'],
    )
    assert.equal(file.meaning.processing.length, 2)
    const leadId = await writeToUs(world, { message: 'Fra Ida igen' })
    assert.equal((await browser.get(routes.written.correction.form.href({ token, leadId }))).status, 404)
    assert.equal((await browser.post(routes.written.erasure.href({ token, leadId }))).status, 404)
  })

  test('finds what came in before addresses could be looked up', async () => {
    await writeToUs(world, { message: 'Gammel besked', email: 'gammel@proeve.example' })
    await world.sql('update leads set email_index = null')
    const { browser, token } = await linkTo(world, 'gammel@proeve.example')
    assert.match(plain((await browser.get(routes.written.show.href({ token }))).text), /Gammel besked/)
  })

  test('freezes an enquiry by objecting: nobody reads, answers or sweeps it until it is decided (T5.4, T5.6)', async () => {
    const leadId = await writeToUs(world, {
      message: 'Brug det ikke',
      email: 'eva@proeve.example',
      name: 'Eva Frossen',
    })
    const { browser, token } = await linkTo(world, 'eva@proeve.example')
    const path = routes.written.ask.href({ token })
    const bare = await browser.post(path, { right: 'objection' })
    assert.equal(bare.status, 422)
    assertAccessible(bare.text)
    await browser.postAndFollow(path, { right: 'objection', lead: leadId, text: 'Jeg vil ikke kontaktes' })
    const omar = await world.browser(cast.omar)
    const list = await omar.get(routes.operator.leads.href({}))
    assert.match(plain(list.text), /Kun gemt: afsenderen har bedt om det/)
    assert.ok(!list.text.includes('Eva Frossen'))
    assert.equal((await omar.get(routes.operator.lead.href({ leadId }))).status, 403)
    assert.equal((await omar.post(routes.operator.answerLead.href({ leadId }), { text: 'Hej' })).status, 403)
    const forced = world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into lead_answers (lead_id, text_sealed, answered_by, answered_at, erase_on) select $1, 'x', $2, now(), current_date + 30 from logged`,
      [leadId, cast.omar.userId],
    )
    await assert.rejects(forced, { constraint: 'restricted_enquiry_is_stored_only' })

    const [asked] = await world.sql<{ id: string }>(
      `select d.request_id as id from direct_requests d where d.lead_id = $1 and d.words_sealed is not null`,
      [leadId],
    )
    const at = { rightsRequestId: asked!.id }
    const page = await omar.get(routes.directRequest.show.href(at))
    assertAccessible(page.text)
    assert.match(plain(page.text), /eva@proeve\.example skal have svar senest.*Jeg vil ikke kontaktes.*link sendt/)
    await mailsOf(world, 'send-direct-notice')
    const no = { decision: 'refuse', note: 'Vi skal kunne svare dig.', law: 'art-21-1' }
    await omar.postAndFollow(routes.directRequest.answer.href(at), no)
    assert.equal((await omar.get(routes.operator.lead.href({ leadId }))).status, 200)
    const [mail] = await mailsOf(world, 'send-direct-notice')
    assert.equal(mail?.to, 'eva@proeve.example')
    assert.match(
      mail?.text ?? '',
      /Vi har afslået din anmodning\.\n\nVi skal kunne svare dig\.[^]*artikel 21[^]*datatilsynet[^]*\/written/,
    )
    const own = await browser.get(routes.written.request.href({ token, ...at }))
    assertAccessible(own.text)
    assert.match(plain(own.text), /har afslået din anmodning.*Vi skal kunne svare dig/)
  })

  test('keeps a restricted enquiry past its day, and lets it go once the restriction is lifted (T5.4, R2.11)', async () => {
    const leadId = await writeToUs(world, { message: 'Jeg skal bruge den', email: 'finn@proeve.example' })
    const { browser, token } = await linkTo(world, 'finn@proeve.example')
    const wish = { right: 'restriction', lead: leadId, text: 'Jeg skal bruge den i en sag' }
    await browser.postAndFollow(routes.written.ask.href({ token }), wish)
    const [asked] = await world.sql<{ rightsRequestId: string }>(
      `select request_id as "rightsRequestId" from direct_requests where lead_id = $1`,
      [leadId],
    )
    const omar = await world.browser(cast.omar)
    await omar.postAndFollow(routes.directRequest.answer.href(asked!), { decision: 'grant', note: 'Ja' })
    await world.sql(`update leads set review_on = received_at::date + 1, received_at = received_at where id = $1`, [
      leadId,
    ])
    world.clock.advance({ hours: 72 })
    const sweep = () => runTask(world, 'erase-due-leads')
    const isThere = async () => (await world.sql('select 1 from leads where id = $1', [leadId])).length === 1
    await sweep()
    assert.ok(await isThere())
    const lift = { reason: 'Sagen er slut', told: 'yes' }
    await omar.postAndFollow(routes.directRequest.lifting.href(asked!), lift)
    await sweep()
    assert.ok(!(await isThere()))
  })

  test('acts as nobody but the holder of the link, also when they are logged in as staff', async () => {
    const { token } = await linkTo(world, 'hans@proeve.example')
    const birthe = await world.browser(cast.birthe)
    await birthe.get(routes.written.show.href({ token }))
    await birthe.postAndFollow(routes.written.ask.href({ token }), { right: 'access', text: 'Hvad har I?' })
    const rows = await world.sql(`select user_id, asker from direct_requests order by request_id desc limit 1`)
    assert.deepEqual(rows, [{ user_id: null, asker: 'enquirer' }])
    const support = await birthe.get(routes.directRequest.list.href({}))
    assert.match(plain(support.text), /Alle har fået svar/)
  })

  test('cannot freeze or read what somebody else wrote, not even past the page (T19.2)', async () => {
    const leadId = await writeToUs(world, { message: 'Min egen sag', email: 'karl@proeve.example' })
    const { token } = await linkTo(world, 'jytte@proeve.example')
    const asJytte = <Value>(work: (tx: Tx) => Promise<Value>) =>
      world.request.transaction({ kind: 'anonymous' }, async (tx) => {
        await tx.row(sql`select * from enter_by_link(${hashToken(token)}::bytea, ${world.clock.now()}::timestamptz)`)
        return work(tx)
      })
    assert.deepEqual(await asJytte((tx) => tx.rows(sql`select id from leads`)), [])
    const forged = asJytte((tx) =>
      tx.run(sql`
        with asked as (insert into rights_requests (id, controller_id, "right") values (gen_random_uuid(), operator_organisation(), 'objection') returning id)
        insert into direct_requests (request_id, asker, enquirer_index, language, activity, lead_id)
        select id, 'enquirer', current_enquirer(), 'da', 'customers.leads', ${leadId}::uuid from asked`),
    )
    await assert.rejects(forged, /row-level security/)
    const page = await (await world.browser()).get(routes.written.show.href({ token }))
    assert.match(plain(page.text), /Vi har ingen henvendelser fra den e-mail/)
  })
})

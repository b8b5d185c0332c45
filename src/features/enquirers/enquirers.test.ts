import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { tasksWith } from '#src/tasks.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'

const ida = { name: 'Ida Eksempelsen', company: 'Prøveselskabet', phone: '12345678', email: 'ida@proeve.example' }

describe('somebody without an account who wrote to us', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function write(fields: Partial<typeof ida> & { message: string }) {
    const visitor = new Browser(world.fetch, marketingUrl)
    await visitor.get('/contact')
    await visitor.postAndFollow('/contact', { ...ida, ...fields })
    const [row] = await world.sql<{ id: string }>('select id from leads order by id desc limit 1')
    return row!.id
  }

  function workerWith(sent: Mail[]): Record<string, (payload: unknown) => Promise<unknown>> {
    const outside = { mail: { send: async (mail: Mail) => void sent.push(mail), close: () => undefined } }
    const { keyring, urls } = world.services
    const services = { ...outside, database: world.worker, keyring, urls, now: world.clock.now }
    return tasksWith(services as unknown as WorkerServices) as never
  }

  /** Runs the waiting jobs of this kind; what they mail. */
  async function mailsOf(task: string): Promise<Mail[]> {
    const sent: Mail[] = []
    const jobs = await world.sql<{ payload: unknown }>(
      `delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = $1 returning j.payload`,
      [task],
    )
    for (const { payload } of jobs) await workerWith(sent)[task]?.(payload)
    return sent
  }

  async function askAs(email: string) {
    const browser = await world.browser()
    await browser.get(routes.written.form.href({}))
    return { browser, answer: await browser.post(routes.written.create.href({}), { email }) }
  }

  async function linkFor(email: string): Promise<{ browser: Browser; token: string; mail: Mail }> {
    const { browser, answer } = await askAs(email)
    assert.equal(answer.status, 200, plain(answer.text))
    const [mail] = await mailsOf('send-enquirer-link')
    const token = /\/written\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
    if (!token || !mail) throw new Error('No link came')
    return { browser, token, mail }
  }

  test('finds the way from the contact page and from the answer they got', async () => {
    const contact = await new Browser(world.fetch, marketingUrl).get('/contact')
    assert.match(contact.text, /href="http:\/\/klinikbro\.localhost:3000\/written"/)
    const form = await (await world.browser()).get('/written')
    assertAccessible(form.text)
    assert.match(plain(form.text), /Vi sender et link til din e-mail.*Er du patient\?.*MitID/)
  })

  test('gets the same page and the same mail, whether we know the address or not (T19.2, T3.1)', async () => {
    await write({ message: 'Hvad koster det?' })
    const seen = []
    for (const email of [ida.email, 'nobody@proeve.example']) {
      const { answer } = await askAs(email)
      assertAccessible(answer.text)
      assert.ok(!answer.text.includes(email))
      const [mail] = await mailsOf('send-enquirer-link')
      assert.equal(mail?.to, email)
      const words = answer.text.replaceAll(/(nonce|value)="[^"]+"/g, '')
      seen.push([answer.status, words, mail?.subject, mail?.text.replace(/written\/[\w-]+/, 'LINK')])
    }
    assert.deepEqual(seen[0], seen[1])
    const { answer: wrong } = await askAs('nej')
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
  })

  test('neither queue nor database holds the link or the address in clear (T3.1)', async () => {
    await askAs('geheim@proeve.example')
    const jobs = await world.sql(`select payload from graphile_worker._private_jobs`)
    assert.doesNotMatch(JSON.stringify(jobs), /geheim/)
    const [mail] = await mailsOf('send-enquirer-link')
    const token = /\/written\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? assert.fail('no link')
    const rows = await world.sql<Record<string, unknown>>('select * from enquirer_links')
    const stored = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.ok(!stored.includes(token) && !stored.includes('geheim'))
  })

  test('sees and downloads what they wrote, and nobody else’s (R3.1, T5.1, T5.5)', async () => {
    await write({ message: 'Kan vi mødes?', email: 'Bodil@Proeve.example', name: 'Bodil Eksempelsen' })
    const { browser, token } = await linkFor('bodil@proeve.example')
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
    const leadId = await write({ message: 'Fra Ida igen' })
    assert.equal((await browser.get(routes.written.correction.form.href({ token, leadId }))).status, 404)
    assert.equal((await browser.post(routes.written.erasure.href({ token, leadId }))).status, 404)
  })

  test('finds what came in before addresses could be looked up', async () => {
    await write({ message: 'Gammel besked', email: 'gammel@proeve.example' })
    await world.sql('update leads set email_index = null')
    const { browser, token } = await linkFor('gammel@proeve.example')
    assert.match(plain((await browser.get(routes.written.show.href({ token }))).text), /Gammel besked/)
  })

  test('corrects what they wrote at once, and the operator sees that it happened (T5.2)', async () => {
    const leadId = await write({ message: 'Ring til mig', email: 'carl@proeve.example' })
    const { browser, token } = await linkFor('carl@proeve.example')
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
    const leadId = await write({ message: 'Slet mig', email: 'dan@proeve.example' })
    const omar = await world.browser(cast.omar)
    await omar.get(routes.operator.lead.href({ leadId }))
    await omar.postAndFollow(routes.operator.answerLead.href({ leadId }), { text: 'Hej Dan' })
    const { browser, token } = await linkFor('dan@proeve.example')
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

  test('freezes an enquiry by objecting: nobody reads, answers or sweeps it until it is decided (T5.4, T5.6)', async () => {
    const leadId = await write({ message: 'Brug det ikke', email: 'eva@proeve.example', name: 'Eva Frossen' })
    const { browser, token } = await linkFor('eva@proeve.example')
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
    await mailsOf('send-direct-notice')
    const no = { decision: 'refuse', note: 'Vi skal kunne svare dig.', law: 'art-21-1' }
    await omar.postAndFollow(routes.directRequest.answer.href(at), no)
    assert.equal((await omar.get(routes.operator.lead.href({ leadId }))).status, 200)
    const [mail] = await mailsOf('send-direct-notice')
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
    const leadId = await write({ message: 'Jeg skal bruge den', email: 'finn@proeve.example' })
    const { browser, token } = await linkFor('finn@proeve.example')
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
    const sweep = () => workerWith([])['erase-due-leads']?.({})
    const isThere = async () => (await world.sql('select 1 from leads where id = $1', [leadId])).length === 1
    await sweep()
    assert.ok(await isThere())
    const lift = { reason: 'Sagen er slut', told: 'yes' }
    await omar.postAndFollow(routes.directRequest.lifting.href(asked!), lift)
    await sweep()
    assert.ok(!(await isThere()))
  })

  test('finds the link closed after an hour, and the link itself erased after its day in the policy (T3.1)', async () => {
    const { browser, token } = await linkFor('gerda@proeve.example')
    const path = routes.written.show.href({ token })
    assert.equal((await browser.get(path)).status, 200)
    world.clock.advance({ minutes: 61 })
    assert.equal((await browser.get(path)).status, 404)
    assert.equal((await browser.get(routes.written.show.href({ token: 'x'.repeat(43) }))).status, 404)
    world.clock.advance({ hours: 24 })
    await workerWith([])['sweep-enquirer-links']?.({})
    assert.deepEqual(await world.sql('select 1 from enquirer_links'), [])
    assert.ok(
      referralPolicy.activities.some(({ retention }) => retention.parts?.some(({ id }) => id === 'enquirer-link')),
    )
  })

  test('acts as nobody but the holder of the link, also when they are logged in as staff', async () => {
    const { token } = await linkFor('hans@proeve.example')
    const birthe = await world.browser(cast.birthe)
    await birthe.get(routes.written.show.href({ token }))
    await birthe.postAndFollow(routes.written.ask.href({ token }), { right: 'access', text: 'Hvad har I?' })
    const rows = await world.sql(`select user_id, asker from direct_requests order by request_id desc limit 1`)
    assert.deepEqual(rows, [{ user_id: null, asker: 'enquirer' }])
    const support = await birthe.get(routes.directRequest.list.href({}))
    assert.match(plain(support.text), /Alle har fået svar/)
  })

  test('can fill no mailbox, and is not told (T19.2)', async () => {
    for (let turn = 0; turn < 5; turn++)
      assert.equal((await askAs('ines@proeve.example')).answer.status, 200)
    assert.equal((await mailsOf('send-enquirer-link')).length, 3)
  })

  test('reads it in English where they chose it', async () => {
    const browser = await world.browser()
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get('/written')).text), /What you wrote to us.*We send a link to your e-mail/)
  })
})

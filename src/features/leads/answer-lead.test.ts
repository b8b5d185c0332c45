import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { leadTasks } from './lead-tasks.ts'

const message = {
  name: 'Ida Eksempelsen',
  company: 'Prøveselskabet',
  phone: '12345678',
  email: 'ida@proeve.example',
  message: 'Hvad koster det?\nOg hvornår kan vi begynde?',
}

describe('the inbox of leads', () => {
  let world: World
  let cast: Cast
  const mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await (await visitor()).postAndFollow('/contact', message)
  })
  after(() => world.close())

  async function visitor() {
    const browser = new Browser(world.fetch, marketingUrl)
    assert.equal((await browser.get('/contact')).status, 200)
    return browser
  }
  const ids = async () =>
    (await world.sql<{ id: string }>('select id from leads order by received_at, id')).map(({ id }) => id)

  async function perform(task: string, payload: unknown = {}) {
    const outside = { mail: { send: async (mail: Mail) => void mails.push(mail), close: () => undefined } }
    const { keyring, urls } = world.services
    const services = { ...outside, database: world.worker, keyring, urls, now: world.clock.now }
    await leadTasks(services as unknown as WorkerServices, openGate(referralPolicy))[task]?.(payload, { attempt: 1 })
  }

  test('nobody but the operator reads leads, and the public site cannot (T9.1)', async () => {
    const [id] = await ids()
    for (const who of [cast.birthe, cast.sara, cast.mette, cast.dorte]) {
      const browser = await world.browser(who)
      assert.equal((await browser.get('/operator/leads')).status, 403)
      assert.notEqual((await browser.get(`/operator/leads/${id}`)).status, 200)
    }
    const actors = [
      { kind: 'anonymous' },
      { kind: 'staff', userId: cast.birthe.userId, organisationId: cast.nordlys.id },
    ] as const
    for (const actor of actors) {
      const seen = await world.request.transaction(actor, (tx) => tx.rows(sql`select id from leads`))
      assert.deepEqual(seen, [])
    }
  })

  test('the operator answers by mail, once, and that closes the lead', async () => {
    const omar = await world.browser(cast.omar)
    const list = await omar.get('/operator/leads')
    assert.match(plain(list.text), /1 henvendelse venter på svar.*Ida Eksempelsen Prøveselskabet/)
    const [id] = await ids()
    const shown = await omar.get(`/operator/leads/${id}`)
    assertAccessible(list.text)
    assertAccessible(shown.text)
    assert.match(plain(shown.text), /Hvad koster det\?.*12 34 56 78|12 34 56 78.*Hvad koster det\?/)
    assert.equal((await omar.post(`/operator/leads/${id}/answer`, { text: '' })).status, 422)
    const done = await omar.postAndFollow(`/operator/leads/${id}/answer`, { text: 'Ring til os.' })
    assert.match(plain(done.text), /Svaret er på vej.*Alle henvendelser er besvaret/)
    assert.equal((await omar.post(`/operator/leads/${id}/answer`, { text: 'Igen' })).status, 409)

    const jobs = await world.sql<{ payload: { leadId: string } }>('select payload from graphile_worker._private_jobs')
    assert.deepEqual(
      jobs.map(({ payload }) => payload),
      [{ leadId: id }],
    )
    await perform('send-lead-answer', jobs[0]?.payload)
    assert.equal(mails[0]?.to, 'ida@proeve.example')
    assert.match(mails[0]?.text ?? '', /Hej Ida Eksempelsen\n\nRing til os\./)
    assert.equal(mails[0]?.privacyPolicyUrl, 'http://www.klinikbro.localhost:3000/privacy')
    const told = ['customers.leads', 'contact', 'send-lead-answer', null]
    assert.deepEqual(await jobEvents(world, 'lead.send-answer'), [told])
  })

  test('an answered lead goes after 30 days, an unanswered one on its review date (T9.2, R2.11)', async () => {
    world.clock.advance({ hours: 1 })
    await (await visitor()).postAndFollow('/contact', { ...message, name: 'Ubesvaret' })
    const [answered, waiting] = await ids()
    world.clock.advance({ hours: 24 * 29 - 1 })
    await perform('erase-due-leads')
    assert.deepEqual(await ids(), [answered, waiting])
    world.clock.advance({ hours: 24 })
    await perform('erase-due-leads')
    assert.deepEqual(await ids(), [waiting])
    assert.deepEqual(await world.sql('select 1 from lead_answers'), [])
    world.clock.advance({ hours: 24 * 160 })
    await perform('erase-due-leads')
    assert.deepEqual(await ids(), [])
    const told = ['customers.leads', 'contact', 'erase-due-leads', { erased: 1 }]
    assert.deepEqual(await jobEvents(world, 'lead.erase'), [told, told])
  })
})

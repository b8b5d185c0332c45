import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Id, newId } from '#kernel/ids.ts'
import { get, post } from '#kernel/route.ts'
import { sql } from '#platform/db/sql.ts'
import { Button, buildAssets, Form, Layout, TextField, useAssets } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { referralSite } from '#sites/referral/site.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { Browser } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Action, action } from './action.ts'
import { seeOther, show } from './answer.ts'
import { form } from './form.ts'
import { text } from './form-fields.ts'
import { siteApp } from './site-app.ts'
import { addressOf } from './web-server.ts'

const thing = newId<'case'>()
const [ana, bo] = [newId<'person'>(), newId<'person'>()]
const at = {
  list: get('/things'),
  create: post('/things'),
  show: get('/things/:thingId'),
  unknown: get('/not-in-the-model'),
  curious: get('/curious'),
}

const view = (page: Page, state: FormState) => (
  <Layout page={page} title="Things">
    <Form page={page} action={at.create.href({})} form={state}>
      <TextField page={page} name="name" label="Name" form={state} />
      <Button type="submit">Save</Button>
    </Form>
  </Layout>
)

/** A site of five small actions: one for each thing that the path through an action can come to. */
const actionsAt = (insurer: Id<'organisation'>): readonly Action[] => [
  action({
    at: at.list,
    asks: 'case.list',
    touches: ['contact', 'health.approval'],
    run: async ({ page, form, record }) => {
      record({ viewed: [{ personId: ana, caseId: thing }, { personId: bo }] })
      return show(view(page, form))
    },
  }),
  action({
    at: at.create,
    asks: 'case.create',
    touches: ['contact'],
    input: form({ name: text({ max: 20 }) }),
    again: ({ page, form }) => view(page, form),
    async run({ tx, input, permitFor, record }) {
      await tx.run(sql`insert into api_clients (id, organisation_id, name, secret_hash)
        values (${newId()}, ${insurer}, ${input.name}, ''::bytea)`)
      if (input.name === 'broken') throw new Error('as the test asks')
      if (input.name === 'refused') permitFor('operator.overview', {}, [])
      record({ detail: { fields: ['name'] } })
      return seeOther(at.list.href({}))
    },
  }),
  action({
    at: at.show,
    asks: 'case.view',
    touches: ['health.referral'],
    load: async ({ params }) => (params.thingId === thing ? { organisationId: insurer } : null),
    facts: ({ organisationId }) => ({ organisationId, personId: ana, caseId: thing, consentWithdrawn: false }),
    run: async ({ page, form }) => show(view(page, form)),
  }),
  action({
    at: at.curious,
    asks: 'case.list',
    touches: ['contact', 'health.course'],
    run: async ({ page, form }) => show(view(page, form)),
  }),
  action({
    at: at.unknown,
    asks: 'marketing.view',
    touches: [],
    run: async ({ page, form }) => show(view(page, form)),
  }),
]

type Event = {
  operation: string
  result: string
  data_subject_id: string | null
  data_categories?: readonly string[]
  detail?: unknown
  actor: { kind: string }
}

describe('the one path of every action', () => {
  let world: World
  let cast: Cast
  let fetch: (request: Request) => Promise<Response>
  const failures: unknown[] = []

  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const assets = await buildAssets()
    useAssets(assets)
    const site = referralSite(world.services.urls.referral, actionsAt(cast.nordlys.id), [])
    const passing = (...[, , , serve]: [unknown, unknown, unknown, () => Promise<Response>]) => serve()
    const watch = Object.assign(passing, { failed: (error: unknown) => void failures.push(error) })
    const app = siteApp({ site, services: world.services, assets, watch, addressOf: addressOf(true) })
    fetch = async (request) => app.fetch(request)
  })
  after(() => world.close())

  async function browserOf(userId?: Id<'user'>): Promise<Browser> {
    const browser = new Browser(fetch, world.services.urls.referral)
    const session = userId && (await world.browser({ userId })).cookies().get('session')
    if (session) browser.setCookie('session', session)
    if (session) await browser.get(at.list.href({}))
    return browser
  }

  const eventsOf = async (name: string): Promise<Event[]> => {
    const rows = await world.sql<{ event: string }>('select event from audit_events where action = $1 order by at', [
      name,
    ])
    return rows.map(({ event }) => JSON.parse(event) as Event)
  }
  const saved = async (name: string) => (await world.sql('select from api_clients where name = $1', [name])).length

  test('what the model does not grant is refused to everybody, and never runs', async () => {
    const mette = await browserOf(cast.mette.userId)
    assert.equal((await mette.get(at.unknown.href({}))).status, 403)
    const [denied] = await eventsOf('marketing.view')
    assert.deepEqual([denied?.result, denied?.actor.kind, denied?.detail], ['denied', 'staff', { kind: 'not-granted' }])
  })

  test('nobody in particular is sent to log-in and back, and nothing is logged of them', async () => {
    const answer = await (await browserOf()).get(at.show.href({ thingId: thing }))
    assert.deepEqual(
      [answer.status, answer.location],
      [303, `/log-in?returnTo=${encodeURIComponent(`/things/${thing}`)}`],
    )
    assert.deepEqual(await eventsOf('case.view'), [])
  })

  test('another house’s object is refused, and that it was is logged with who and about whom', async () => {
    const answer = await (await browserOf(cast.jonas.userId)).get(at.show.href({ thingId: thing }))
    assert.equal(answer.status, 403)
    const [denied] = await eventsOf('case.view')
    assert.deepEqual([denied?.result, denied?.data_subject_id], ['denied', ana])
    assert.deepEqual(denied?.detail, { kind: 'condition', unmet: ['own-organisation'] })
  })

  test('what the reader cannot find does not exist, and neither does an address that no id could have', async () => {
    const mette = await browserOf(cast.mette.userId)
    assert.equal((await mette.get(at.show.href({ thingId: newId() }))).status, 404)
    assert.equal((await mette.get('/things/1')).status, 404)
  })

  test('a look at a person’s data is logged, and a list says whose it showed', async () => {
    const mette = await browserOf(cast.mette.userId)
    assert.equal((await mette.get(at.show.href({ thingId: thing }))).status, 200)
    assert.equal((await eventsOf('case.view')).at(-1)?.result, 'seen')
    const shown = (await eventsOf('case.list')).slice(-2).map((event) => event.data_subject_id)
    assert.deepEqual(new Set(shown), new Set([ana, bo]))
  })

  test('what is wrong comes back as typed, with 422, and nothing is saved', async () => {
    const name = 'Much longer than <twenty> characters'
    const answer = await (await browserOf(cast.mette.userId)).post(at.create.href({}), { name })
    assert.equal(answer.status, 422)
    assert.ok(
      answer.text.includes('value="Much longer than &lt;twenty&gt; characters"'),
      'what was typed stands in the field',
    )
    assert.equal(await saved(name), 0)
  })

  test('a change is committed together with its event', async () => {
    const answer = await (await browserOf(cast.mette.userId)).post(at.create.href({}), { name: 'fine' })
    assert.deepEqual([answer.status, answer.location, await saved('fine')], [303, '/things', 1])
    const event = (await eventsOf('case.create')).at(-1)
    assert.deepEqual([event?.result, event?.detail], ['done', { fields: ['name'] }])
  })

  test('a fault in the middle undoes everything, and the person is told that it is ours', async () => {
    const before = (await eventsOf('case.create')).length
    const answer = await (await browserOf(cast.mette.userId)).post(at.create.href({}), { name: 'broken' })
    assert.deepEqual([answer.status, await saved('broken')], [500, 0])
    assert.equal((await eventsOf('case.create')).length, before)
    assert.equal((failures.at(-1) as Error).message, 'as the test asks')
  })

  test('a refusal in the middle undoes everything too, but is logged', async () => {
    const answer = await (await browserOf(cast.mette.userId)).post(at.create.href({}), { name: 'refused' })
    assert.deepEqual([answer.status, await saved('refused')], [403, 0])
    assert.equal((await eventsOf('operator.overview')).at(-1)?.result, 'denied')
  })

  test('a post without the token of one’s own page is refused, also when logged in', async () => {
    const mette = await browserOf(cast.mette.userId)
    const answer = await mette.post(at.create.href({}), { name: 'forged', _csrf: 'another' })
    assert.deepEqual([answer.status, await saved('forged')], [403, 0])
  })

  test('a post from a foreign page is refused, even with the right token', async () => {
    const mette = await browserOf(cast.mette.userId)
    const [, token = ''] = /name="_csrf" value="([^"]+)"/.exec((await mette.get(at.list.href({}))).text) ?? []
    const cookie = `session=${mette.cookies().get('session')}`
    const body = new URLSearchParams({ name: 'foreign', _csrf: token })
    const postWith = async (headers: Record<string, string>) => {
      const url = new URL(at.create.href({}), world.services.urls.referral)
      return (await fetch(new Request(url, { method: 'POST', body, headers: { cookie, ...headers } }))).status
    }
    assert.equal(await postWith({ origin: 'https://evil.example' }), 403)
    assert.equal(await postWith({ origin: 'null' }), 403)
    assert.equal(await postWith({ 'sec-fetch-site': 'cross-site' }), 403)
    assert.equal(await saved('foreign'), 0)
    assert.equal(await postWith({ origin: world.services.urls.referral.origin }), 303)
  })

  test('what touches data that no activity declares for it is refused, and the trail says what was lacking (R1.4)', async () => {
    const mette = await browserOf(cast.mette.userId)
    assert.equal((await mette.get(at.curious.href({}))).status, 403)
    const denied = (await eventsOf('case.list')).find(({ result }) => result === 'denied')
    assert.deepEqual(denied?.detail, { kind: 'fields', lacking: ['health.course'] })
  })

  test('the trail names the data that were touched, not all that the activity could have (R1.4)', async () => {
    const mette = await browserOf(cast.mette.userId)
    await mette.get(at.show.href({ thingId: thing }))
    const seen = (await eventsOf('case.view')).find(({ result }) => result === 'seen')
    assert.deepEqual(seen?.data_categories, ['health.referral'])
  })
})

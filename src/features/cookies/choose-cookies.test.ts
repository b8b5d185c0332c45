import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sealChoice } from '#platform/http/cookie-choice.ts'
import { cookieQuestionOf, questionVersion, textHashOf } from '#policy/cookie-question.ts'
import { openGate } from '#policy/gate.ts'
import { liveThirdParties } from '#policy/third-parties.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { cookieTasks } from './cookie-tasks.ts'

type ChoiceRow = {
  consent_id: string
  accepted: string[]
  refused: string[]
  means: string
  text_hash: string
  version: string
  language: string
}

const live = liveThirdParties(marketingPolicy, marketingUrl.hostname)
const asked = 'Må vi bruge cookies?'

describe('answering the cookie question', () => {
  let world: World
  let browser: Browser
  before(async () => {
    world = await openWorld()
  })
  beforeEach(() => {
    browser = new Browser(world.fetch, marketingUrl)
  })
  after(() => world.close())

  const ledger = () =>
    world.sql<ChoiceRow>(
      `select c.consent_id, c.accepted, c.refused, c.means, c.text_hash, t.version, t.language
       from cookie_choices c join cookie_choice_texts t on t.hash = c.text_hash order by c.chosen_at desc, c.id desc`,
    )
  const answer = (answered: string, kinds: string[] = []) =>
    browser.post('/cookies/choice', { answer: answered, kinds, means: 'banner', returnTo: '/clinics?from=test' })
  const policyAt = async (path: string) => (await browser.get(path)).headers.get('content-security-policy') ?? ''

  test('goes back to the page where it was asked, and asks no more (R4.3)', async () => {
    assert.match(plain((await browser.get('/clinics')).text), new RegExp(asked.replace('?', '\\?')))
    const answered = await answer('none')
    assert.equal(answered.status, 303)
    assert.equal(answered.location, '/clinics?from=test')
    const page = (await browser.get('/clinics')).text
    assertAccessible(page)
    assert.ok(!plain(page).includes(asked))
  })

  test('keeps as proof what was shown, what was answered and when, under a random number and without a person (R4.1)', async () => {
    await answer('all')
    const [row] = await ledger()
    const question = cookieQuestionOf(marketingPolicy, live, 'da')
    assert.ok(question && row)
    assert.deepEqual(row.accepted, ['statistics'])
    assert.equal(row.text_hash, textHashOf(question))
    assert.equal(row.version, questionVersion(marketingPolicy, live))
    assert.match(row.consent_id, /^[0-9a-f]{8}-[0-9a-f]{4}-4/)
    const columns = await world.sql<{ column_name: string }>(
      `select column_name from information_schema.columns where table_name = 'cookie_choices'`,
    )
    assert.ok(!columns.some(({ column_name: name }) => /ip|address|person|user|session/.test(name)))
  })

  test('adds a row under the same number when the mind changes, and changes none (T14.2)', async () => {
    await answer('all')
    await answer('none')
    const [latest, earlier] = await ledger()
    assert.equal(latest?.consent_id, earlier?.consent_id)
    assert.deepEqual([earlier?.accepted, latest?.accepted, latest?.refused], [['statistics'], [], ['statistics']])
    await assert.rejects(world.sql(`update cookie_choices set accepted = '{statistics}'`), /never changed/)
  })

  test('opens the page to the statistics service after a yes, and closes it with the next page after a no (T14.1, T14.2)', async () => {
    assert.doesNotMatch(await policyAt('/'), /stats/)
    await answer('all')
    assert.match(await policyAt('/'), /script-src 'nonce-[\w-]+' http:\/\/stats\.klinikbro\.localhost:3000;/)
    assert.match(
      (await browser.get('/')).text,
      /<script src="http:\/\/stats\.klinikbro\.localhost:3000\/count\.js" nonce=/,
    )
    const withdrawn = await answer('none')
    assert.equal(withdrawn.headers.get('clear-site-data'), '"storage"')
    const cleared = withdrawn.headers.getSetCookie().filter((line) => /Max-Age=0/i.test(line))
    assert.deepEqual(
      cleared.map((line) => line.split('=')[0] ?? '').toSorted((a, b) => a.localeCompare(b)),
      ['telemetry-session', 'telemetry-user'],
    )
    assert.doesNotMatch(await policyAt('/'), /stats|unsafe/)
    assert.doesNotMatch((await browser.get('/')).text, /stats/)
  })

  test('takes an unticked form as a no, whatever is ticked as a yes, and anything else as a mistake (R1.12)', async () => {
    await answer('chosen')
    assert.deepEqual((await ledger())[0]?.accepted, [])
    await answer('chosen', ['statistics'])
    assert.deepEqual((await ledger())[0]?.accepted, ['statistics'])
    assert.equal((await answer('chosen', ['necessary'])).status, 422)
    await answer('chosen', ['marketing'])
    assert.deepEqual((await ledger())[0]?.accepted, [], 'what was not asked cannot be agreed to')
  })

  test('believes no receipt that it did not write (T7.2)', async () => {
    const version = questionVersion(marketingPolicy, live)
    const planted = `00000000-0000-4000-8000-000000000000.${version}.1795000000.statistics.c2lnbmF0dXJl`
    browser.setCookie('cookie-choice', planted)
    assert.doesNotMatch(await policyAt('/'), /stats/)
    assert.ok(plain((await browser.get('/')).text).includes(asked))
  })

  test('counts for the question that was asked, and not for one that asks for more (T7.2, R4.3)', async () => {
    const receipt = (version: string) => {
      const kinds = ['statistics'] as const
      const consentId = '00000000-0000-4000-8000-000000000000'
      return sealChoice(world.services.sessionKey, { consentId, version, kinds, chosenAt: world.clock.now() })
    }
    browser.setCookie('cookie-choice', receipt(questionVersion(marketingPolicy, live)))
    assert.match(await policyAt('/'), /stats/)
    browser.setCookie('cookie-choice', receipt('000000000000'))
    assert.doesNotMatch(await policyAt('/'), /stats/)
    assert.ok(plain((await browser.get('/')).text).includes(asked))
  })

  test('takes no answer from another site', async () => {
    const rows = (await ledger()).length
    for (const origin of ['https://evil.example', '']) {
      const headers = { ...(origin && { origin }), 'content-type': 'application/x-www-form-urlencoded' }
      const forged = new Request(new URL('/cookies/choice', marketingUrl), {
        method: 'POST',
        headers,
        body: 'answer=all&means=banner',
      })
      assert.equal((await world.fetch(forged)).status, 403)
    }
    assert.equal((await ledger()).length, rows)
  })

  test('counts for twelve months and is then asked for again (R4.3)', async () => {
    await answer('all')
    world.clock.advance({ hours: 24 * 364 })
    assert.match(await policyAt('/'), /stats/)
    world.clock.advance({ hours: 48 })
    browser.setCookie('telemetry-user', 'still-here')
    const page = await browser.get('/')
    assert.doesNotMatch(page.headers.get('content-security-policy') ?? '', /stats/)
    assert.ok(plain(page.text).includes(asked))
    assert.match(page.headers.getSetCookie().join('\n'), /telemetry-user=; Max-Age=0/)
  })

  test('is kept for as long as the policy says, and then erased with its wording (T20.2)', async () => {
    await answer('none')
    const erase = cookieTasks(workerServices(world), openGate(marketingPolicy))['erase-old-cookie-choices']
    await erase?.({}, { attempt: 1 })
    assert.ok((await ledger()).length > 0)
    world.clock.advance({ hours: 24 * 732 })
    await erase?.({}, { attempt: 1 })
    assert.deepEqual(await world.sql('select from cookie_choices union all select from cookie_choice_texts'), [])
    const [[activity, purpose, task] = []] = await jobEvents(world, 'cookies.erase')
    assert.deepEqual([activity, purpose, task], ['marketing.cookie-choices', 'operation', 'erase-old-cookie-choices'])
  })

  test('can be read by nobody who asks through the sites', async () => {
    await answer('none')
    const granted = await world.sql<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants where table_name like 'cookie_choice%' and grantee = 'klinikbro_request'`,
    )
    assert.deepEqual([...new Set(granted.map(({ privilege_type: kind }) => kind))], ['INSERT'])
  })
})

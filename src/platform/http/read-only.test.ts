import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newToken } from '#platform/crypto/tokens.ts'
import { isForMachines } from '#platform/http/action.ts'
import { staysPossibleReadOnly } from '#policy/maintenance.ts'
import { referralActions } from '#src/actions.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { Browser, plain } from '#tests/harness/browser.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'

describe('while the service is read-only', () => {
  let world: World
  let scene: Scene
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
    await plantWindow(world, scene.cast.omar)
    await plantWindow(world, scene.cast.omar, { startsIn: { hours: 1 } })
  })
  after(() => world.close())

  const browsers = async () => {
    const { cast, ana } = scene
    const staff = [cast.mette, cast.birthe, cast.sara, cast.peter, cast.lone, cast.omar]
    return Promise.all([undefined, { personId: ana }, ...staff].map((who) => world.browser(who)))
  }

  test('nothing is changed by anybody, save what nobody may be kept from, until the last of the windows in a row ends (T19.7)', async () => {
    const asked = referralActions.filter((one) => one.at.method === 'POST' && !isForMachines(one))
    const closed = asked.filter(({ asks }) => !staysPossibleReadOnly(asks))
    assert.ok(closed.length > 30)
    const said = new Map<string, number>()
    for (const browser of await browsers()) {
      for (const { at } of closed) {
        const { status, location, headers } = await browser.post(at.href(scene.params), {})
        const isNo = [403, 404, 503].includes(status) || (status === 303 && location?.startsWith('/log-in?'))
        assert.ok(isNo, `${at.pattern} answered ${status} ${location}`)
        if (status === 503) said.set(at.pattern, Number(headers.get('retry-after')))
      }
    }
    assert.ok(said.size > 20, [...said.keys()].join(' '))
    assert.deepEqual([...new Set(said.values())], [2 * 3600])
  })

  test('the form comes back with what was typed, and says when to send it again (T19.7)', async () => {
    const visitor = new Browser(world.fetch, marketingUrl)
    await visitor.get('/contact')
    const message = { name: 'Ida Eksempelsen', message: 'Hvad koster det egentlig?' }
    const { status, text, headers } = await visitor.post('/contact', message)
    assert.equal(status, 503)
    assert.equal(headers.get('retry-after'), '7200')
    assertAccessible(text)
    assert.match(text, /Hvad koster det egentlig\?/)
    assert.match(
      plain(text),
      /Vi vedligeholder siden lige nu Det, du skrev, er ikke gemt.*Send det igen efter \p{L}+ den \d+\. \p{L}+ kl\. \d\d\.\d\d\./u,
    )
  })

  test('every form that is closed meanwhile can bring back what was typed (T19.7)', () => {
    const closed = referralActions.filter((one) => one.at.method === 'POST' && !staysPossibleReadOnly(one.asks))
    const lost = closed.filter((one) => !isForMachines(one) && one.definition.input && !one.definition.again)
    assert.deepEqual(
      lost.map(({ at }) => at.pattern),
      [],
    )
  })

  test('what runs out, or begins a deadline of the law, is received: a new password, an invitation, a right (T19.7, T5.7)', async () => {
    const { cast, ana, params } = scene
    const nobody = await world.browser()
    await nobody.get('/password-reset')
    assert.equal((await nobody.post('/password-reset', { email: cast.mette.email })).status, 200)
    const { token, hash } = newToken()
    await world.sql(`update invitations set token_hash = $1 where email = 'ny@nordlys.example'`, [hash])
    const password = 'hest cykel over broen'
    const account = { name: 'Ny Kollega', password, repeated: password }
    assert.equal((await nobody.post(`/invitations/${token}`, account)).location, '/log-in/set-up')
    const patient = await world.browser({ personId: ana })
    const asked = await patient.post('/my/rights/new/access', { about: params['caseId'] ?? '' })
    assert.equal(asked.location, '/my/rights?notice=sent')
    const waiting = await world.sql<{ task: string }>(
      `select t.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id`,
    )
    assert.ok(waiting.some(({ task }) => task === 'send-password-reset'))
  })

  test('where there is no form to bring back, a page says so (T19.7)', async () => {
    const omar = await world.browser(scene.cast.omar)
    const { status, text } = await omar.post('/operator/parked-jobs/1/retry')
    assert.equal(status, 503)
    assertAccessible(text)
    assert.match(plain(text), /Du kan ikke ændre noget lige nu.*ikke gemt.*Fejlkode 503/)
  })

  test('a machine gets a typed problem, and can still read (T19.7)', async () => {
    const token = await tokenFor(world, scene.cast.mette)
    const call = machineOf(world)
    const refused = await call('POST', '/api/cases', { token, body: {} })
    assert.equal(refused.status, 503)
    assert.match(refused.headers.get('content-type') ?? '', /problem\+json/)
    assert.equal((refused.json as { type: string }).type, '/api#read-only')
    assert.equal(refused.headers.get('retry-after'), '7200')
    assert.equal((await call('GET', '/api/cases', { token })).status, 200)
  })

  test('looks are possible and logged, the language is chosen, a time is given back, a consent withdrawn (T19.7)', async () => {
    const ana = await world.browser({ personId: scene.ana })
    const seen = async () =>
      (await world.sql<{ n: number }>(`select count(*)::int n from audit_events where action = 'my-case.view'`))[0]
        ?.n ?? 0
    const before = await seen()
    assert.equal((await ana.get(`/my/cases/${scene.params.caseId}`)).status, 200)
    assert.equal(await seen(), before + 1)
    assert.equal((await ana.post('/language', { language: 'da', returnTo: '/' })).status, 303)
    const cancelled = await ana.post(`/my/appointments/${scene.params.appointmentId}/cancellation`, { reason: 'ill' })
    assert.equal(cancelled.status, 303, plain(cancelled.text))
    const withdrawn = await ana.post(`/my/cases/${scene.params.caseId}/consent-withdrawal`)
    assert.equal(withdrawn.status, 303, plain(withdrawn.text))
    assert.equal((await ana.post('/log-out')).status, 303)
  })

  test('all is as before once it is over (T19.7)', async () => {
    world.clock.advance({ hours: 2 })
    const omar = await world.browser(scene.cast.omar)
    assert.equal((await omar.post('/operator/parked-jobs/1/retry')).status, 303)
  })
})

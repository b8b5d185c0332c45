import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { versionOf } from '#policy/version.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const summary = { da: 'Du kan nu booke for dit barn.', en: 'You can now book for your child.' }
const second = versionOf({
  ...referralPolicy,
  version: '2',
  validFrom: '2026-12-01',
  change: { important: true, summary },
  terms: [...referralPolicy.terms, { heading: { da: 'Børn', en: 'Children' }, text: summary }],
})
const smallSummary = { da: 'Vi har fået et nyt telefonnummer.', en: 'We have a new telephone number.' }
const third = versionOf({ ...second.model, version: '3', change: { important: false, summary: smallSummary } })
const notServedYet = versionOf({ ...third.model, version: '4', change: { important: true, summary } })
const versions = [notServedYet, third, second, ...publishedVersions('referral')]

describe('the terms at log-in', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  before(async () => {
    world = await openWorld({ versions, served: third.model })
    cast = await settle(world)
    // Accepted the first version, as everybody in the tests.
    mette = await world.browser({ userId: cast.mette.userId })
  })
  after(() => world.close())

  const acceptances = () =>
    world.sql<{ user_id: Id<'user'>; version: number; terms_hash: Buffer }>(
      'select user_id, version, terms_hash from terms_acceptances where user_id = $1 order by version',
      [cast.mette.userId],
    )
  const form = async (browser: Browser) => {
    const page = await browser.get('/terms/acceptance?returnTo=%2Fcases%2Fnew')
    const [, hash = ''] = /name="hash" value="([0-9a-f]{64})"/.exec(page.text) ?? []
    return { page, hash }
  }

  test('an important change leads whoever is logged in to what is new, and from there back (T19.5)', async () => {
    const answer = await mette.get('/cases/new')
    assert.deepEqual([answer.status, answer.location], [303, '/terms/acceptance?returnTo=%2Fcases%2Fnew'])
    const { page } = await form(mette)
    const text = plain(page.text)
    assert.match(text, /Vilkårene er ændret/)
    assert.match(
      text,
      /Det er nyt, siden du sagde ja .*nyt telefonnummer\. \(version 3, fra .*\) Du kan nu booke for dit barn\. \(version 2, fra/,
    )
    assert.match(text, /Du sagde ja til version 1/)
    assert.match(page.text, /href="\/privacy\/versions\/1\/terms"/)
    assert.match(text, /Vilkår, version 3/)
    assert.doesNotMatch(page.text, /type="checkbox"/)
    assertAccessible(page.text)
  })

  test('nothing else can be done before, and what was posted is not half done (T19.5)', async () => {
    const answer = await mette.post('/cases', { caseNumber: 'T-1' })
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /Læs først de nye vilkår/)
    assert.deepEqual(await world.sql('select from cases'), [])
  })

  test('the policy, the terms and logging out stay possible (T19.5)', async () => {
    assert.equal((await mette.get('/privacy')).status, 200)
    assert.equal((await mette.get('/terms')).status, 200)
  })

  test('whoever read another text than the newest is shown that one first (T19.5)', async () => {
    const { hash } = await form(mette)
    const answer = await mette.post('/terms/acceptance', { hash: hash.replaceAll(/[0-9]/g, 'a'), returnTo: '/cases' })
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /Vilkårene er blevet ændret, mens du læste/)
    assert.equal((await acceptances()).length, 1)
  })

  test('a yes is kept with the text it was said to, and what was accepted before is not rewritten (T1.1, T19.5)', async () => {
    const { hash } = await form(mette)
    const answer = await mette.post('/terms/acceptance', { hash, returnTo: '/cases/new' })
    assert.deepEqual([answer.status, answer.location], [303, '/cases/new'])
    assert.equal((await mette.get('/cases/new')).status, 200)
    const kept = await acceptances()
    assert.deepEqual(
      kept.map(({ version }) => version),
      [1, 3],
    )
    assert.equal(kept[1]?.terms_hash.toString('hex'), hash)
    for (const undone of ['update terms_acceptances set version = 9', 'delete from terms_acceptances']) {
      await assert.rejects(world.sql(undone), { constraint: 'ledger_is_append_only' })
    }
  })

  test('a small change asks nobody (T19.5)', async () => {
    assert.equal((await mette.get('/terms/acceptance?returnTo=%2Fcases')).location, '/cases')
  })

  test('goes on to our own pages only', async () => {
    const { hash } = await form(await world.browser({ userId: cast.jonas.userId }))
    const jonas = await world.browser({ userId: cast.jonas.userId })
    await jonas.get('/terms/acceptance')
    const answer = await jonas.post('/terms/acceptance', { hash, returnTo: '//elsewhere.example/' })
    assert.equal(answer.location, '/')
  })

  test('what was accepted goes with the account (T20.2)', async () => {
    await world.sql('insert into user_removals (user_id, removed_by) values ($1, $2)', [
      cast.mette.userId,
      cast.birthe.userId,
    ])
    assert.deepEqual(await acceptances(), [])
  })
})

describe('a patient who has not accepted the terms', () => {
  let world: World
  let cast: Cast
  let personId: Id<'person'>
  let caseId: Id<'case'>
  before(async () => {
    world = await openWorld({ versions, served: third.model })
    cast = await settle(world)
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    personId = opened.personId
    caseId = opened.caseId
  })
  after(() => world.close())

  const patient = () => world.browser({ personId })
  const form = '/terms/acceptance?returnTo=%2Fmy%2Fcases'

  test('keeps their rights, and can log out (T19.5, T5.7)', async () => {
    const browser = await patient()
    assert.equal((await browser.get('/my/cases')).location, form)
    const page = await browser.get(form)
    assert.match(plain(page.text), /Mine rettigheder/)
    assert.doesNotMatch(plain(page.text), /Dine kommende tider/)
    assertAccessible(page.text)
    assert.equal((await browser.get('/my/rights')).status, 200)
    assert.equal((await browser.post('/log-out')).status, 303)
  })

  test('still sees when and where coming visits are, and that look is logged (T19.5, R1.2)', async () => {
    const startsAt = world.clock.now().add({ hours: 1 })
    const visit = { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt }
    const appointmentId = await bookVisit(world, visit)
    const browser = await patient()
    const page = await browser.get(form)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Dine kommende tider \p{L}+ den .* kl\. \d\d\.\d\d .*Klinikken på Bakken, Eksempelvej 12, 8000 Aarhus C/u,
    )
    assert.match(page.text, new RegExp(`href="/my/appointments/${appointmentId}"`))
    assert.equal((await browser.get(`/my/appointments/${appointmentId}`)).status, 200)
    const looks = await world.sql(`select from audit_events where action = 'terms.accept' and case_id = $1`, [caseId])
    assert.equal(looks.length, 1)
    world.clock.advance({ hours: 2 })
    assert.doesNotMatch(plain((await browser.get(form)).text), /Dine kommende tider/)
  })

  test('and is erased leaves no acceptance behind (T5.3)', async () => {
    assert.equal((await world.sql('select from terms_acceptances where person_id = $1', [personId])).length, 1)
    await world.sql('update persons set erased_at = now() where id = $1', [personId])
    assert.deepEqual(await world.sql('select from terms_acceptances where person_id = $1', [personId]), [])
  })
})

test('a patient who logs in for the first time meets the terms once (T19.5)', async () => {
  const world = await openWorld()
  const [person] = await world.sql<{ id: Id<'person'> }>(
    'insert into persons (id) values (gen_random_uuid()) returning id',
  )
  const patient = await world.browser({ personId: person!.id })
  await world.sql('alter table terms_acceptances disable trigger terms_acceptances_are_never_changed')
  await world.sql('delete from terms_acceptances')
  const answer = await patient.get('/my/cases')
  assert.equal(answer.location, '/terms/acceptance?returnTo=%2Fmy%2Fcases')
  const page = await patient.get('/terms/acceptance?returnTo=%2Fmy%2Fcases')
  assert.match(plain(page.text), /Før du går videre .*Vilkår, version 1/)
  const [, hash = ''] = /name="hash" value="([0-9a-f]{64})"/.exec(page.text) ?? []
  await patient.post('/terms/acceptance', { hash, returnTo: '/my/cases' })
  assert.equal((await patient.get('/my/cases')).status, 200)
  await world.close()
})

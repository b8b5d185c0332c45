import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a practitioner who is added', () => {
  let world: World
  let cast: Cast
  let tove: Browser
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    tove = await world.browser(cast.tove)
  })
  after(() => world.close())

  const added = (who: Browser, profession: string, more: Record<string, string> = {}) =>
    who.post('/clinic/practitioners', { profession, name: 'Nanna Nybegynder', ...more })

  test('is what an empty clinic is asked for first, by profession', async () => {
    const empty = await tove.get('/clinic/practitioners')
    assertAccessible(empty.text)
    assert.match(plain(empty.text), /Tilføj jeres første behandler/)
    const choosing = await tove.get('/clinic/practitioners/new')
    assertAccessible(choosing.text)
    assert.match(plain(choosing.text), /Hvilken uddannelse har behandleren\?.*Fodterapeut/)
    const page = await tove.get('/clinic/practitioners/new?profession=doctor')
    assertAccessible(page.text)
    assert.match(plain(page.text), /Ny behandler: læge.*Ortopædkirurgisk forundersøgelse.*Smertelæge/)
    assert.doesNotMatch(plain(page.text), /Fysioterapi/)
  })

  test('can be booked from the day the clinic has hours and a room', async () => {
    const page = await tove.postAndFollow('/clinic/practitioners', {
      profession: 'physiotherapist',
      name: 'Nanna Nybegynder',
      authorisationId: '1bc 2d',
      services: 'physiotherapy',
    })
    assertAccessible(page.text)
    assert.match(plain(page.text), /Behandleren er tilføjet\. Skriv ugens tider.*Nanna Nybegynder/)
    const [row] = await world.sql(
      `select p.organisation_id, p.profession, p.authorisation_id, s.treatment_type from practitioners p
       join practitioner_services s on s.practitioner_id = p.id where p.name = 'Nanna Nybegynder'`,
    )
    assert.deepEqual(row, {
      organisation_id: cast.fjorden.id,
      profession: 'physiotherapist',
      authorisation_id: '1BC2D',
      treatment_type: 'physiotherapy',
    })
    assert.match(
      plain((await tove.get('/clinic/practitioners')).text),
      /Klinikken har ingen lokaler endnu.*Tilføj et lokale/,
    )
  })

  test('has an authorisation id in its form, unless they are a psychologist', async () => {
    const wrong = await added(tove, 'chiropractor', { services: 'chiropractic', authorisationId: 'AEIOU' })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    assert.match(plain(wrong.text), /Et autorisations-id er fem tal og bogstaver uden vokaler/)
    assert.equal((await added(tove, 'chiropractor', { services: 'chiropractic' })).status, 422)
    assert.doesNotMatch((await tove.get('/clinic/practitioners/new?profession=psychologist')).text, /authorisationId/)
    assert.equal((await added(tove, 'psychologist', { services: 'psychologist' })).status, 303)
  })

  test('gives only what their profession gives, and something', async () => {
    const foreign = { services: 'mr-scan', authorisationId: '1BC2D' }
    assert.match(plain((await added(tove, 'chiropractor', foreign)).text), /Vælg mindst én behandling/)
    assert.equal((await added(tove, 'doctor', { authorisationId: '1BC2D' })).status, 422)
  })

  test('can be one of the clinic’s own users, and nobody else’s', async () => {
    const lone = await world.browser(cast.lone)
    await world.sql(`update practitioners set user_id = null where id = $1`, [cast.peterAtWork])
    const page = await lone.get('/clinic/practitioners/new?profession=physiotherapist')
    assert.match(plain(page.text), /Log-in.*Peter Testersen/)
    const more = { services: 'physiotherapy', authorisationId: '1BC2D', user: cast.peter.userId }
    assert.equal((await added(lone, 'physiotherapist', more)).status, 303)
    assert.equal((await added(lone, 'physiotherapist', more)).status, 422)
    assert.equal((await added(tove, 'physiotherapist', more)).status, 422)
  })

  test('is not a practitioner’s or an insurer’s to add', async () => {
    for (const who of [cast.peter, cast.mette])
      assert.equal((await added(await world.browser(who), 'psychologist', { services: 'psychologist' })).status, 403)
  })
})

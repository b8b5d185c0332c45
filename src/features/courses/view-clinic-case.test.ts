import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a case at the clinic', () => {
  let world: World
  let cast: Cast
  let caseId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const opened = await openCaseFor(world, cast.mette, cast.ana, {
      clinics: [cast.bakken],
      caseNumber: 'SAG-77',
      details: { complaint: 'Ondt i lænden <b>', 'body-part': 'Lænd' },
    })
    caseId = opened.caseId
    const startsAt = world.clock.now().add({ hours: 24 })
    const visit = { practitionerId: cast.peterAtWork, roomId: cast.room, startsAt }
    await bookVisit(world, { ...opened, ...visit })
  })
  after(() => world.close())

  const at = async (path: string, who = cast.sara) => {
    const page = await (await world.browser(who)).get(path)
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }

  test('shows what was handed over, by whom, and what is approved', async () => {
    const { words } = await at(`/clinic/cases/${caseId}`)
    assert.match(words, /Ana Prøvesen/)
    assert.match(words, /020160-9996/)
    assert.match(words, /Gener Ondt i lænden <b>/)
    assert.match(words, /Nordlys Sundhed sendte sagen til jer den/)
    assert.match(words, /Godkendt til 6 behandlinger indtil den .*; 1 er booket eller brugt, 5 er tilbage\./)
    assert.match(words, /Peter Testersen Booket/)
  })

  test('tells a screen reader the patient first, then the visits, then the notes', async () => {
    const { html } = await at(`/clinic/cases/${caseId}`)
    const places = ['<h1>Ana', '<h2>Tider', '<h2>Notater', '<h2>Patienten'].map((part) => html.indexOf(part))
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    )
    assert.ok(!places.includes(-1))
  })

  test('logs who looked at whose case', async () => {
    await at(`/clinic/cases/${caseId}`, cast.peter)
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'clinic-case.view' and case_id = $1 order by at desc limit 1`,
      [caseId],
    )
    assert.match(event!.event, new RegExp(cast.peter.userId))
  })

  test('does not exist for another clinic, nor for what is no id', async () => {
    assert.equal((await at(`/clinic/cases/${caseId}`, cast.tove)).status, 404)
    assert.equal((await at('/clinic/cases/not-an-id')).status, 404)
  })

  test('gives the administrator the page without buttons that change', async () => {
    const { words } = await at(`/clinic/cases/${caseId}`, cast.lone)
    assert.match(words, /Ana Prøvesen/)
    assert.doesNotMatch(words, /Nyt notat|Afslut forløbet|Book en tid/)
  })

  test('is gone from the page and the list the moment the consent is withdrawn', async () => {
    const opened = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    assert.equal((await at(`/clinic/cases/${opened.caseId}`)).status, 200)
    await world.sql(
      `with logged as (select append_audit_event('case.withdraw-consent', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind)
       select m.id, m.case_id, 'insurer' from consent_marks m, logged where m.case_id = $1`,
      [opened.caseId],
    )
    assert.equal((await at(`/clinic/cases/${opened.caseId}`)).status, 404)
    assert.doesNotMatch((await at('/clinic/cases')).words, /Bo Eksempelsen/)
    assert.doesNotMatch((await at('/clinic/cases?q=bo')).words, /Bo Eksempelsen/)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an appointment at the clinic', () => {
  let world: World
  let cast: Cast
  let caseId: Id<'case'>
  let id: Id<'appointment'>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    caseId = (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })).caseId
    const startsAt = world.clock.now().add({ hours: 72 })
    id = await bookVisit(world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => world.close())

  const at = async (who = cast.sara, path = `/clinic/appointments/${id}`) => {
    const page = await (await world.browser(who)).get(path)
    if (page.status === 200) assertAccessible(page.text)
    return { status: page.status, words: plain(page.text), html: page.text }
  }

  test('says when, what, with whom and where, and what can be done', async () => {
    const { words, html } = await at()
    assert.match(words, /Ana Prøvesen.*Fysioterapi.*Peter Testersen.*Rum 1.*Booket/)
    assert.match(words, /Ankomst kan noteres på dagen\..*Flyt tiden.*Aflys tiden/)
    assert.match(html, new RegExp(`href="/clinic/cases/${caseId}"`))
  })

  test('can be read by the administrator, without buttons', async () => {
    const { words, status } = await at(cast.lone)
    assert.equal(status, 200)
    assert.doesNotMatch(words, /Flyt tiden/)
  })

  test('does not exist for another clinic or an insurer', async () => {
    assert.equal((await at(cast.tove)).status, 404)
    assert.equal((await at(cast.mette)).status, 404)
    assert.equal((await at(cast.sara, '/clinic/appointments/none')).status, 404)
  })

  test('is out of sight on every page once the consent is withdrawn', async () => {
    await world.sql(
      `with logged as (select append_audit_event('case.withdraw-consent', '{}', null, null, null))
       insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind)
       select m.id, m.case_id, 'patient' from consent_marks m, logged where m.case_id = $1`,
      [caseId],
    )
    assert.equal((await at()).status, 404)
    const date = world.clock.now().add({ hours: 72 }).toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
    assert.doesNotMatch((await at(cast.sara, `/clinic/day?date=${date}`)).words, /Ana Prøvesen/)
    assert.doesNotMatch((await at(cast.sara, `/clinic/calendar?date=${date}`)).words, /Ana Prøvesen/)
  })
})

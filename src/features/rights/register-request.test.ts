import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a request that came by letter or telephone', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openCaseFor(world, cast.mette, cast.ana, { caseNumber: 'BREV-1', clinics: [cast.bakken] })
  })
  after(() => world.close())

  const path = routes.rights.register.create.href({})
  const fields = (daysAgo = 0) => {
    const { day, month, year } = dayOf(world.clock.now()).subtract({ days: daysAgo })
    const on = { 'receivedOn-day': `${day}`, 'receivedOn-month': `${month}`, 'receivedOn-year': `${year}` }
    return { ...on, caseNumber: 'BREV-1', right: 'access', text: 'Hvad har I om mig?' }
  }

  test('is entered with how it was checked who asks, and the deadline runs from the day it came (T3.1)', async () => {
    const mette = await world.browser(cast.mette)
    const form = await mette.get(routes.rights.register.form.href({}))
    assertAccessible(form.text)
    const page = await mette.postAndFollow(path, { ...fields(), means: 'letter' })
    assert.match(plain(page.text), /Ana Prøvesen skal have svar senest.*Hvad har I om mig\?.*folkeregisteradressen/)
  })

  test('stands still when it has not been checked who asks (T3.1)', async () => {
    const page = await (await world.browser(cast.mette)).postAndFollow(path, { ...fields(3), means: 'later' })
    assert.match(plain(page.text), /Fristen står stille.*Kontrollér, hvem der spørger/)
    assertAccessible(page.text)
  })

  test('freezes its case as an objection only once it is known who asks (T3.1, T5.6)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo, { caseNumber: 'BREV-2', clinics: [cast.bakken] })
    const startsAt = world.clock.now().add({ hours: 72 })
    await bookVisit(world, { ...whose, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    const [mette, sara] = [await world.browser(cast.mette), await world.browser(cast.sara)]
    const seenAtClinic = async () => (await sara.get(routes.clinic.case.href(whose))).status
    const objection = { ...fields(), caseNumber: 'BREV-2', right: 'objection', means: 'later' }
    await mette.postAndFollow(path, objection)
    assert.equal(await seenAtClinic(), 200, 'a letter in somebody’s name calls nothing off')
    const [row] = await world.sql<{ id: string }>(`select id from rights_requests where "right" = 'objection'`)
    const restrict = world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into case_restrictions (id, case_id, request_id, because) select gen_random_uuid(), $1, $2, 'objection' from logged`,
      [whose.caseId, row!.id],
    )
    await assert.rejects(restrict, { constraint: 'no_restriction_without_identity' })
    await mette.postAndFollow(routes.rights.identityCheck.href({ rightsRequestId: row!.id }), { means: 'call-back' })
    assert.equal(await seenAtClinic(), 404)
    assert.equal((await world.sql('select from appointment_cancellations')).length, 1)
  })

  test('freezes its case at once as an objection of somebody who was known (T5.6)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { caseNumber: 'BREV-3', clinics: [cast.bakken] })
    const mette = await world.browser(cast.mette)
    await mette.postAndFollow(path, { ...fields(), caseNumber: 'BREV-3', right: 'objection', means: 'in-person' })
    assert.equal((await (await world.browser(cast.sara)).get(routes.clinic.case.href(whose))).status, 404)
  })

  test('counts the month from the day it came, not from the day it was entered (T5.1)', async () => {
    const mette = await world.browser(cast.mette)
    await mette.postAndFollow(path, { ...fields(9), right: 'portability', means: 'letter' })
    const [row] = await world.sql<{ same: boolean }>(
      `select i.checked_at = r.received_at and r.received_at < now() - interval '8 days' as same
       from rights_requests r join rights_identity_checks i on i.request_id = r.id where r."right" = 'portability'`,
    )
    assert.equal(row?.same, true)
  })

  test('can be entered by the clinic for a case that it has, and is then the clinic’s to answer', async () => {
    const lone = await world.browser(cast.lone)
    const page = await lone.postAndFollow(path, { ...fields(), means: 'in-person' })
    assert.match(plain(page.text), /Ana Prøvesen skal have svar senest/)
    assert.match(plain((await lone.get(routes.rights.list.href({}))).text), /1 anmodning venter/)
  })

  test('needs a case of their own, a day that has come and, for a correction, what is wrong', async () => {
    const jonas = await world.browser(cast.jonas)
    const foreign = await jonas.post(path, { ...fields(), means: 'letter' })
    assert.equal(foreign.status, 422)
    assert.match(plain(foreign.text), /I har ingen sag med det nummer/)
    const mette = await world.browser(cast.mette)
    const early = await mette.post(path, { ...fields(-2), means: 'letter' })
    assert.match(plain(early.text), /Datoen er ikke kommet endnu/)
    const vague = await mette.post(path, { ...fields(), right: 'rectification', means: 'letter' })
    assert.match(plain(vague.text), /Vælg, hvad der er forkert/)
  })
})

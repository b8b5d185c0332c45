import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('one case, for its insurer', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const visit = (caseId: Id<'case'>, inHours: number) =>
    bookVisit(world, {
      caseId,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt: world.clock.now().add({ hours: inHours }),
    })
  const shown = async (caseId: Id<'case'>, member = cast.mette) =>
    (await world.browser({ userId: member.userId })).get(`/cases/${caseId}`)

  test('says in a sentence what is approved, used, booked and left', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const [, attended] = [await visit(caseId, -72), await visit(caseId, -48), await visit(caseId, 96)]
    await world.sql(
      `with logged as (select append_audit_event('x', '{}', null, null, null))
       insert into appointment_attendance (appointment_id, state) select $1, 'completed' from logged`,
      [attended],
    )
    const seen = await shown(caseId)
    assertAccessible(seen.text)
    const text = plain(seen.text)
    assert.match(text, /Godkendt til 6 behandlinger indtil [^;]+; 2 er brugt, 1 er booket, 3 er tilbage\./)
    assert.match(text, /I forløb/)
    assert.match(text, /Mødt til tiden/)
  })

  test('tells who sees it, with which fields, and what happened (R2.8)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const text = plain((await shown(caseId)).text)
    assert.match(
      text,
      /Klinikken på Bakken Ser sagen nu Ser navn og kontakt, CPR-nummer, godkendelsen, bilag, gener, hvor på kroppen/,
    )
    assert.match(
      text,
      /Givet videre til Klinikken på Bakken.*Samtykke markeret: mundtligt.*6 behandlinger godkendt.*Sagen blev oprettet af Mette Sagsen/,
    )
    assert.match(text, /Ondt i lænden/)
  })

  test('never shows the notes of the clinic', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await world.sql(
      `with logged as (select append_audit_event('x', '{}', null, null, null))
       insert into course_notes (id, clinic_id, case_id, person_id, text_sealed) select gen_random_uuid(), $1, $2, $3, 'Planted' from logged`,
      [cast.bakken.id, caseId, personId],
    )
    const { text } = await shown(caseId)
    assert.doesNotMatch(text, /Planted/)
    assert.match(plain(text), /Klinikkens egne notater kan I ikke se/)
  })

  test('says plainly when it goes nowhere', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken], consent: null })
    assert.match(plain((await shown(caseId)).text), /Sagen går ingen steder endnu.*Ingen klinik ser sagen/)
  })

  test('tells of the outcome once a clinic has closed the course', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await world.sql(
      `with logged as (select append_audit_event('x', '{}', null, null, null))
       insert into course_closures (case_id, clinic_id, person_id, outcome) select $1, $2, $3, 'improved' from logged`,
      [caseId, cast.bakken.id, personId],
    )
    assert.match(
      plain((await shown(caseId)).text),
      /Afsluttet.*Forløbet hos Klinikken på Bakken er afsluttet Patienten har fået det bedre/,
    )
  })

  test('does not exist for another insurer, a clinic, the operator or a patient', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    assert.equal((await shown(caseId, cast.jonas)).status, 404)
    assert.equal((await shown(caseId, cast.ali)).status, 200)
    for (const who of [{ userId: cast.omar.userId }, { userId: cast.sara.userId }, { personId }])
      assert.ok([403, 404].includes((await (await world.browser(who)).get(`/cases/${caseId}`)).status))
    assert.equal((await shown('nonsense' as Id<'case'>)).status, 404)
  })

  test('is logged each time somebody looks (R1.2)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    await shown(caseId)
    const looks = await world.sql("select from audit_events where action = 'case.view' and case_id = $1", [caseId])
    assert.equal(looks.length, 1)
  })

  test('lets the administrator look, and change nothing', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const seen = await shown(caseId, cast.birthe)
    assert.equal(seen.status, 200)
    assert.doesNotMatch(seen.text, /consent-withdrawal|type="file"/)
  })
})

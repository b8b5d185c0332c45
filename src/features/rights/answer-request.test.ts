import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const nordlys = 'Nordlys Sundhed'
const bakken = 'Klinikken på Bakken'
const grant = { decision: 'grant', note: 'Det er gjort.' }
const wrong = { field: 'complaint', text: 'Det er ikke lænden', proposal: 'Ondt i nakken' }

describe('a controller who answers a request', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const answer = async (who: { userId: typeof cast.mette.userId }, id: string, fields: Record<string, string>) =>
    (await world.browser(who)).postAndFollow(routes.rights.answer.href({ rightsRequestId: id }), fields)
  const caseAtBakken = () => openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })

  test('corrects a value at once as a new version, and the clinic is told (T5.2, R1.13)', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'rectification', wrong)
    const path = routes.rights.show.href({ rightsRequestId: asked[nordlys]! })
    const form = await (await world.browser(cast.mette)).get(path)
    assertAccessible(form.text)
    assert.match(plain(form.text), /Ana Prøvesen skal have svar senest .*Det er ikke lænden.*Ondt i nakken/)
    await answer(cast.mette, asked[nordlys]!, { ...grant, value: 'Ondt i nakken' })

    const clinic = plain((await (await world.browser(cast.sara)).get(routes.clinic.case.href(whose))).text)
    assert.match(clinic, /Ondt i nakken/)
    assert.doesNotMatch(clinic, /Ondt i lænden/)
    const versions = await world.sql<{ version: number }>(
      `select version from case_details where case_id = $1 and field = 'complaint' order by version`,
      [whose.caseId],
    )
    assert.deepEqual(versions, [{ version: 1 }, { version: 2 }])
    const notices = await world.sql<{ recipient_id: string }>(
      'select recipient_id from rights_notices where request_id = $1',
      [asked[nordlys]],
    )
    assert.deepEqual(notices, [{ recipient_id: cast.bakken.id }])
    const worklist = plain((await (await world.browser(cast.lone)).get(routes.rights.list.href({}))).text)
    assert.match(worklist, /Nordlys Sundhed, .*: en oplysning i sagen er rettet/)
  })

  test('tells the person on their page and by a mail without content (R2.7)', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'portability')
    await answer(cast.birthe, asked[nordlys]!, { ...grant, note: 'Vi har intet ud over det, du kan hente.' })
    const path = routes.my.rights.show.href({ rightsRequestId: asked[nordlys]! })
    const seen = plain((await (await world.browser(whose)).get(path)).text)
    assert.match(seen, /Nordlys Sundhed har imødekommet din anmodning\..*Vi har intet ud over det/)
    const told = await world.sql<{ channel: string }>(
      `select channel from notifications where template = 'rights-answered' and case_id = $1 order by channel`,
      [whose.caseId],
    )
    assert.deepEqual(told, [{ channel: 'mail' }, { channel: 'sms' }])
  })

  test('corrects a phone number on its own record, and a wrong one is not taken', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'rectification', { ...wrong, field: 'phone', proposal: '+45 12 34 56 78' })
    const path = routes.rights.answer.href({ rightsRequestId: asked[nordlys]! })
    const mette = await world.browser(cast.mette)
    const refused = await mette.post(path, { ...grant, value: 'ring til mig' })
    assert.equal(refused.status, 422)
    assertAccessible(refused.text)
    await mette.postAndFollow(path, { ...grant, value: '+4512345678' })
    assert.match(plain((await mette.get(routes.case.show.href(whose))).text), /12 34 56 78/)
  })

  test('at the clinic corrects a note by adding one', async () => {
    const whose = await caseAtBakken()
    const sara = await world.browser(cast.sara)
    await sara.post(routes.clinic.note.href(whose), { text: 'Venstre knæ er bedre' })
    const asked = await askAs(world, whose, 'rectification', {
      ...wrong,
      field: 'notes',
      proposal: 'Det var højre knæ',
    })
    assert.deepEqual(Object.keys(asked), [bakken])
    await answer(cast.lone, asked[bakken]!, { ...grant, value: 'Rettelse: det var højre knæ' })
    const notes = plain((await sara.get(routes.clinic.case.href(whose))).text)
    assert.match(notes, /Rettelse: det var højre knæ/)
    assert.match(notes, /Venstre knæ er bedre/)
  })

  test('restricts: the clinic loses sight, the insurer can only read, coming times are called off (T5.4)', async () => {
    const whose = await caseAtBakken()
    const startsAt = world.clock.now().add({ hours: 24 * 5 })
    await bookVisit(world, { ...whose, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    const asked = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig i oplysningerne' })
    const [sara, mette] = [await world.browser(cast.sara), await world.browser(cast.mette)]
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 200)
    await answer(cast.mette, asked[nordlys]!, grant)
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 404)
    assert.equal((await sara.post(routes.clinic.note.href(whose), { text: 'Ny' })).status, 404)
    const atInsurer = await mette.get(routes.case.show.href(whose))
    assertAccessible(atInsurer.text)
    assert.match(plain(atInsurer.text), /Sagen må kun gemmes/)
    assert.ok(!atInsurer.text.includes(routes.case.withdrawal.form.href(whose)))
    assert.equal((await mette.get(routes.case.consent.form.href(whose))).status, 403)
    const mine = await world.browser(whose)
    const own = await mine.get(routes.my.case.href(whose))
    assert.match(plain(own.text), /Sagen \(fysioterapi\) bliver kun gemt/)
    assert.ok(!own.text.includes(routes.my.times.href(whose)))
    assert.equal((await mine.get(routes.my.times.href(whose))).status, 403)
  })

  test('must say what a refusal rests on, and the person learns it with the way to Datatilsynet (T5.8)', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'erasure')
    const id = asked[nordlys]!
    const bare = { decision: 'refuse', note: 'Der er et åbent krav.' }
    const mette = await world.browser(cast.mette)
    assert.equal((await mette.post(routes.rights.answer.href({ rightsRequestId: id }), bare)).status, 422)
    await answer(cast.mette, id, { ...bare, law: 'art-17-3' })
    const seen = await (await world.browser(whose)).get(routes.my.rights.show.href({ rightsRequestId: id }))
    assertAccessible(seen.text)
    assert.match(plain(seen.text), /har afslået.*Der er et åbent krav\..*artikel 17, stk\. 3.*Klag til Datatilsynet/)
  })

  test('lets the case be used again when an objection is refused (T5.6)', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'objection', { text: 'Jeg kender en, der arbejder dér' })
    const sara = await world.browser(cast.sara)
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 404)
    await answer(cast.mette, asked[nordlys]!, { decision: 'refuse', note: 'Det er nødvendigt.', law: 'art-21-1' })
    assert.equal((await sara.get(routes.clinic.case.href(whose))).status, 200)
  })

  test('answers once: the second answer changes nothing', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'access')
    await answer(cast.mette, asked[nordlys]!, grant)
    const again = await answer(cast.birthe, asked[nordlys]!, { decision: 'refuse', note: 'Nej', law: 'art-12-5' })
    assert.match(plain(again.text), /Anmodningen er allerede besvaret/)
    assert.match(plain(again.text), /Det er gjort/)
  })

  test('sees only what was passed on to their own house', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'access')
    const show = async (who: typeof cast.jonas, id: string) =>
      (await (await world.browser(who)).get(routes.rights.show.href({ rightsRequestId: id }))).status
    assert.equal(await show(cast.jonas, asked[nordlys]!), 404)
    assert.equal(await show(cast.mette, asked[bakken]!), 404)
    assert.equal(await show(cast.lone, asked[bakken]!), 200)
    assert.equal(await show(cast.dorte, asked[bakken]!), 404)
  })

  test('speaks English to those who chose it', async () => {
    const whose = await caseAtBakken()
    const asked = await askAs(world, whose, 'erasure')
    const mette = await world.browser(cast.mette)
    const returnTo = routes.rights.show.href({ rightsRequestId: asked[nordlys]! })
    const page = await mette.postAndFollow('/language', { language: 'en', returnTo })
    assertAccessible(page.text)
    assert.match(plain(page.text), /must have an answer by .*This cannot be undone/)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { columnsOf } from '#tests/harness/columns.sql.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { patientActivities } from './copy-meaning.ts'
import { copySections, leftOutOfCopy } from './copy-scope.ts'

type File = {
  format: string
  meaning: { processing: { activity: string; purpose: string; retention: object }[]; controllers: { name: string }[] }
  data: Record<string, Record<string, unknown>[]>
}

describe('a patient’s copy of everything', () => {
  let world: World
  let cast: Cast
  let file: File
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana, {
      clinics: [cast.bakken],
      details: { complaint: 'Ondt i skulderen', 'body-part': 'Skulder' },
    })
    await openCaseFor(world, cast.jonas, cast.ana, {
      treatmentType: 'psychologist',
      details: { reason: 'Sorg efter tab' },
    })
    await openCaseFor(world, cast.mette, cast.bo, { details: { complaint: 'Bos hemmelighed' } })
    await bookVisit(world, {
      caseId: whose.caseId,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt: world.clock.now().add({ hours: 72 }),
    })
    const sara = await world.browser(cast.sara)
    await sara.post(routes.clinic.note.href(whose), { text: 'Fremgang efter anden gang' })
    await sara.post(routes.clinic.requestSessions.create.href(whose), { sessions: '3', reason: 'Ikke helt i mål' })
    const browser = await world.browser(whose)
    await browser.postAndFollow(routes.my.rights.create.href({ right: 'access' }), { about: whose.caseId })
    const answer = await browser.get(routes.my.download.file.href({}))
    assert.equal(answer.headers.get('content-type'), 'application/json')
    file = JSON.parse(answer.text) as File
  })
  after(() => world.close())

  test('has every value from every controller, opened (T5.1)', () => {
    const { data } = file
    const values = (section: string, name: string) => data[section]?.map((row) => row[name])
    assert.deepEqual(values('persons', 'cpr'), [cast.ana.cpr])
    assert.deepEqual(values('patients', 'organisation')?.sort(), ['Havblik Forsikring', 'Nordlys Sundhed'])
    assert.deepEqual(values('case_details', 'value')?.toSorted(), ['Ondt i skulderen', 'Skulder', 'Sorg efter tab'])
    assert.deepEqual(values('course_notes', 'text'), ['Fremgang efter anden gang'])
    assert.deepEqual(values('session_requests', 'reason'), ['Ikke helt i mål'])
    assert.deepEqual(values('appointments', 'organisation'), ['Klinikken på Bakken'])
    assert.ok(values('audit_events', 'action')?.includes('course.note'))
    for (const section of [
      'approvals',
      'consent_marks',
      'disclosures',
      'notifications',
      'rights_requests',
      'web_sessions',
    ])
      assert.ok((data[section]?.length ?? 0) > 0, section)
  })

  test('has nothing of anybody else, and no name of an employee who looked', () => {
    const text = JSON.stringify(file)
    for (const foreign of ['Bos hemmelighed', cast.bo.name, cast.bo.cpr, cast.mette.name, cast.sara.name])
      assert.ok(!text.includes(foreign), foreign)
  })

  test('says what article 15(1) asks for, from the model that is enforced (T5.1)', () => {
    const { processing, controllers } = file.meaning
    assert.deepEqual(
      processing.map(({ activity }) => activity),
      patientActivities(referralPolicy).map(({ id }) => id),
    )
    assert.ok(processing.every(({ purpose, retention }) => purpose && retention))
    assert.ok(controllers.some(({ name }) => name === 'Havblik Forsikring'))
  })

  test('is structured and machine-readable, with every part named as in the page (T5.5)', () => {
    assert.equal(file.format, 'klinikbro-copy/1')
    assert.deepEqual(Object.keys(file.data), copySections)
  })

  test('is complete against the database: each table about persons or cases is in it or left out for a reason (T5.1)', async () => {
    const tables = (await columnsOf(world.database.ownerUrl))
      .filter(({ name }) => /\.(person_id|case_id)$/.test(name))
      .map(({ name }) => name.split('.')[0] ?? '')
    const answered: readonly string[] = [...copySections, ...Object.keys(leftOutOfCopy)]
    assert.ok(tables.length > 15)
    assert.deepEqual(
      [...new Set(tables)].filter((table) => !answered.includes(table)),
      [],
    )
    assert.deepEqual(
      Object.keys(leftOutOfCopy).filter((table) => copySections.some((section) => section === table)),
      [],
    )
  })

  test('can be read as a page, in Danish and in English', async () => {
    const browser = await world.browser(whose)
    const page = await browser.get(routes.my.download.page.href({}))
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    const text = plain(page.text)
    assert.match(text, /Det, selskabet har skrevet om din behandling \(3\).*Ondt i skulderen/)
    assert.match(text, /Klinikkens notater \(1\).*Fremgang efter anden gang/)
    assert.match(text, /Klag til Datatilsynet/)
    const english = await browser.postAndFollow('/language', { language: 'en', returnTo: '/my/download' })
    assertAccessible(english.text)
    assert.match(plain(english.text), /What it is used for/)
  })

  test('is for the person alone, and the download is in the trail', async () => {
    assert.equal((await (await world.browser(cast.mette)).get(routes.my.download.file.href({}))).status, 404)
    const [event] = await world.sql<{ count: number }>(
      `select count(*)::integer as count from audit_events where action = 'my-copy.download' and person_id = $1`,
      [whose.personId],
    )
    assert.ok((event?.count ?? 0) >= 1)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

type Given = {
  fields: string[]
  restricted: boolean
  law: { id: string; words: { da: string } }
  data: Record<string, Record<string, unknown>[]>
}

describe('telling an authority by a named law', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const as = ({ userId }: Member) => world.browser({ userId })
  const opened = () =>
    openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], details: { complaint: 'Planted-Complaint' } })
  const asking = {
    law: 'criminal-investigation',
    authority: 'Københavns Politi',
    fields: ['contact', 'appointments'],
    reason: 'Planted-Reason, journal 0100-12345',
    checked: 'yes',
  }
  const ledger = (caseId: string) =>
    world.sql<{ id: string; basis: string; law: string; authority: string; fields: string[]; disclosed_by: string }>(
      `select id, basis, law, authority, fields, disclosed_by from disclosures where case_id = $1 and direction = 'to-authority'`,
      [caseId],
    )
  const givenIn = async (browser: Awaited<ReturnType<typeof as>>, path: string) =>
    JSON.parse((await browser.get(path)).text) as Given

  test('is noted with the law, and the document has exactly the chosen fields (T8.1, R1.14, T4.4)', async () => {
    const { caseId } = await opened()
    const birthe = await as(cast.birthe)
    assert.match((await birthe.get(routes.case.show.href({ caseId }))).text, new RegExp(`/cases/${caseId}/authorities`))
    assertAccessible((await birthe.get(routes.case.authorities.form.href({ caseId }))).text)
    const page = await birthe.postAndFollow(routes.case.authorities.create.href({ caseId }), asking)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Videregivelsen er noteret/)
    assert.match(plain(page.text), /Københavns Politi Givet .* efter retsplejeloven §§ 804 og 806/)
    const [line, ...more] = await ledger(caseId)
    assert.deepEqual(more, [])
    assert.ok(line)
    const { id: disclosureId, ...said } = line
    assert.deepEqual(said, {
      basis: 'legal-duty',
      law: 'criminal-investigation',
      authority: 'Københavns Politi',
      fields: ['contact', 'appointments'],
      disclosed_by: cast.birthe.userId,
    })
    const given = await givenIn(birthe, routes.case.authorities.json.href({ caseId, disclosureId }))
    assert.deepEqual(Object.keys(given.data), ['patients', 'appointments'])
    assert.equal(given.data['patients']?.[0]?.['name'], cast.ana.name)
    assert.equal(given.restricted, false)
    assert.doesNotMatch(JSON.stringify(given), /Planted-Complaint|Planted-Reason|020160/)
  })

  test('comes back with what was typed when the law is missing or free, or does not reach that far (T8.1, R1.14)', async () => {
    const { caseId } = await opened()
    const birthe = await as(cast.birthe)
    for (const wrong of [
      { law: undefined },
      { law: 'because-we-say-so' },
      // Binds clinics, not insurers.
      { law: 'health-supervision' },
      { authority: '' },
      { fields: undefined },
      // The clinic's, and none of the insurer's to give.
      { fields: ['course'] },
      { reason: '' },
      { checked: undefined },
    ]) {
      const answer = await birthe.post(routes.case.authorities.create.href({ caseId }), { ...asking, ...wrong })
      assert.equal(answer.status, 422, JSON.stringify(wrong))
      assertAccessible(answer.text)
    }
    assert.deepEqual(await ledger(caseId), [])
  })

  test('is the clinic’s own to do for what it wrote, and no more than the law reaches (T8.1)', async () => {
    const { caseId } = await opened()
    await (await as(cast.sara)).post(routes.clinic.note.href({ caseId }), { text: 'Planted-Note' })
    const lone = await as(cast.lone)
    assert.match((await lone.get(routes.clinic.case.href({ caseId }))).text, /authorities/)
    const create = routes.clinic.authorities.create.href({ caseId })
    const complaint = { ...asking, law: 'patient-complaint', authority: 'Styrelsen for Patientklager' }
    const beyond = await lone.post(create, { ...complaint, fields: ['course', 'consents'] })
    assert.equal(beyond.status, 422)
    await lone.postAndFollow(create, { ...complaint, fields: ['course', 'contact'] })
    const disclosureId = (await ledger(caseId))[0]!.id
    const given = await givenIn(lone, routes.clinic.authorities.json.href({ caseId, disclosureId }))
    assert.match(JSON.stringify(given.data['course_notes']), /Planted-Note/)
    assert.doesNotMatch(JSON.stringify(given), /Planted-Complaint/)
    const birthe = await as(cast.birthe)
    assert.equal((await birthe.get(routes.case.authorities.json.href({ caseId, disclosureId }))).status, 404)
    assert.doesNotMatch(
      plain((await birthe.get(routes.case.authorities.form.href({ caseId }))).text),
      /Patientklager Givet/,
    )
  })

  test('is refused to everybody who does not answer for the case (T8.1, R2.4)', async () => {
    const { caseId, personId } = await opened()
    const [insurers, clinics] = [
      routes.case.authorities.create.href({ caseId }),
      routes.clinic.authorities.create.href({ caseId }),
    ]
    for (const member of [cast.mette, cast.jonas, cast.sara, cast.tove, cast.omar, cast.dorte])
      for (const path of [insurers, clinics]) {
        const { status } = await (await as(member)).post(path, asking)
        assert.ok(status === 403 || status === 404, `${member.name} at ${path}: ${status}`)
      }
    assert.ok([403, 404].includes((await (await world.browser({ personId })).post(insurers, asking)).status))
    assert.deepEqual(await ledger(caseId), [])
  })

  const restricted = async () => {
    const whose = await opened()
    await (await as(cast.sara)).post(routes.clinic.note.href(whose), { text: 'Planted-Note' })
    const asked = await askAs(world, whose, 'restriction', { text: 'Jeg er uenig' })
    const rightsRequestId = asked['Nordlys Sundhed'] ?? ''
    await (await as(cast.mette)).post(routes.rights.answer.href({ rightsRequestId }), { decision: 'grant', note: 'Ja' })
    return whose
  }

  test('is not stopped by a restriction, which the page and the document say (T8.1, T5.4)', async () => {
    const { caseId } = await restricted()
    const birthe = await as(cast.birthe)
    const form = await birthe.get(routes.case.authorities.form.href({ caseId }))
    assert.match(plain(form.text), /Sagen må kun gemmes Det stopper ikke det, en lov kræver/)
    await birthe.postAndFollow(routes.case.authorities.create.href({ caseId }), asking)
    const [line] = await ledger(caseId)
    const given = await givenIn(birthe, routes.case.authorities.json.href({ caseId, disclosureId: line!.id }))
    assert.equal(given.restricted, true)
  })

  test('shows the clinic its own journal for that, and in that request only, restricted or withdrawn (T8.1, T5.4, T5.7)', async () => {
    const limited = await restricted()
    const withdrawn = await opened()
    await (await as(cast.sara)).post(routes.clinic.note.href(withdrawn), { text: 'Planted-Note' })
    await (await as(cast.mette)).post(routes.case.withdrawal.create.href(withdrawn))
    const lone = await as(cast.lone)
    for (const { caseId } of [limited, withdrawn]) {
      assert.equal((await lone.get(routes.clinic.case.href({ caseId }))).status, 404)
      const fields = ['course', 'contact']
      await lone.postAndFollow(routes.clinic.authorities.create.href({ caseId }), { ...asking, fields })
      const [line] = await ledger(caseId)
      const given = await givenIn(lone, routes.clinic.authorities.json.href({ caseId, disclosureId: line!.id }))
      assert.match(JSON.stringify(given.data['course_notes']), /Planted-Note/)
      assert.equal((await lone.get(routes.clinic.case.href({ caseId }))).status, 404)
    }
  })

  test('stands in the patient’s own view in plain words with the law, and whole in the copy (T8.1, X2, T5.1)', async () => {
    const { caseId, personId } = await opened()
    await (await as(cast.birthe)).post(routes.case.authorities.create.href({ caseId }), asking)
    const ana = await world.browser({ personId })
    const page = await ana.get(routes.my.knownBy.href({ caseId }))
    assertAccessible(page.text)
    const said = plain(page.text)
    assert.match(said, /Københavns Politi Myndigheden fik den .* fra Nordlys Sundhed: navn og kontaktoplysninger tider/)
    assert.match(said, /fordi en lov kræver det: retsplejeloven §§ 804 og 806/)
    assert.match(said, /Nordlys Sundhed gav oplysninger til en myndighed/)
    const copy = JSON.parse((await ana.get('/my/download.json')).text) as {
      data: { disclosures: Record<string, unknown>[]; disclosed_documents: Record<string, unknown>[] }
    }
    const told = copy.data.disclosures.filter(({ direction }) => direction === 'to-authority')
    assert.ok(
      told.some(({ recipient, law }) => recipient === 'Københavns Politi' && law === 'retsplejeloven §§ 804 og 806'),
    )
    assert.ok(copy.data.disclosed_documents.some(({ reason }) => reason === asking.reason))
    assertAccessible((await ana.get(routes.my.download.page.href({}))).text)
  })

  test('goes with its case when that is erased (T5.3)', async () => {
    const { caseId } = await opened()
    await (await as(cast.birthe)).post(routes.case.authorities.create.href({ caseId }), asking)
    await world.sql(`select erase_case($1, 'request', null)`, [caseId as Id<'case'>])
    assert.deepEqual(await world.sql('select from disclosed_documents where case_id = $1', [caseId]), [])
    assert.deepEqual(await ledger(caseId), [])
  })
})

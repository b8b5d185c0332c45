import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('who knows what', () => {
  let world: World
  let cast: Cast
  let whose: { caseId: Id<'case'>; personId: Id<'person'> }
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const sara = await world.browser(cast.sara)
    await sara.get(`/clinic/cases/${whose.caseId}`)
  })
  after(() => world.close())
  const known = async (query = '') =>
    (await world.browser({ personId: whose.personId })).get(`/my/cases/${whose.caseId}/known-by${query}`)

  test('tells which clinic received what, and that it was on consent (X2)', async () => {
    const page = await known()
    const text = plain(page.text)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(
      text,
      /Klinikken på Bakken Klinikken fik den [^:]+: dit navn, og hvordan du kan kontaktes dit CPR-nummer/,
    )
    assert.match(text, /det, selskabet har skrevet om: gener, hvor på kroppen/)
    assert.match(text, /fordi du har givet samtykke\. Klinikken kan se det nu\./)
  })

  test('tells who looked, when and why, without the name of the employee (X2)', async () => {
    const page = await known()
    const text = plain(page.text)
    assert.match(text, /Klinikken på Bakken så på sagen for at du kan få behandlingen/)
    assert.match(text, /Nordlys Sundhed oprettede sagen/)
    for (const { name } of [cast.sara, cast.mette]) assert.ok(!text.includes(name), name)
  })

  test('tells which of the person’s data each use touched, and nothing that it did not (X2, R1.4)', async () => {
    await (await world.browser(cast.mette)).get(`/cases/${whose.caseId}/consent-withdrawal`)
    const text = plain((await known()).text)
    const used = (what: string) => new RegExp(`${what}[^.]+Brugt: ([^.]+)\\.`).exec(text)?.[1]
    const atTheClinic = used('Klinikken på Bakken så på sagen')
    assert.match(atTheClinic ?? '', /^navn og kontaktoplysninger, CPR-nummer, dine tider, .*notater om forløbet/)
    assert.equal(
      used('Nordlys Sundhed oprettede sagen'),
      'navn og kontaktoplysninger, CPR-nummer, dine samtykker, den godkendte behandling, henvisningens tekst og bilag fra selskabet',
    )
    assert.doesNotMatch(text, /Nordlys Sundhed[^.]+Brugt: [^.]*notater/)
  })

  test('tells where to complain (T5.8)', async () => {
    const page = await known()
    assert.match(plain(page.text), /Du kan altid klage til Datatilsynet/)
    assert.match(page.text, /href="https:\/\/www\.datatilsynet\.dk\/"/)
  })

  test('turns pages, and never beyond the last', async () => {
    const sara = await world.browser(cast.sara)
    for (let look = 0; look < 25; look++) await sara.get(`/clinic/cases/${whose.caseId}`)
    assert.match(plain((await known('?page=2')).text), /Nordlys Sundhed oprettede sagen/)
    for (const page of ['99', '-1', 'x', '1.5']) assert.equal((await known(`?page=${page}`)).status, 200)
  })

  test('still tells of an event whose content has been removed', async () => {
    await world.sql(
      `update audit_events set event = null, salt = null where person_id = $1 and action = 'case.create'`,
      [whose.personId],
    )
    assert.match(plain((await known('?page=2')).text), /oprettede sagen formålet er slettet efter fristen/)
  })

  test('says of a case that is only stored that its clinic no longer sees it, to the patient and the insurer (T5.4, X2)', async () => {
    const stored = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    const patient = await world.browser(stored)
    const mette = await world.browser(cast.mette)
    const told = async () => ({
      patient: plain((await patient.get(routes.my.knownBy.href(stored))).text),
      insurer: plain((await mette.get(routes.case.show.href(stored))).text),
    })
    assert.match((await told()).patient, /Klinikken kan se det nu\./)
    assert.match((await told()).insurer, /Klinikken på Bakken Ser sagen/)
    await askAs(world, stored, 'objection', { text: 'Jeg vil ikke have det brugt' })
    assert.equal((await (await world.browser(cast.sara)).get(routes.clinic.case.href(stored))).status, 404)
    assert.match((await told()).patient, /Klinikken kan ikke længere se det her\./)
    assert.doesNotMatch((await told()).insurer, /Klinikken på Bakken Ser sagen/)
  })
})

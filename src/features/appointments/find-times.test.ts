import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type CaseOptions, openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('finding a time', () => {
  let world: World
  let cast: Cast
  const strangers = crowd(20)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openFjorden()
  })
  after(() => world.close())

  /** Fjorden gives physiotherapy too, from Thursday to Friday. */
  async function openFjorden() {
    const practitioner = newId<'practitioner'>()
    await world.sql(
      `insert into practitioners (id, organisation_id, name, profession) values ($1, $2, 'Nina Testersen', 'physiotherapist')`,
      [practitioner, cast.fjorden.id],
    )
    await world.sql(`insert into practitioner_services values ($1, 'physiotherapy')`, [practitioner])
    await world.sql(
      `insert into opening_hours (id, organisation_id, practitioner_id, weekday, opens, closes, valid_from)
       select gen_random_uuid(), $1, $2, weekday, '08:00', '19:00', '2026-01-01' from generate_series(4, 5) weekday`,
      [cast.fjorden.id, practitioner],
    )
    await world.sql(
      `insert into rooms (id, organisation_id, name, kind) values (gen_random_uuid(), $1, 'A', 'treatment')`,
      [cast.fjorden.id],
    )
    const today = dayOf(world.clock.now())
    await world.sql('select lay_out_days($1, $2, $3)', [practitioner, today, today.add({ days: 60 })])
  }
  const visitor = async (options: CaseOptions = {}) => {
    const whose = await openCaseFor(world, cast.mette, strangers.pop()!, options)
    const browser = await world.browser({ personId: whose.personId })
    return { ...whose, browser, times: (query = '') => browser.get(`/my/cases/${whose.caseId}/times${query}`) }
  }
  const chosenTimes = (html: string) => html.match(/name="time"/g)?.length ?? 0

  test('shows the first free time of each clinic and with whom, and with a postcode how far away it is', async () => {
    const { times } = await visitor()
    const page = await times()
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Ledige tider til fysioterapi Du kan booke 6 behandlinger mere/)
    assert.equal(chosenTimes(page.text), 2)
    assert.match(
      plain(page.text),
      /Klinikken på Bakken .*?Første ledige tid er .*? kl\. 08\.00 hos (Peter|Sofie) Testersen\./,
    )
    assert.doesNotMatch(plain(page.text), /km væk/)
    const near = plain((await times('?postcode=5000')).text)
    assert.match(near, /Klinikken på Bakken Aarhus C, 8\d km væk/)
    assert.match(near, /Fjorden Privathospital Odense C, under 1 km væk/)
  })

  test('leaves out clinics that are further away than the patient will go', async () => {
    const { times } = await visitor()
    const page = plain((await times('?postcode=5000&km=25')).text)
    assert.match(page, /Fjorden Privathospital Odense C/)
    assert.doesNotMatch(page, /Klinikken på Bakken Aarhus C, \d+ km væk/)
  })

  test('shows a clinic’s times under their days, with a link to later days', async () => {
    const { times } = await visitor()
    const page = await times(`?clinic=${cast.bakken.id}`)
    assertAccessible(page.text)
    assert.ok(chosenTimes(page.text) > 20)
    const [, more = ''] = /href="([^"]*from=[^"]*)"/.exec(page.text) ?? []
    const { browser } = await visitor()
    assert.equal((await browser.get(more)).status, 404, 'the link is for the patient alone')
    assert.ok(chosenTimes((await times(more.replace(/.*\?/, '?').replaceAll('&amp;', '&'))).text) > 20)
  })

  test('goes straight to the days when the insurer approved one clinic', async () => {
    const { times } = await visitor({ clinics: [cast.bakken] })
    const page = (await times()).text
    assert.ok(chosenTimes(page) > 20)
    assert.doesNotMatch(page, /Fjorden/)
  })

  test('says that nothing fits the filters, and offers to widen them', async () => {
    const { times } = await visitor()
    const page = plain((await times(`?clinic=${cast.bakken.id}&part=evening`)).text)
    assert.match(page, /Ingen ledige tider passer til det, du har valgt/)
    assert.match(page, /Vis alle tider/)
  })

  test('says what is wrong with a postcode and still shows times', async () => {
    const { times } = await visitor()
    assert.match(plain((await times('?postcode=8001')).text), /Vi kender ikke postnummeret/)
    const page = await times('?postcode=abc')
    assert.equal(page.status, 422)
    assert.ok(chosenTimes(page.text) > 0)
  })

  test('says why nothing can be booked, and what to do about it', async () => {
    const says = async (options: CaseOptions, text: RegExp) => {
      const page = await (await visitor(options)).times()
      assert.equal(page.status, 200)
      assert.match(plain(page.text), text)
      assert.equal(chosenTimes(page.text), 0)
      assertAccessible(page.text)
    }
    await says({ consent: null }, /Du kan ikke booke, for samtykket gælder ikke.*Ring til dit forsikringsselskab/)
    await says({ treatmentType: 'dietitian', details: { reason: 'Kost' } }, /Ingen klinik tilbyder behandlingen/)

    const used = await visitor({ sessions: 1 })
    await appointmentFor(world, used, (await timesAt(world, cast.bakken, 1))[0]!)
    assert.match(plain((await used.times()).text), /Alle dine godkendte behandlinger er booket eller brugt/)

    const late = await visitor()
    await world.sql(`update approvals set valid_from = '2020-01-01', valid_until = '2020-02-01' where case_id = $1`, [
      late.caseId,
    ])
    assert.match(plain((await late.times()).text), /Din godkendelse er udløbet/)
  })

  test('is for the patient alone', async () => {
    const { caseId } = await visitor()
    const stranger = await visitor()
    assert.equal((await stranger.browser.get(`/my/cases/${caseId}/times`)).status, 404)
    assert.equal(
      (await (await world.browser({ userId: cast.sara.userId })).get(`/my/cases/${caseId}/times`)).status,
      404,
    )
  })

  test('speaks English to those who prefer it', async () => {
    const { browser, times } = await visitor()
    await browser.post('/language', { language: 'en', returnTo: '/' })
    assert.match(plain((await times()).text), /Free times for physiotherapy You can book 6 more sessions/)
  })
})

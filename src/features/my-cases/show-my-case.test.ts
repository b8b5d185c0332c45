import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { appointmentFor, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a patient’s case', () => {
  let world: World
  let cast: Cast
  let whose: { caseId: Id<'case'>; personId: Id<'person'> }
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana, { caseNumber: 'SAG-77' })
  })
  after(() => world.close())
  const own = async () => (await world.browser({ personId: whose.personId })).get(`/my/cases/${whose.caseId}`)

  test('shows what the insurer wrote, how to prepare, and whom to ask', async () => {
    const page = await own()
    const text = plain(page.text)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(text, /Det har selskabet skrevet om dig.*Ondt i lænden/)
    assert.match(text, /Sådan forbereder du dig.*Tag tøj på/)
    assert.match(text, /Kontakt Nordlys Sundhed\. Oplys sagsnummer SAG-77\./)
    assert.match(text, /Du gav samtykke den/)
    assert.match(page.text, /href="tel:\+4512345678"/)
  })

  test('lists coming times with a way to each', async () => {
    const [time] = await timesAt(world, cast.bakken, 1)
    const appointmentId = await appointmentFor(world, whose, time!)
    const page = await own()
    assert.match(plain(page.text), /Dine tider .*Klinikken på Bakken hos/)
    assert.ok(page.text.includes(`href="/my/appointments/${appointmentId}"`))
  })

  test('lists times that are over, with how they ended', async () => {
    const time = (await timesAt(world, cast.bakken, 10)).at(-1)
    const appointmentId = await appointmentFor(world, whose, time!)
    await world.sql(
      `with noted as (insert into appointment_attendance (appointment_id, state) values ($1, 'no-show'))
       select append_audit_event('clinic-appointment.note-attendance', '{}', null, null, null)`,
      [appointmentId],
    )
    assert.match(plain((await own()).text), /Tidligere tider .*Klinikken på Bakken: du kom ikke/)
  })

  test('says what the insurer wrote when it refused more sessions', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const sara = await world.browser(cast.sara)
    await sara.post(`/clinic/cases/${caseId}/session-request`, { sessions: '4', reason: 'Knæet bærer ikke' })
    const [asked] = await world.sql<{ id: string }>('select id from session_requests where case_id = $1', [caseId])
    const refusal = 'Forsikringen dækker ikke flere'
    await (await world.browser(cast.mette)).post(`/session-requests/${asked?.id}/answer`, {
      decision: 'refuse',
      refusal,
    })
    const page = await (await world.browser({ personId })).get(`/my/cases/${caseId}`)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Selskabet har sagt nej\. Selskabet skrev til klinikken: »Forsikringen dækker ikke flere«/,
    )
  })

  test('says whom to call when the course is closed', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    await (await world.browser(cast.sara)).post(`/clinic/cases/${caseId}/closure`, {
      outcome: 'recovered',
      sure: 'yes',
    })
    const page = await (await world.browser({ personId })).get(`/my/cases/${caseId}`)
    assert.match(plain(page.text), /er afsluttet\..*Ring til Nordlys Sundhed på 12 34 56 78/)
  })

  test('does not exist for anybody else', async () => {
    const other = await openCaseFor(world, cast.jonas, cast.bo)
    const bo = await world.browser({ personId: other.personId })
    for (const path of ['', '/known-by', '/consent-withdrawal']) {
      assert.equal((await bo.get(`/my/cases/${whose.caseId}${path}`)).status, 404)
    }
    assert.equal((await bo.get('/my/cases/not-a-case')).status, 404)
    assert.equal((await (await world.browser(cast.mette)).get(`/my/cases/${whose.caseId}`)).status, 404)
  })
})

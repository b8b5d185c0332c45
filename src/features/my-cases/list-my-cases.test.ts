import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { appointmentFor, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a patient’s list of cases', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('tells how many sessions are approved, booked and left, with the next time and where', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana)
    const [time] = await timesAt(world, cast.bakken, 1)
    await appointmentFor(world, whose, time!)
    const page = await (await world.browser({ personId: whose.personId })).get('/my/cases')
    const text = plain(page.text)
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    assert.match(text, /Du er godkendt til 6 behandlinger \(fysioterapi\) indtil [^;]+; 1 er booket, 5 er tilbage\./)
    assert.match(text, /Din næste tid er \w+dag den .* hos Klinikken på Bakken/)
    assert.match(page.text, new RegExp(`href="/my/cases/${whose.caseId}/times"[^>]*>\\s*Find en tid`))
  })

  test('shows the cases of two insurers to the one person they are about', async () => {
    const whose = await openCaseFor(world, cast.jonas, cast.ana, {
      treatmentType: 'psychologist',
      details: { reason: 'Sorg' },
    })
    const text = plain((await (await world.browser({ personId: whose.personId })).get('/my/cases')).text)
    assert.match(text, /Nordlys Sundhed/)
    assert.match(text, /Havblik Forsikring/)
  })

  test('offers no times where the consent is missing, and says what is missing', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo, { consent: null, sessions: 1 })
    const page = await (await world.browser({ personId: whose.personId })).get('/my/cases')
    assert.match(plain(page.text), /Nordlys Sundhed har godkendt 1 behandling \(fysioterapi\)\. Du kan booke, så snart/)
    assert.doesNotMatch(page.text, /\/times"/)
  })

  test('speaks English to those who chose it', async () => {
    const { personId } = await openCaseFor(world, cast.mette, cast.bo)
    const browser = await world.browser({ personId })
    await browser.postAndFollow('/language', { language: 'en', returnTo: '/my/cases' })
    const page = await browser.get('/my/cases')
    assertAccessible(page.text)
    assert.match(plain(page.text), /You are approved for 6 sessions \(physiotherapy\) until .*You have not booked yet/)
  })

  test('is for patients: staff are refused, a visitor is sent to log in', async () => {
    assert.equal((await (await world.browser(cast.mette)).get('/my/cases')).status, 403)
    const visitor = await (await world.browser()).get('/my/cases')
    assert.equal(visitor.status, 303)
    assert.match(visitor.location ?? '', /^\/log-in/)
  })
})

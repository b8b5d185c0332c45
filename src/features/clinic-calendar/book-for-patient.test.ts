import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('booking for a patient', () => {
  let world: World
  let cast: Cast
  let caseId: Id<'case'>
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    caseId = (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], sessions: 2 })).caseId
  })
  after(() => world.close())

  const offered = (html: string) => [...html.matchAll(/name="time" value="([^"]+)"/g)].map(([, value]) => value ?? '')
  const times = async (path = `/clinic/cases/${caseId}/times`) =>
    offered((await (await world.browser(cast.sara)).get(path)).text)

  test('begins in the week of the first free time, with every practitioner’s times', async () => {
    const page = await (await world.browser(cast.sara)).get(`/clinic/cases/${caseId}/times`)
    assert.match(plain(page.text), /Book en tid til Ana Prøvesen.*Godkendt til 2 behandlinger.*Ledige tider i uge/)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Alle behandlere Peter Testersen Sofie Testersen/)
    const only = await times(`/clinic/cases/${caseId}/times?practitioner=${cast.sofieAtWork}`)
    assert.ok(only.length > 0 && only.every((value) => value.startsWith(cast.sofieAtWork)))
  })

  test('books the time and tells the patient', async () => {
    const browser = await world.browser(cast.sara)
    const [, time] = offered((await browser.get(`/clinic/cases/${caseId}/times`)).text)
    const page = await browser.postAndFollow(`/clinic/cases/${caseId}/appointments`, { time: time! })
    assert.match(plain(page.text), /Tiden er booket.*Ana Prøvesen.*Booket af Klinikken/)
    const told = await world.sql(`select from notifications where template = 'appointment-booked' and case_id = $1`, [
      caseId,
    ])
    assert.equal(told.length, 2)
    assert.ok(!(await times()).includes(time!))
  })

  test('says why a time that somebody else took cannot be had, and offers the nearest', async () => {
    const bo = await openCaseFor(world, cast.jonas, cast.bo, { clinics: [cast.bakken] })
    const taken = (await times(`/clinic/cases/${bo.caseId}/times?practitioner=${cast.peterAtWork}`))[0]!
    const browser = await world.browser(cast.peter)
    await browser.get(`/clinic/cases/${bo.caseId}/times`)
    await browser.postAndFollow(`/clinic/cases/${bo.caseId}/appointments`, { time: taken })
    const page = await browser.post(`/clinic/cases/${caseId}/appointments`, { time: taken })
    assert.equal(page.status, 409)
    assert.match(plain(page.text), /Tiden er lige blevet taget/)
    assert.ok(offered(page.text).length > 0)
    assertAccessible(page.text)
  })

  test('asks again when no time was chosen, and takes no invented one', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(`/clinic/cases/${caseId}/times`)
    const none = await browser.post(`/clinic/cases/${caseId}/appointments`, {})
    assert.equal(none.status, 422)
    assert.match(plain(none.text), /Vælg en tid/)
    assert.equal((await browser.post(`/clinic/cases/${caseId}/appointments`, { time: 'noon' })).status, 409)
  })

  test('ends with the approved sessions and points to asking for more', async () => {
    const browser = await world.browser(cast.sara)
    const time = (await times()).at(-1)!
    await browser.get(`/clinic/cases/${caseId}/times`)
    await browser.postAndFollow(`/clinic/cases/${caseId}/appointments`, { time })
    const page = await browser.get(`/clinic/cases/${caseId}/times`)
    assert.match(plain(page.text), /ingen godkendte behandlinger tilbage.*Bed om flere behandlinger/)
  })

  test('is not for the administrator, and not for a clinic without the case', async () => {
    assert.equal((await (await world.browser(cast.lone)).get(`/clinic/cases/${caseId}/times`)).status, 403)
    const tove = await world.browser(cast.tove)
    assert.equal((await tove.get(`/clinic/cases/${caseId}/times`)).status, 404)
    assert.equal((await tove.post(`/clinic/cases/${caseId}/appointments`, { time: 'x' })).status, 404)
  })
})

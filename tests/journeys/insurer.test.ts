import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import type { Browser } from '#tests/harness/browser.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { setOut, type Walk, type Way, ways } from './walk.ts'

const note = 'Patienten fortæller om noget privat'

describe('an insurer follows a case', () => {
  let served: ServedWorld
  let cast: Cast
  let sara: Browser

  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
    sara = await served.world.browser(cast.sara)
  })
  after(() => served.close())

  /** Ana has come once and has a time ahead; the clinic has written a note and asks for three sessions more. */
  async function courseUnderWay(at: number) {
    const { world } = served
    const person = { cpr: crowd(10)[at]!.cpr, name: `${['Ana', 'Bo', 'Carla'][at]} Prøvesen` }
    const opened = await openCaseFor(world, cast.mette, person, { clinics: [cast.bakken] })
    const startsAt = world.clock.now().subtract({ hours: 1 + at })
    const kept = { caseId: opened.caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt }
    const visit = await bookVisit(world, kept)
    const [time] = await timesAt(world, cast.bakken)
    await appointmentFor(world, opened, time!)
    await asSara(`/clinic/appointments/${visit}/attendance`, { state: 'completed' })
    await asSara(`/clinic/cases/${opened.caseId}/notes`, { text: note })
    await asSara(`/clinic/cases/${opened.caseId}/session-request`, { sessions: '3', reason: 'Fremgang, ikke i mål' })
    return { ...opened, name: person.name, time: time! }
  }

  const asSara = (path: string, fields: Record<string, string>) => sara.postAndFollow(path, fields)

  async function follow(walk: Walk, { caseId }: { caseId: Id<'case'> }) {
    const { say } = walk
    await walk.go(`/cases/${caseId}`)
    await walk.sees(say('Sagen blev oprettet', 'The case was opened'))
    await walk.sees(say('Givet videre til Klinikken på Bakken', 'Handed over to Klinikken på Bakken'))
    await walk.sees(say('Tid booket:', 'Appointment booked:'))
    await walk.sees(say('Mødt til tiden', 'Attended'))
    await walk.sees(say('1 er brugt, 1 er booket, 4 er tilbage', '1 used, 1 booked, 4 left'))
    await walk.seesNot(note)
    await walk.look('insurer-case')
  }

  async function grantSessions(walk: Walk, name: string) {
    const { say, page } = walk
    await walk.go('/session-requests')
    await walk.look('insurer-requests')
    await page.locator('tr', { hasText: name }).getByRole('link').first().click()
    await walk.sees('Fremgang, ikke i mål')
    await walk.seesNot(note)
    await walk.press(say('Send svaret', 'Send the answer'))
    await walk.sees(say('Der er fejl i formularen', 'There is a problem with the form'))
    await walk.look('insurer-answer-errors')
    await walk.tick(say('Godkend flere behandlinger', 'Grant more sessions'))
    await walk.fill(say('Antal behandlinger', 'Number of sessions'), '3')
    await walk.fillDate(say('Gælder til og med', 'Valid until'), dayOf(served.world.clock.now()).add({ days: 80 }))
    await walk.press(say('Send svaret', 'Send the answer'))
    await walk.sees(say('Svaret er sendt til klinikken', 'The answer has been sent to the clinic'))
    await walk.look('insurer-answered')
  }

  async function withdraw(walk: Walk, { caseId }: { caseId: Id<'case'> }) {
    const { say } = walk
    await walk.go(`/cases/${caseId}`)
    await walk.sees(say('Godkendt til 9 behandlinger', 'Approved for 9 sessions'))
    await walk.follow(say('Træk samtykket tilbage', 'Withdraw the consent'))
    await walk.sees(say('1 kommende tid bliver aflyst', '1 coming appointment is cancelled'))
    await walk.look('insurer-withdraw')
    await walk.press(say('Træk samtykket tilbage', 'Withdraw the consent'))
    await walk.sees(say('Samtykket er trukket tilbage', 'The consent is withdrawn'))
    await walk.look('insurer-withdrawn')
  }

  const journey = async (way: Way, at: number) => {
    const course = await courseUnderWay(at)
    const walk = await setOut(served, way, cast.mette)
    await follow(walk, course)
    await grantSessions(walk, course.name)
    const isOffered = async () =>
      (await timesAt(served.world, cast.bakken)).some(
        ({ practitionerId, startsAt }) =>
          practitionerId === course.time.practitionerId && startsAt.equals(course.time.startsAt),
      )
    assert.equal((await sara.get(`/clinic/cases/${course.caseId}`)).status, 200)
    assert.equal(await isOffered(), false)
    await withdraw(walk, course)
    assert.equal((await sara.get(`/clinic/cases/${course.caseId}`)).status, 404)
    assert.equal(await isOffered(), true)
    await walk.close()
  }

  for (const [at, way] of ways.entries()) {
    test(`sees what happens and never the notes, grants sessions, and withdraws, which works at once, ${way.name}`, () =>
      journey(way, at))
  }
})

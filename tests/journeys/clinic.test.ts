import { after, before, describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { testClock } from '#tests/harness/clock.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { setOut, type Walk, type Way, ways } from './walk.ts'

/** Noon, so that what is noted of the day is noted on the day. */
const noon = () =>
  Temporal.Now.plainDateISO('Europe/Copenhagen')
    .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: '12:00' })
    .toInstant()

describe('a clinic treats a patient', () => {
  let served: ServedWorld
  let cast: Cast

  before(async () => {
    served = await openServedWorld({ clock: testClock(noon()) })
    cast = await settle(served.world)
  })
  after(() => served.close())

  /** A patient who has booked the clinic's next free time, and with it sent the case there. */
  async function patientWithTime(at: number) {
    const { cpr } = crowd(10)[at]!
    const person = { cpr, name: `${['Ana', 'Bo', 'Carla'][at]} Prøvesen` }
    const opened = await openCaseFor(served.world, cast.mette, person, { clinics: [cast.bakken] })
    const [time] = await timesAt(served.world, cast.bakken)
    await appointmentFor(served.world, opened, time!)
    return { ...opened, name: person.name }
  }

  /** Somebody else who is here today. */
  async function visitToday(at: number) {
    const { cpr } = crowd(10)[5 + at]!
    const name = `${['Dorte', 'Erik', 'Frida'][at]} Eksempelsen`
    const { caseId } = await openCaseFor(served.world, cast.mette, { cpr, name }, { clinics: [cast.bakken] })
    const startsAt = served.world.clock.now().subtract({ hours: 1 + at })
    await bookVisit(served.world, { caseId, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
    return name
  }

  async function findCase(walk: Walk, name: string) {
    const { say } = walk
    await walk.go('/clinic/cases?state=active')
    await walk.look('clinic-cases')
    await walk.follow(name)
    await walk.sees('Ondt i lænden')
    await walk.sees(say('I ser kun det, som behandlingen kræver', 'You see only what the treatment calls for'))
    await walk.look('clinic-case')
  }

  /** Tab until the focus is on what is called so. */
  async function tabTo({ page }: Walk, name: string) {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const focused = page.locator(':focus')
      const said = (await focused.count()) === 1 ? await focused.textContent() : ''
      if (said?.trim() === name) return
    }
    throw new Error(`The keyboard does not reach ${name} on ${page.url()}`)
  }

  async function bookByKeyboard(walk: Walk) {
    const { say, page } = walk
    await tabTo(walk, say('Book en tid', 'Book an appointment'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/times/)
    await walk.look('clinic-times')
    await tabTo(walk, say('Næste uge', 'Next week'))
    await page.keyboard.press('Enter')
    await page.waitForURL(/week=/)
    for (let presses = 0; (await page.locator('input[name=time]:focus').count()) === 0; presses++) {
      if (presses > 60) throw new Error('The keyboard does not reach the times')
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await tabTo(walk, say('Book tiden', 'Book the time'))
    await page.keyboard.press('Enter')
    await walk.sees(
      say('Tiden er booket, og patienten får besked', 'The appointment is booked, and the patient is told'),
    )
    await walk.look('clinic-appointment')
  }

  const noting: readonly ((walk: Walk, name: string) => Promise<void>)[] = [
    async (walk, name) => {
      await noteOf(walk, name, ['Ankommet', 'Arrived'])
      await noteOf(walk, name, ['Gennemført', 'Completed'])
    },
    (walk, name) => noteOf(walk, name, ['Udeblevet', 'No-show']),
    async (walk, name) => {
      await noteOf(walk, name, ['Ankommet', 'Arrived'])
      await noteOf(walk, name, ['Fortryd', 'Undo'])
    },
  ]

  async function noteOf(walk: Walk, name: string, [da, en]: readonly [string, string]) {
    const row = walk.page.locator('tr', { hasText: name })
    await row.getByRole('button', { name: walk.say(da, en) }).click()
    const [noted, undone] = [
      walk.say('Det er noteret', 'It is noted'),
      walk.say('Noteringen er fjernet', 'It is no longer noted'),
    ]
    await walk.sees(da === 'Fortryd' ? undone : noted)
  }

  async function endCourse(walk: Walk, caseId: string) {
    const { say, page } = walk
    await walk.go(`/clinic/cases/${caseId}`)
    await walk.fill(say('Nyt notat', 'New note'), 'God fremgang. Øvelser derhjemme.')
    await walk.press(say('Gem notat', 'Save note'))
    await walk.sees(say('Notatet er gemt', 'The note is saved'))
    await walk.follow(say('Bed om flere behandlinger', 'Ask for further sessions'))
    await walk.press(say('Send ønsket', 'Send the request'))
    await walk.look('clinic-ask-errors')
    await walk.fill(say('Hvor mange behandlinger mere', 'How many further sessions'), '3')
    await page.locator('textarea').fill('Fremgang, men ikke i mål')
    await walk.press(say('Send ønsket', 'Send the request'))
    await walk.sees(say('Ønsket er sendt', 'The request is sent'))
    await walk.look('clinic-case-busy')
    await walk.follow(say('Afslut forløbet', 'Close the course'))
    await walk.look('clinic-close')
  }

  /** A course is closed when no visit is ahead: the one of somebody who was here today. */
  async function closeCourse(walk: Walk, name: string) {
    const { say } = walk
    await walk.go('/clinic/cases?state=active')
    await walk.follow(name)
    await walk.follow(say('Afslut forløbet', 'Close the course'))
    await walk.tick(say('Bedre', 'Improved'))
    await walk.press(say('Afslut forløbet', 'Close the course'))
    await walk.sees(say('Forløbet er afsluttet', 'The course is closed'))
    await walk.look('clinic-closed')
  }

  const journey = async (way: Way, at: number) => {
    const [patient, visitor] = [await patientWithTime(at), await visitToday(at)]
    const walk = await setOut(served, way, cast.sara)
    await findCase(walk, patient.name)
    await bookByKeyboard(walk)
    await walk.go('/clinic/calendar')
    await walk.look('clinic-calendar')
    await walk.go('/clinic/day')
    await noting[at]?.(walk, visitor)
    await walk.look('clinic-day')
    await endCourse(walk, patient.caseId)
    await closeCourse(walk, visitor)
    await walk.close()
  }

  for (const [at, way] of ways.entries()) {
    test(`reads the case, books by keyboard, notes who came, asks for more and closes, ${way.name}`, () =>
      journey(way, at))
  }
})

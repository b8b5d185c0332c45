import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { readTimeValue } from '#features/appointments/time-form.view.tsx'
import { readCpr } from '#kernel/cpr.ts'
import type { Id } from '#kernel/ids.ts'
import { readPhone } from '#kernel/phone.ts'
import { dayOf } from '#kernel/time.ts'
import type { LocalBroker } from '#platform/eid/local-broker.ts'
import { crowd, holdAs } from '#tests/cast/booking.ts'
import { type Cast, practitionersIn, roomIn, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openLocalMitId } from '#tests/harness/local-mitid.ts'
import { openPostOffice, type PostOffice } from '#tests/harness/post-office.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { logInWithMitId, setOut, type Walk, type Way, ways } from './walk.ts'

const numbers = ['0201609996', '0504909995', '0201919990']

describe('a patient books a treatment', () => {
  let broker: LocalBroker
  let served: ServedWorld
  let office: PostOffice
  let cast: Cast

  before(async () => {
    const mitId = await openLocalMitId()
    broker = mitId.broker
    served = await openServedWorld({ eid: mitId.eid, formTargets: [broker.issuer] })
    office = await openPostOffice(served.world)
    cast = await settle(served.world)
    await practitionersIn(served.world, cast.fjorden)('Frida Testersen', null)
    await roomIn(served.world, cast.fjorden)
  })
  after(async () => {
    await office.close()
    await served.close()
    await broker.close()
  })

  /** The insurer has opened a case with the consent marked. */
  async function referred(at: number) {
    const cpr = readCpr(numbers[at] ?? '')
    const phone = readPhone(`2000000${at + 1}`)
    assert.ok(cpr.ok && phone.ok)
    const contact = { phone: phone.value, email: `patient-${at}@example.dk`, postcode: null }
    await openCaseFor(served.world, cast.mette, { cpr: cpr.value, name: 'Ana Prøvesen' }, { contact })
    return { cpr: cpr.value, phone: phone.value, email: contact.email }
  }

  /** Somebody else is faster: holds the very time that this page offers first. */
  async function takeFirst(walk: Walk, stranger: number) {
    const time = readTimeValue((await walk.page.locator('button[name=time]').first().getAttribute('value')) ?? '')
    assert.ok(time)
    const whose = await openCaseFor(served.world, cast.jonas, crowd(10)[stranger]!)
    const outcome = await holdAs(served.world, whose as { personId: Id<'person'>; caseId: Id<'case'> }, time)
    assert.equal(outcome.kind, 'held')
  }

  async function arriveFromSms(walk: Walk, patient: { cpr: string; phone: string; email: string }) {
    const { say } = walk
    const sms = await office.receive('sms', patient.phone, /booke en tid|book an appointment/)
    const mail = await office.receive('mail', patient.email, /ny besked|new message/)
    assert.doesNotMatch(`${sms.text} ${mail.subject} ${mail.text}`, /fysio|lænd|Nordlys/i)
    const [link = ''] = /http\S+/.exec(sms.text) ?? []
    await walk.go(link)
    await walk.look('patient-log-in')
    await logInWithMitId(walk, patient)
    await walk.sees(say('Før du går videre', 'Before you go on'))
    await walk.look('patient-terms')
    await walk.press(say('Ja, jeg accepterer vilkårene', 'Yes, I accept the terms'))
    await walk.sees(say('Du er godkendt til 6 behandlinger', 'You are approved for 6 sessions'))
  }

  async function findMorningsNearby(walk: Walk) {
    const { say, page } = walk
    await walk.follow(say('Find en tid', 'Find a time'))
    await walk.look('patient-times')
    await page.locator('main summary').first().click()
    await walk.fill(say('Dit postnummer', 'Your postcode'), '8000')
    await page.getByLabel(say('Hvor langt væk?', 'How far away?')).selectOption('25')
    await walk.tick(say('Formiddag', 'Morning'))
    // Far enough ahead that it can still be moved.
    await walk.fillDate(say('Fra og med', 'From'), dayOf(served.world.clock.now()).add({ days: 3 }))
    await walk.press(say('Vis tider', 'Show times'))
    await walk.sees(say('Klinikken på Bakken', 'Klinikken på Bakken'))
    await walk.look('patient-times-nearby')
    for (const time of await page.locator('button.time strong').allTextContents())
      assert.match(time, /^(0?8|9|10|11)\D/)
  }

  async function bookFirst(walk: Walk, patient: { email: string }) {
    const { say, page } = walk
    await page.locator('button[name=time]').first().click()
    await walk.sees(say('Bekræft din tid', 'Confirm your appointment'))
    await walk.sees(say('Vi holder tiden i', 'We hold the time for'))
    await walk.look('patient-hold')
    await walk.press(say('Bekræft og book', 'Confirm and book'))
    await walk.sees(say('Din tid er booket', 'Your appointment is booked'))
    await walk.look('patient-booked')
    const mail = await office.receive('mail', patient.email, /er booket|is booked/)
    const [file] = mail.files
    assert.match(file?.contentType ?? '', /^text\/calendar/)
    assert.match(Buffer.from(file?.content ?? '').toString(), /BEGIN:VEVENT[\s\S]+UID:/)
  }

  async function move(walk: Walk, patient: { email: string }) {
    const { say, page } = walk
    await walk.follow(say('Flyt tiden', 'Move the appointment'))
    await walk.look('patient-move')
    await page.locator('main summary').first().click()
    await page.locator('select[name=clinic]').selectOption('Fjorden Privathospital, Odense C')
    await walk.press(say('Vis tider', 'Show times'))
    await walk.sees(say('Vælg en tid hos Fjorden', 'Choose a time at Fjorden'))
    await walk.look('patient-move-days')
    await page.locator('button[name=time]').last().click()
    await walk.press(say('Bekræft og flyt', 'Confirm and move'))
    await walk.sees(say('Din tid er flyttet', 'Your appointment is moved'))
    await office.receive('mail', patient.email, /flyttet|moved/)
  }

  async function cancel(walk: Walk, patient: { email: string }) {
    const { say } = walk
    await walk.follow(say('Aflys tiden', 'Cancel the appointment'))
    await walk.press(say('Aflys tiden', 'Cancel the appointment'))
    await walk.sees(say('Der er fejl i formularen', 'There is a problem with the form'))
    await walk.look('patient-cancel-errors')
    await walk.tick(say('Jeg har det bedre', 'I feel better'))
    await walk.press(say('Aflys tiden', 'Cancel the appointment'))
    await walk.sees(say('Tiden er aflyst', 'The appointment is cancelled'))
    await walk.look('patient-cancelled')
    await office.receive('mail', patient.email, /aflyst|cancelled/)
  }

  async function meetRefusal(walk: Walk, at: number) {
    const { say, page } = walk
    await walk.go('/my/cases')
    await walk.look('patient-cases')
    await walk.follow(say('Find en tid', 'Find a time'))
    await takeFirst(walk, at)
    await page.locator('button[name=time]').first().click()
    await walk.sees(say('Tiden er lige blevet taget', 'The time has just been taken'))
    await walk.sees(say('Nærmeste ledige tider', 'Nearest free times'))
    await walk.look('patient-refused')
    await page.locator('button[name=time]').first().click()
    await walk.press(say('Giv tiden fri', 'Release the time'))
    await walk.sees(say('Tiden er givet fri', 'The time has been released'))
  }

  const journey = async (way: Way, at: number) => {
    const patient = await referred(at)
    const walk = await setOut(served, way)
    await arriveFromSms(walk, patient)
    await findMorningsNearby(walk)
    await bookFirst(walk, patient)
    await move(walk, patient)
    await cancel(walk, patient)
    await meetRefusal(walk, at)
    await walk.close()
  }

  for (const [at, way] of ways.entries()) {
    test(`from SMS through MitID to a time that is booked, moved, cancelled and lost to another, ${way.name}`, () =>
      journey(way, at))
  }
})

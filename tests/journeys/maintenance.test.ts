import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { atDesk, onPhone, setOut, ways } from './walk.ts'

describe('maintenance, from the announcement to the end', () => {
  let served: ServedWorld
  let cast: Cast
  let personId: Id<'person'>
  let appointmentId: string
  before(async () => {
    served = await openServedWorld()
    const { world } = served
    cast = await settle(world)
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    personId = opened.personId
    const startsAt = world.clock.now().add({ hours: 24 * 9 })
    appointmentId = await bookVisit(world, {
      ...opened,
      practitionerId: cast.peterAtWork,
      roomId: cast.room,
      startsAt,
    })
  })
  after(() => served.close())

  test('the operator announces it, and everybody reads of it (T19.7)', async () => {
    const omar = await setOut(served, atDesk, cast.omar)
    await omar.go('/operator/maintenance')
    await omar.look('maintenance-empty')
    const day = served.world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ days: 2 }).toPlainDate()
    await omar.fillDate('Begins on', day)
    await omar.fill('Begins at', '22.00')
    await omar.fillDate('Ends on', day.add({ days: 1 }))
    await omar.fill('Ends at', '06.00')
    await omar.tick(/Read-only/)
    await omar.fill('What people are told, in Danish', 'Vi flytter til nye servere.')
    await omar.fill('What people are told, in English', 'We move to new servers.')
    await omar.press('Announce')
    await omar.sees('The maintenance is announced')
    await omar.look('maintenance-announced')
    await omar.close()
    for (const way of ways) {
      const visitor = await setOut(served, way)
      await visitor.go('/')
      await visitor.sees(visitor.say('Vi vedligeholder siden', 'We maintain the site'))
      await visitor.look('maintenance-coming')
      await visitor.follow(visitor.say('Se driftsstatus', 'See service status'))
      await visitor.sees(visitor.say('Planlagt vedligehold', 'Planned maintenance'))
      await visitor.look('status-coming')
      await visitor.close()
    }
  })

  test('while it lasts everything can be read, and what was written is not lost (T19.7)', async () => {
    const { clock } = served.world
    const start = clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ days: 2 }).with({ hour: 22, minute: 5 })
    clock.advance({ seconds: clock.now().until(start.toInstant()).total('seconds') })
    for (const way of ways) {
      const patient = await setOut(served, way, { personId })
      const { say } = patient
      await patient.go('/my/cases')
      await patient.sees(say('Vi vedligeholder siden nu', 'We are maintaining the site now'))
      await patient.look('read-only-cases')
      await patient.go('/status')
      await patient.look('status-running')
      await patient.close()

      const visitor = await setOut(served, way)
      await visitor.go(new URL('/contact', served.urls.marketing).href)
      const written = visitor.page.locator('[name=message]')
      await written.fill('Hvad koster det egentlig?')
      await visitor.page.locator('main form button').last().click()
      await visitor.sees(say('Det, du skrev, er ikke gemt', 'What you wrote is not saved'))
      assert.equal(await written.inputValue(), 'Hvad koster det egentlig?')
      await visitor.look('read-only-form')
      await visitor.close()
    }
  })

  test('where there is no form a page says when to come back, and a time can still be cancelled (T19.7)', async () => {
    const omar = await setOut(served, onPhone, cast.omar)
    await omar.go('/operator/maintenance')
    await omar.sees('Lige nu')
    await omar.look('maintenance-running')
    await omar.page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('main form')
      form?.setAttribute('action', '/operator/parked-jobs/1/retry')
      form?.submit()
    })
    await omar.sees('Du kan ikke ændre noget lige nu')
    await omar.look('read-only-page')
    await omar.close()
    const patient = await setOut(served, onPhone, { personId })
    await patient.go(`/my/appointments/${appointmentId}/cancellation`)
    await patient.look('read-only-cancelling')
    await patient.tick('Jeg er syg')
    await patient.press('Aflys tiden')
    await patient.sees('Tiden er aflyst')
    await patient.close()
  })

  test('the operator ends it early, and all is as before (T19.7)', async () => {
    const omar = await setOut(served, onPhone, cast.omar)
    await omar.go('/operator/maintenance')
    await omar.press(/^Slut nu/)
    await omar.sees('Vedligeholdet er slut')
    await omar.seesNot('Vi vedligeholder siden nu')
    await omar.look('maintenance-over')
    await omar.go('/status')
    await omar.sees('Alt virker, som det skal.')
    await omar.look('status-over')
    await omar.close()
  })
})

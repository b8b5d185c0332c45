import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { carryOutEndings } from '#features/agreements/carry-out-endings.ts'
import { dayOf } from '#kernel/time.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, type Organisation, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { atDesk, onPhone, plainly, setOut, type Way } from './walk.ts'

describe('an agreement ends', () => {
  let served: ServedWorld
  let cast: Cast
  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
  })
  after(() => served.close())

  /** A mistake, the consequences in numbers, the end. */
  async function end(way: Way, { id, name }: Organisation) {
    const walk = await setOut(served, way, cast.omar)
    const { say } = walk
    await walk.go('/operator/organisations')
    await walk.look('organisations')
    await walk.follow(name)
    await walk.look('organisation')
    await walk.follow(say('Afslut aftalen', 'End the agreement'))
    await walk.look('ending')
    const today = dayOf(served.world.clock.now())
    await walk.tick(say('Virksomheden lukker', 'The company closes'))
    await walk.fillDate(say('Aftalens sidste dag', 'Last day of the agreement'), today.subtract({ days: 1 }))
    await walk.press(say('Se, hvad det betyder', 'See what it means'))
    await walk.sees(say('Dagen skal være i dag eller senere', 'The day must be today or later'))
    await walk.look('ending-errors')
    await walk.fillDate(say('Aftalens sidste dag', 'Last day of the agreement'), today)
    await walk.press(say('Se, hvad det betyder', 'See what it means'))
    await walk.sees(
      say('Det sker med det samme og kan ikke tages tilbage.', 'It happens at once and cannot be taken back.'),
    )
    await walk.look('ending-consequences')
    await walk.press(say('Afslut aftalen', 'End the agreement'))
    await walk.sees(say('Al adgang er lukket', 'All access is closed'))
    await carryOutEndings(workerServices(served.world), openGate(referralPolicy))
    await walk.go(`/operator/organisations/${id}`)
    await walk.look('organisation-ended')
    await walk.close()
  }

  test('with a clinic: its patient is told what to do, its administrator takes the journal over and is out', async () => {
    const { world } = served
    const [someone] = crowd(1)
    const opened = await openCaseFor(world, cast.mette, someone!, { clinics: [cast.bakken] })
    const [time] = await timesAt(world, cast.bakken)
    const appointmentId = await appointmentFor(world, opened, time!)
    const peter = await world.browser(cast.peter)
    await peter.get(`/clinic/cases/${opened.caseId}`)
    await peter.postAndFollow(`/clinic/cases/${opened.caseId}/notes`, { text: 'Fremgang' })
    await end(onPhone, cast.bakken)

    const patient = await setOut(served, onPhone, { personId: opened.personId })
    await patient.go(`/my/cases/${opened.caseId}`)
    await patient.sees('bruger ikke længere Klinikbro')
    await patient.look('case-of-a-clinic-that-left')
    await patient.go(`/my/appointments/${appointmentId}`)
    await patient.look('visit-of-a-clinic-that-left')
    await patient.close()

    const lone = await setOut(served, plainly, cast.lone)
    await lone.go('/clinic/handovers')
    await lone.look('handovers-of-a-clinic-that-left')
    const downloading = lone.page.waitForEvent('download')
    await lone.follow('Hent journal')
    await downloading
    await lone.press('Kvittér for modtagelsen')
    await lone.sees('Ingen journaler venter')
    await lone.look('handovers-all-taken')
    await carryOutEndings(workerServices(world), openGate(referralPolicy))
    await lone.go('/clinic/handovers')
    assert.match(lone.page.url(), /log-in/, 'once nothing waits, nobody of theirs is known')
    await lone.close()
  })

  test('with an insurer: its cases are closed, and their patients told whom to call and when a restriction ends', async () => {
    const [, someone] = crowd(2)
    const opened = await openCaseFor(served.world, cast.mette, someone!, { clinics: [cast.fjorden] })
    const { caseId, personId } = opened
    const asked = await askAs(served.world, opened, 'objection', { text: 'Jeg vil ikke have det brugt' })
    await end(atDesk, cast.nordlys)
    const patient = await setOut(served, plainly, { personId })
    await patient.go(`/my/cases/${caseId}`)
    await patient.look('case-of-an-insurer-that-left')
    await patient.sees('din sag')
    await patient.go(routes.my.knownBy.href(opened))
    await patient.look('who-knows-at-an-insurer-that-left')
    await patient.go(routes.my.rights.overview.href({}))
    await patient.look('rights-at-an-insurer-that-left')
    await patient.go(routes.my.rights.show.href({ rightsRequestId: asked[cast.nordlys.name]! }))
    await patient.sees('Så ophører begrænsningen')
    await patient.look('restriction-that-ends')
    await patient.close()
    const dorte = await setOut(served, onPhone, cast.dorte)
    await dorte.go('/operator/retention')
    await dorte.sees('Aftale slut: Nordlys Sundhed')
    await dorte.look('retention-runs')
    await dorte.close()
  })
})

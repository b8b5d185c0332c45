import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { atDesk, plainly, setOut } from './walk.ts'

describe('an insurer’s administrator', () => {
  let served: ServedWorld
  let cast: Cast
  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
  })
  after(() => served.close())

  for (const way of [plainly, atDesk])
    test(`holds a case, lifts the hold, and has the case erased, ${way.name} (R1.10)`, async () => {
      const person = way === plainly ? cast.ana : cast.bo
      const whose = await openCaseFor(served.world, cast.mette, person, { clinics: [cast.bakken] })
      const walk = await setOut(served, way, cast.birthe)
      const patient = await setOut(served, way, { personId: whose.personId })
      const { say } = walk
      await walk.go(routes.case.show.href(whose))
      await walk.look('case-of-an-administrator')
      await walk.follow(say('Se eller sæt slettestop', 'See or place a hold'))
      await walk.look('holds-none')
      await walk.press(say('Sæt slettestop', 'Place the hold'))
      await walk.sees(say('Vælg, hvad sagen holdes for', 'Choose what the case is held for'))
      await walk.look('holds-errors')
      await walk.tick(say('Et retskrav', 'A legal claim'))
      await walk.fill(say('Hvorfor er sagen nødvendig for det?', 'Why is the case needed for it?'), 'Krav 17/2026')
      const day = dayOf(served.world.clock.now()).add({ days: 40 })
      await walk.fillDate(say('Hvornår ser I på det igen?', 'When do you look at it again?'), day)
      await walk.press(say('Sæt slettestop', 'Place the hold'))
      await walk.sees(say('Slettestoppet er sat', 'The hold is placed'))
      await walk.look('holds-one')
      await patient.go(routes.my.case.href(whose))
      await patient.sees(say('Derfor slettes sagen ikke endnu', 'Why the case is not erased yet'))
      await patient.look('my-case-held')
      await walk.follow(say('Behold til en senere dag', 'Keep until a later day'))
      await walk.look('holds-review')
      await walk.go(routes.legalHold.list.href({}))
      await walk.look('holds-list')
      await walk.go(routes.erasureOrder.form.href(whose))
      await walk.sees(say('Sagen kan ikke slettes nu', 'The case cannot be erased now'))
      await walk.look('order-in-the-way')
      await walk.follow(say('Se, hvad der holder sagen', 'See what holds the case'))
      await walk.follow(say('Ophæv slettestop', 'Lift the hold'))
      await walk.fill(say('Hvorfor ophæves det?', 'Why is it lifted?'), 'Kravet er betalt')
      await walk.look('holds-lift')
      await walk.press(say('Ophæv slettestop', 'Lift the hold'))
      await walk.go(routes.erasureOrder.form.href(whose))
      await walk.look('order-form')
      await walk.tick(say('Sagen skal ikke bruges mere', 'The case is no longer needed'))
      await walk.tick(say('Vi har ikke brug for sagen mere', 'We no longer need the case'))
      await walk.press(say('Slet sagen', 'Erase the case'))
      await walk.sees(say('Ordren er givet', 'The order is given'))
      await walk.look('order-waits')
      await walk.go(routes.erasureOrder.list.href({}))
      await walk.look('order-list')
      await patient.go(routes.my.case.href(whose))
      await patient.sees(say('Sagen bliver slettet', 'The case will be erased'))
      await patient.look('my-case-erased')
      await walk.close()
      await patient.close()
    })
})

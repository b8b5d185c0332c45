import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { versionOf } from '#policy/version.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { onPhone, setOut, type Walk, ways } from './walk.ts'

const forChildren = { da: 'Du kan nu booke for dit barn.', en: 'You can now book for your child.' }
const newNumber = { da: 'Vi har fået et nyt telefonnummer.', en: 'We have a new telephone number.' }
const second = versionOf({
  ...referralPolicy,
  version: '2',
  validFrom: '2026-11-01',
  change: { important: true, summary: forChildren },
  terms: [...referralPolicy.terms, { heading: { da: 'Børn', en: 'Children' }, text: forChildren }],
})
const third = versionOf({ ...second.model, version: '3', change: { important: false, summary: newNumber } })

describe('the terms changed twice while somebody was away', () => {
  let served: ServedWorld
  let cast: Cast
  let personId: Id<'person'>
  before(async () => {
    served = await openServedWorld({
      versions: [third, second, ...publishedVersions('referral')],
      served: third.model,
    })
    const { world } = served
    cast = await settle(world)
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    personId = opened.personId
    const startsAt = world.clock.now().add({ hours: 1 })
    await bookVisit(world, { ...opened, practitionerId: cast.peterAtWork, roomId: cast.room, startsAt })
  })
  after(() => served.close())

  const meetTerms = async (walk: Walk) => {
    await walk.go('/my/cases')
    await walk.sees(walk.say('Vilkårene er ændret', 'The terms have changed'))
  }

  test('what is new since the last yes stands there, and the visit in an hour, before anything is accepted (T19.5)', async () => {
    for (const way of ways) {
      const walk = await setOut(served, way, { personId })
      const { say } = walk
      await meetTerms(walk)
      await walk.sees(say(forChildren.da, forChildren.en))
      await walk.sees(say(newNumber.da, newNumber.en))
      await walk.sees('Klinikken på Bakken, Eksempelvej 12, 8000 Aarhus C')
      await walk.look('terms-changed')
      await walk.follow(/\d\d[.:]\d\d$/)
      await walk.sees('Eksempelvej 12')
      await walk.look('visit-before-terms')
      await meetTerms(walk)
      await walk.follow(say('Læs den igen', 'Read it again'))
      await walk.sees(say('Det her er version 1', 'This is version 1'))
      await walk.seesNot(say('Børn', 'Children'))
      await walk.look('terms-earlier')
      await walk.follow(say('Se tidligere versioner', 'See earlier versions'))
      await walk.sees(say('Vigtig ændring', 'Important change'))
      await walk.look('versions')
      await walk.close()
    }
  })

  test('somebody who does not want to say yes logs out (T19.5)', async () => {
    const walk = await setOut(served, onPhone, cast.mette)
    await meetTerms(walk)
    await walk.sees('Hvis du ikke vil acceptere')
    await walk.press('Log ud')
    await walk.page.waitForURL('**/logged-out**')
    await walk.close()
  })

  test('a yes leads on to where they wanted to go, and is not asked for again (T19.5)', async () => {
    const walk = await setOut(served, onPhone, { personId })
    await meetTerms(walk)
    await walk.press('Ja, jeg accepterer vilkårene')
    await walk.page.waitForURL('**/my/cases')
    await walk.go('/my/rights')
    assert.equal(new URL(walk.page.url()).pathname, '/my/rights')
    await walk.close()
  })
})

import { type Cpr, passesModulus11, readCpr } from '#kernel/cpr.ts'
import type { Phone } from '#kernel/phone.ts'
import type { Postcode } from '#kernel/postcode.ts'
import { testPeople } from '#platform/eid/local-broker-people.ts'
import { firstNames, mailName, surnames } from './names.ts'
import { clinics, type DemoOrganisation } from './organisations.ts'
import { placeOf, placesNear } from './places.ts'
import { type Random, randomFrom } from './random.ts'

export type DemoPerson = {
  readonly cpr: Cpr
  readonly name: string
  readonly phone: Phone | null
  readonly email: string | null
  readonly postcode: Postcode
  /** Clinics near home, the nearest kind of town first. */
  readonly near: readonly DemoOrganisation[]
}

const others = 200
const taken = new Set<Cpr>()

/** First those whom the local log-in broker knows, so that anybody can be them; then more who only fill the lists. */
export const persons: readonly DemoPerson[] = [...fromBroker(), ...invented()]

function fromBroker(): DemoPerson[] {
  const random = randomFrom(5)
  return testPeople
    .filter(({ cpr, identity, key }) => cpr !== null && identity === 'private' && key !== 'aged-14')
    .map(({ cpr, name }, at) => living(random, { cpr: cprFrom(cpr!), name }, at))
}

function invented(): DemoPerson[] {
  const random = randomFrom(6)
  return Array.from({ length: others }, (_, at) => {
    const name = `${random.pick(firstNames)} ${random.pick(surnames)}`
    return living(random, { cpr: numberFor(random, at), name }, at)
  })
}

function living(random: Random, who: { cpr: Cpr; name: string }, at: number): DemoPerson {
  taken.add(who.cpr)
  const home = clinics[at % clinics.length]!
  const centre = placeOf(home.address!.postcode)
  const { postcode } = random.pick(placesNear(centre, 15))
  return {
    ...who,
    // No Danish subscriber's number begins with 11, so nobody can be reached by mistake.
    phone: random.chance(0.9) ? (`+4511${String(100_000 + at * 37).slice(0, 6)}` as Phone) : null,
    email: random.chance(0.85) ? `${mailName(who.name)}.${at}@post.example` : null,
    postcode,
    near: [home, ...random.shuffled(clinics.filter((clinic) => clinic !== home))],
  }
}

/** Day, month and year, serial 99xx, and a check sum that fails: the form of the published test numbers. */
function numberFor(random: Random, at: number): Cpr {
  const parts = [random.whole(2, 28), random.whole(1, 12), (38 + (at % 70)) % 100]
  const date = parts.map((part) => String(part).padStart(2, '0')).join('')
  const serials = Array.from({ length: 100 }, (_, turn) => String((turn + at) % 100).padStart(2, '0'))
  const numbers = serials.map((serial) => cprFrom(`${date}99${serial}`))
  const found = numbers.find((cpr) => !passesModulus11(cpr) && !taken.has(cpr))
  if (!found) throw new Error(`No number on ${date} fails modulus 11`)
  return found
}

function cprFrom(text: string): Cpr {
  const read = readCpr(text)
  if (!read.ok) throw new Error('The demo has an unreadable number')
  return read.value
}

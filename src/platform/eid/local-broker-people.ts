/**
 * The people of the local broker: invented names on personal numbers that stand in published test series, or that
 * follow their form (serial 99xx) and fail modulus 11, so that they hardly belong to anybody. 1 January is left out:
 * that day has real numbers which fail.
 */
import { createHash } from 'node:crypto'
import { ageOn, birthDateOf, type Cpr, passesModulus11, readCpr } from '#kernel/cpr.ts'
import { Temporal } from '#kernel/time.ts'
import type { Assurance } from './identity.ts'

export type TestPerson = {
  /** Stable short name, e.g. `person-07` or `no-cpr`. */
  readonly key: string
  readonly subject: string
  readonly mitidUuid: string
  readonly cpr: string | null
  readonly name: string
  readonly birthDate: string
  readonly identity: 'private' | 'employee'
  readonly assurance: Assurance
  readonly nameProtected: boolean
}

const published = [
  '0201609995',
  '0201609996',
  '0504909995',
  '0504909989',
  '0201919990',
  '0201919996',
  '0201919995',
  '0108589995',
  '0108629996',
  '1502799995',
  '0506889996',
  '2509479989',
]
const protectedCpr = '1502779995'
const generatedCount = 44

const women =
  'Alma Asta Birte Carla Dagmar Elin Freja Gerda Hedvig Inge Jytte Karla Liva Merete Nanna Oda Pia Rikke Signe Tove'.split(
    ' ',
  )
const men =
  'Aksel Bjarne Carl Detlef Ejnar Frede Gorm Holger Ivar Jeppe Kaj Ludvig Mads Niels Otto Poul Rasmus Sune Troels Viggo'.split(
    ' ',
  )
const surnames =
  'Birkesø Lyngdal Tornvig Askelund Engbro Fjordby Granlykke Havrelund Klitmose Mosehøj Nøddebæk Pilegrav Rugmark Skovvang Strandhede Sølund Vibeholt Ørnebjerg Ågerup'.split(
    ' ',
  )

/** About 60 people. The young ones are born so that they are 14 and 16 all through the year of `now`. */
export function testPeopleAt(now: Date): readonly TestPerson[] {
  const year = now.getUTCFullYear()
  const ordinary = [...published, ...generatedNumbers(generatedCount)].map((cpr, at) =>
    person({ key: `person-${String(at + 1).padStart(2, '0')}`, cpr, name: nameFor(cpr, at) }),
  )
  return [
    ...ordinary,
    person({ key: 'protected', cpr: protectedCpr, name: 'Vidar Ravnkilde', nameProtected: true }),
    person({ key: 'aged-14', cpr: numberOn(2, 1, year - 14), name: 'Selma Kornbæk' }),
    person({ key: 'aged-16', cpr: numberOn(2, 1, year - 16), name: 'Storm Enghave Tang' }),
    person({ key: 'no-cpr', cpr: null, name: 'Ines Farverby' }),
    person({ key: 'employee', cpr: numberOn(12, 5, 1983), name: 'Bodil Kildevang', identity: 'employee' }),
    person({ key: 'low', cpr: numberOn(23, 8, 1971), name: 'Jens Ulvedal', assurance: 'low' }),
  ]
}

/** Reckoned from the day the process started. */
export const testPeople: readonly TestPerson[] = testPeopleAt(new Date())

type Start = { key: string; cpr: string | null; name: string } & Partial<
  Pick<TestPerson, 'identity' | 'assurance' | 'nameProtected'>
>

function person(start: Start): TestPerson {
  return {
    subject: uuidFrom(`subject ${start.key} ${start.cpr}`),
    mitidUuid: uuidFrom(`mitid ${start.key} ${start.cpr}`),
    birthDate: start.cpr ? birthDateOf(cprFrom(start.cpr)).toString() : '1985-03-14',
    identity: 'private',
    assurance: 'substantial',
    nameProtected: false,
    ...start,
  }
}

function nameFor(cpr: string, at: number): string {
  const firstNames = Number(cpr[9]) % 2 === 0 ? women : men
  return `${firstNames[(at * 7) % firstNames.length]} ${surnames[(at * 5 + Math.floor(at / 19)) % surnames.length]}`
}

function generatedNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, at) => numberOn(2 + ((at * 11) % 26), 1 + ((at * 5) % 12), yearAt(at), at))
}

/** 1940 to 2008, spread. */
function yearAt(at: number): number {
  return 1940 + ((at * 29) % 69)
}

function numberOn(day: number, month: number, year: number, turn = 0): string {
  const date = [day, month, year % 100].map((part) => String(part).padStart(2, '0')).join('')
  const serials = Array.from({ length: 100 }, (_, at) => String((at + turn + 80) % 100).padStart(2, '0'))
  const number = serials.map((serial) => `${date}99${serial}`).find((one) => !passesModulus11(cprFrom(one)))
  if (!number) throw new Error(`No number on ${date} fails modulus 11`)
  return number
}

function cprFrom(text: string): Cpr {
  const read = readCpr(text)
  if (!read.ok) throw new Error('A test person has an unreadable number')
  return read.value
}

function uuidFrom(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Name or part of it, or the CPR number with or without hyphen. */
export function searchPeople(people: readonly TestPerson[], query: string): readonly TestPerson[] {
  const wanted = query.trim().toLocaleLowerCase('da')
  if (wanted === '') return people
  const digits = wanted.replace(/[\s-]/g, '')
  return people.filter((one) => one.name.toLocaleLowerCase('da').includes(wanted) || one.cpr?.startsWith(digits))
}

export const ageOf = (one: TestPerson, now: Date): number =>
  ageOn(Temporal.PlainDate.from(one.birthDate), Temporal.PlainDate.from(now.toISOString().slice(0, 10)))

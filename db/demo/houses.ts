import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { sealForPlatform } from '#platform/crypto/platform-key.ts'
import type { Book } from './book.ts'
import { clockOfMinutes, closingReason, hoursOf, weekAway } from './diary.ts'
import { clinics, type DemoOrganisation, insurers, operator } from './organisations.ts'
import { placeOf } from './places.ts'
import { idFor } from './random.ts'
import { members, organisationIdOf, type Practitioner, practitioners, rooms } from './team.ts'
import { totpSecretOf } from './totp-secret.ts'
import { treatments } from './treatments.ts'

export const weeksBehind = 4
/** As far ahead as times can be booked. */
export const weeksAhead = 13

/** Organisations, the people who work there, and when they receive patients. */
export function writeHouses(book: Book, { keyring, phc, today }: { keyring: Keyring; phc: string; today: Day }): void {
  for (const organisation of [operator, ...insurers, ...clinics]) addOrganisation(book, organisation)
  for (const { id, organisationId, email, name, role } of members) {
    book.add('users', { id, organisation_id: organisationId, email, name })
    book.add('user_roles', { organisation_id: organisationId, user_id: id, role })
    book.add('user_passwords', { user_id: id, phc })
    const secret = sealForPlatform(keyring, `totp/${id}`, Buffer.from(totpSecretOf(email)))
    book.add('user_totp', {
      user_id: id,
      secret_sealed: `\\x${secret.toString('hex')}`,
      confirmed_at: today.toString(),
    })
  }
  for (const { id, clinic, name, kind } of rooms)
    book.add('rooms', { id, organisation_id: organisationIdOf(clinic), name, kind })
  for (const practitioner of practitioners) addPractitioner(book, practitioner, today)
  for (const clinic of clinics) addClosingDays(book, clinic, today)
}

type Day = Temporal.PlainDate

function addOrganisation(book: Book, organisation: DemoOrganisation): void {
  const id = organisationIdOf(organisation)
  const { kind, name, key, address } = organisation
  const at = [operator, ...insurers, ...clinics].indexOf(organisation)
  // Company numbers whose check digit is wrong: no company has them.
  const cvr = String(10_000_001 + at * 11)
  book.add('organisations', { id, kind, name, cvr, email: `post@${key}.example`, phone: `+4511${200_000 + at}` })
  if (!address) return
  const { town, lat, lon } = placeOf(address.postcode)
  book.add('clinic_locations', { clinic_id: id, ...address, town, latitude: lat, longitude: lon })
}

// Published by the authority as ids that belong to no person; psychologists have none.
const authorisationIds = ['09YM8', '09YM9', '09YMB']

function addPractitioner(book: Book, practitioner: Practitioner, today: Day): void {
  const { id, clinic, member, profession } = practitioner
  const organisation_id = organisationIdOf(clinic)
  const at = practitioners.indexOf(practitioner)
  const authorisation_id = profession === 'psychologist' ? null : authorisationIds[at % authorisationIds.length]
  book.add('practitioners', {
    id,
    organisation_id,
    user_id: member.id,
    name: member.name,
    profession,
    authorisation_id,
  })
  const services = treatments.filter((treatment) => treatment.profession === profession)
  book.add('practitioner_services', ...services.map(({ code }) => ({ practitioner_id: id, treatment_type: code })))
  for (const { weekday, from, until } of hoursOf(practitioner)) {
    book.add('opening_hours', {
      id: idFor(`hours ${id} ${weekday} ${from}`),
      organisation_id,
      practitioner_id: id,
      weekday,
      opens: clockOfMinutes(from),
      closes: clockOfMinutes(until),
      valid_from: today.subtract({ days: 90 }),
    })
  }
  const away = weekAway(practitioner, today)
  for (let days = 0; away && days < 5; days++)
    addClosed(book, { organisation_id, practitioner_id: id, on: away.add({ days }), reason: 'Ferie' })
}

function addClosingDays(book: Book, clinic: DemoOrganisation, today: Day): void {
  for (let days = -weeksBehind * 7; days <= weeksAhead * 7; days++) {
    const on = today.add({ days })
    const reason = closingReason(on)
    if (reason) addClosed(book, { organisation_id: organisationIdOf(clinic), practitioner_id: null, on, reason })
  }
}

type Closed = { organisation_id: string; practitioner_id: string | null; on: Day; reason: string }

const addClosed = (book: Book, { on, ...closed }: Closed) =>
  book.add('opening_exceptions', {
    id: idFor(`closed ${closed.organisation_id} ${closed.practitioner_id} ${on}`),
    ...closed,
    kind: 'closed',
    on_date: on,
  })

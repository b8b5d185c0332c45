import { type Right, rights } from '#features/rights/index.ts'
import { copenhagen, dayOf, type Temporal } from '#kernel/time.ts'
import type { Book } from './book.ts'
import { insurers } from './organisations.ts'
import { type Random, randomFrom } from './random.ts'
import { actorOf, memberOf, members, organisationIdOf } from './team.ts'

const daysBehind = 362
/** So far back the demo's own cases are counted as they stand. */
const livingDays = 45
const nights = 30
const logNights = 20

/**
 * A year of what is left of those who are gone: how many consents there were on a day, when requests were answered and runs erased what. The
 * persons themselves were erased when their time was up.
 */
export function writeHistory(book: Book, now: Temporal.Instant): void {
  const random = randomFrom(77)
  const today = dayOf(now)
  const firstLivingDay = today.subtract({ days: livingDays })
  for (let day = today.subtract({ days: daysBehind }); !day.equals(firstLivingDay); day = day.add({ days: 1 }))
    writeDay(book, random, day)
  for (let at = 0; at < 36; at++) writeAnswered(book, random, now)
  for (let night = nights; night >= 1; night--) writeRun(book, random, nightBefore(today, night))
  for (let night = logNights; night >= 1; night--)
    book.add('log_sweeps', { swept_at: nightBefore(today, night), files_erased: night < 7 ? 1 : 0, files_kept: 14 })
  writeRefusals(book, random, now)
}

const nightBefore = (today: Temporal.PlainDate, nightsAgo: number): Temporal.Instant =>
  today
    .subtract({ days: nightsAgo - 1 })
    .toZonedDateTime({ timeZone: copenhagen, plainTime: '02:15' })
    .toInstant()

function writeDay(book: Book, random: Random, day: Temporal.PlainDate): void {
  const isWorking = day.dayOfWeek <= 5
  book.add('counted_days', { day: day.toString() })
  writeCount(book, day, 'consent-given', isWorking ? random.whole(3, 10) : 0)
  writeCount(book, day, 'consent-withdrawn', random.chance(0.3) ? random.whole(1, 2) : 0)
}

/** Answers about cookies name nobody; the demo has their counts and not the answers. */
export function writeCookieCounts(book: Book, now: Temporal.Instant): void {
  const random = randomFrom(78)
  const today = dayOf(now)
  for (let day = today.subtract({ days: daysBehind }); !day.equals(today); day = day.add({ days: 1 })) {
    writeCount(book, day, 'cookies-accepted', random.whole(1, 9))
    writeCount(book, day, 'cookies-refused', random.whole(2, 12))
  }
}

function writeCount(book: Book, day: Temporal.PlainDate, figure: string, count: number): void {
  const subject = figure.startsWith('cookies') ? 'marketing' : ''
  if (count > 0) book.add('day_counts', { day: day.toString(), figure, subject, count })
}

/** A request of somebody who was erased since: that it was answered, and when. Most in time. */
function writeAnswered(book: Book, random: Random, now: Temporal.Instant): void {
  const id = random.id()
  const insurer = random.pick(insurers)
  const right: Right = random.pick(rights)
  const receivedAt = now.subtract({ hours: 24 * random.whole(45, 330) + random.whole(1, 8) })
  const isExtended = random.chance(0.1)
  const days = random.chance(0.1) ? random.whole(36, 44) : random.whole(3, 28)
  const answeredAt = receivedAt.add({ hours: 24 * days })
  const isRefused = random.chance(0.2)
  book.add('rights_requests', {
    id,
    person_id: null,
    case_id: null,
    controller_id: organisationIdOf(insurer),
    right,
    field: right === 'rectification' ? 'phone' : null,
    text_sealed: null,
    proposal_sealed: null,
    received_at: receivedAt,
  })
  book.add('rights_identity_checks', { request_id: id, means: 'eid', checked_at: receivedAt })
  const byStaff = { by_kind: 'staff', by_user: memberOf(insurer, 'case-handler').id, note_sealed: null }
  const byPerson = { by_kind: 'patient', by_user: null, note_sealed: null, law: null }
  for (const state of ['received', 'identified', 'routed'])
    book.add('rights_request_states', { request_id: id, state, at: receivedAt, ...byPerson })
  if (isExtended)
    book.add('rights_request_states', { request_id: id, state: 'extended', at: answeredAt, ...byStaff, law: null })
  book.add('rights_request_states', {
    request_id: id,
    state: isRefused ? 'refused' : 'granted',
    at: answeredAt,
    ...byStaff,
    law: isRefused ? 'art-12-5' : null,
  })
}

/** One night's sweep: some cases go, a few wait. */
function writeRun(book: Book, random: Random, startedAt: Temporal.Instant): void {
  const erased = random.whole(0, 5)
  const held = random.whole(0, 2)
  const waiting = random.whole(0, 3)
  book.add('retention_runs', {
    id: random.id(),
    started_at: startedAt,
    ended_at: startedAt.add({ seconds: 2 + erased }),
    due: erased + held + waiting,
    erased,
    kept: { ...(held > 0 && { 'legal-hold': held }), ...(waiting > 0 && { 'journal-not-handed-over': waiting }) },
  })
}

/** People who tried a door that is not theirs. */
function writeRefusals(book: Book, random: Random, now: Temporal.Instant): void {
  const asked = ['case.list', 'user.list', 'retention-run.list'] as const
  const outsiders = members.filter(({ role }) => role === 'practitioner' || role === 'support')
  for (let at = 0; at < 14; at++) {
    book.happened({
      at: now.subtract({ hours: random.whole(20, 600) }),
      action: random.pick(asked),
      actor: actorOf(random.pick(outsiders)),
      personId: null,
      caseId: null,
      isDenied: true,
    })
  }
}

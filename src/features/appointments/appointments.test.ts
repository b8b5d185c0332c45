import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { Temporal } from '#kernel/time.ts'
import {
  type Approval,
  approvalFor,
  freeUntil,
  isSessionGivenBack,
  isTimely,
  reasonBehind,
  searchableWithin,
} from './appointments.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const at = (text: string) => Temporal.Instant.from(text)
const [bakken, fjorden] = ['bakken', 'fjorden'] as unknown as [Id<'organisation'>, Id<'organisation'>]

const approval = (name: string, given: Partial<Approval> = {}): Approval => ({
  id: name as Id<'approval'>,
  validFrom: day('2027-01-01'),
  validUntil: day('2027-03-14'),
  clinicIds: null,
  sessions: 6,
  used: 0,
  booked: 0,
  ...given,
})
const place = { clinicId: bakken, startsAt: at('2027-03-14T15:00:00Z') }
const chosen = (approvals: readonly Approval[]) => {
  const found = approvalFor(approvals, place)
  return typeof found === 'string' ? found : found.id
}

test('the oldest approval that covers clinic and day and has a session left is used', () => {
  const spent = approval('spent', { used: 4, booked: 2 })
  assert.equal(chosen([spent, approval('second'), approval('third')]), 'second')
  assert.equal(
    chosen([approval('other clinic', { clinicIds: [fjorden] }), approval('here', { clinicIds: [bakken] })]),
    'here',
  )
})

test('an approval holds to the end of its last day, in Copenhagen', () => {
  const last = (startsAt: string) => approvalFor([approval('a')], { clinicId: bakken, startsAt: at(startsAt) })
  assert.notEqual(last('2027-03-14T22:59:00Z'), 'outside-approval')
  assert.equal(last('2027-03-14T23:00:00Z'), 'outside-approval')
})

test('the most telling reason is given when no approval will do', () => {
  assert.equal(chosen([]), 'not-approved-clinic')
  assert.equal(chosen([approval('a', { clinicIds: [fjorden] })]), 'not-approved-clinic')
  assert.equal(chosen([approval('a', { validUntil: day('2027-03-13') })]), 'outside-approval')
  assert.equal(chosen([approval('a', { booked: 6 })]), 'no-sessions-left')
})

test('times are looked for where any approval with a session left allows', () => {
  const today = day('2027-02-01')
  assert.equal(searchableWithin([approval('a', { used: 6 })], today), null)
  assert.equal(searchableWithin([approval('a', { validUntil: day('2027-01-31') })], today), null)
  const two = [
    approval('a', { clinicIds: [fjorden] }),
    approval('b', { clinicIds: [bakken, fjorden], validUntil: day('2027-05-01') }),
  ]
  const found = searchableWithin(two, today)
  assert.deepEqual(found?.clinicIds, [fjorden, bakken])
  assert.equal(found?.until.toString(), '2027-05-01')
})

test('the deadline is counted in hours, also over the night when the clock is changed', () => {
  const sundayMorning = at('2027-03-28T07:00:00Z') // 9 in summer time
  const deadline = freeUntil(sundayMorning, 24)
  assert.equal(deadline.toString(), '2027-03-27T07:00:00Z') // 8 in winter time
  assert.equal(isTimely(sundayMorning, 24, deadline), true)
  assert.equal(isTimely(sundayMorning, 24, deadline.add({ seconds: 1 })), false)
})

test('only a late cancellation by the patient uses the session', () => {
  const terms = { startsAt: at('2027-02-02T09:00:00Z'), cancellationHours: 24 }
  const late = at('2027-02-02T08:00:00Z')
  assert.equal(isSessionGivenBack(terms, 'patient', late), false)
  assert.equal(isSessionGivenBack(terms, 'patient', at('2027-02-01T09:00:00Z')), true)
  assert.equal(isSessionGivenBack(terms, 'clinic', late), true)
  assert.equal(isSessionGivenBack(terms, 'insurer', late), true)
})

test('a constraint that decides a race has a reason, and others are faults', () => {
  assert.equal(reasonBehind('practitioner_never_twice'), 'taken')
  assert.equal(reasonBehind('appointment_runs_forward'), null)
  assert.equal(reasonBehind(null), null)
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { article30Of } from './article30.ts'
import { policy } from './model.ts'
import { comparePeriods, type Duty, periodOf, type Retention, retentionWarnings } from './retention.ts'

const bookkeeping: Duty = {
  period: 'P5Y',
  from: 'financial-year-end',
  on: 'us',
  because: texts('Regnskabsbilag', 'Accounts'),
  law: texts('bogføringsloven § 12', 'Danish Bookkeeping Act, section 12'),
}
const journal: Duty = { ...bookkeeping, from: 'last-entry', on: 'clinic' }
const kept = (period: string, ...minimum: readonly Duty[]): Retention => ({
  from: 'recorded',
  minimum,
  maximum: { period, because: texts('Lovet', 'Promised') },
})
const kinds = (retention: Retention) => retentionWarnings(retention).map(({ kind }) => kind)

/** The whole policy of the booking site with cases kept like this, and some grant left out. */
const withPeriods = (retention: Retention, without?: string) => {
  const activities = referralPolicy.activities.map((activity) => ({
    ...activity,
    retention: activity.id === 'referral.case' ? retention : activity.retention,
    grants: activity.grants.filter(({ action }) => action !== without),
  }))
  return policy({ ...referralPolicy, activities })
}

describe('a duty to keep and a promise to erase', () => {
  test('are two fields, and a promise that outlasts the duty is warned of (T20.2)', () => {
    assert.deepEqual(kinds(kept('P10Y', bookkeeping)), ['promise-outlasts-duty'])
    assert.deepEqual(kinds(kept('P5Y', bookkeeping)), [])
    assert.deepEqual(kinds(kept('P6M')), [])
    assert.ok(withPeriods(kept('P10Y', bookkeeping)))
  })

  test('stand against each other where somebody else must keep longer: a handover is needed', () => {
    assert.deepEqual(kinds(kept('P6M', journal, { ...journal, period: 'P10Y' })), [
      'duty-outlasts-promise',
      'duty-outlasts-promise',
    ])
    assert.ok(withPeriods(kept('P6M', journal)))
  })

  test('stop the site from starting where a duty of our own would be broken', () => {
    assert.throws(() => withPeriods(kept('P4Y', bookkeeping)), /erases before the P5Y that we must keep have passed/)
  })

  test('stop the site from starting where the other cannot take over what it must keep', () => {
    assert.throws(() => withPeriods(kept('P6M', journal), 'handover.confirm'), /hands it over to nobody/)
    assert.throws(() => withPeriods(kept('P6M', { ...journal, on: 'insurer' })), /hands it over to nobody/)
  })

  test('are compared in days, whatever units they are written in', () => {
    assert.ok(comparePeriods('P1Y', 'P11M') > 0)
    assert.ok(comparePeriods('P30D', 'P1M') < 0)
    assert.equal(comparePeriods('P12M', 'P1Y'), 0)
  })

  test('stand in the record of the booking site: clinics take their journals over before the case goes (R2.9)', () => {
    const course = article30Of(referralPolicy).find(({ activity }) => activity.id === 'referral.course')
    assert.deepEqual(
      course?.warnings.map(({ kind, duty }) => [kind, duty.on, duty.period]),
      [
        ['duty-outlasts-promise', 'clinic', 'P10Y'],
        ['duty-outlasts-promise', 'clinic', 'P5Y'],
      ],
    )
  })
})

describe('a part with a period of its own', () => {
  test('is found wherever it stands, and a policy that does not say it is refused', () => {
    assert.equal(periodOf(referralPolicy, 'import-file').days, 7)
    assert.throws(() => periodOf(referralPolicy, 'photographs'), /does not say how long photographs is kept/)
  })

  test('cannot outlast the whole', () => {
    const part = {
      ...bookkeeping,
      id: 'slow',
      what: texts('Langsom', 'Slow'),
      period: 'P2Y',
      from: 'recorded',
    } as const
    assert.throws(() => withPeriods({ ...kept('P1Y'), parts: [part] }), /Part slow of activity \S+ outlasts the whole/)
  })
})

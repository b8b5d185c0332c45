import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { restsOnConsentAlone } from './consent-alone.ts'
import { type Activity, policy } from './model.ts'

const changed = (id: string, change: Partial<Activity>): Activity[] =>
  referralPolicy.activities.map((one) => (one.id === id ? ({ ...one, ...change } as Activity) : one))
const written = referralPolicy.activities.find(({ id }) => id === 'referral.referral')!

describe('what rests on consent alone', () => {
  test('is what the insurer writes for the clinic, and not the case, the times or the clinic’s journal (T20.1)', () => {
    assert.deepEqual(restsOnConsentAlone(referralPolicy.activities), ['health.referral'])
  })

  test('is read from the model: what another activity needs on another basis is not among it (T20.1)', () => {
    const activities = changed('referral.case', { data: ['contact', 'cpr', 'health.approval', 'health.referral'] })
    assert.deepEqual(restsOnConsentAlone(activities), [])
  })

  test('is not kept because it is shown to the person it is about (T20.1)', () => {
    const showing = referralPolicy.activities.filter(
      ({ purpose, data }) => purpose === 'transparency' && data.includes('health.referral'),
    )
    assert.ok(showing.length > 0)
    assert.ok(showing.every(({ basis }) => basis.article6 !== 'consent'))
  })

  test('stops the site from starting when the policy does not say that it goes with the consent, or says later (T20.1)', () => {
    const { parts: _, ...silent } = written.retention
    const late = { ...written.retention, parts: written.retention.parts!.map((one) => ({ ...one, period: 'P7D' })) }
    const start = (retention: Activity['retention']) =>
      policy({ ...referralPolicy, activities: changed('referral.referral', { retention }) })
    assert.ok(start(written.retention))
    assert.throws(() => start(silent), /keeps health\.referral on consent alone, and does not say that it goes/)
    assert.throws(() => start(late), /erases later than at once when the consent is withdrawn/)
  })
})

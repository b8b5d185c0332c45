import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { article30Of } from './article30.ts'
import { type PolicyModel, policy } from './model.ts'
import type { Processor } from './processors.ts'

const american: Processor = {
  id: 'tracker',
  name: 'Example Tracking Inc',
  does: texts('Måler', 'Measures'),
  country: 'US',
  agreedOn: '2026-01-01',
  transferBasis: 'standard-clauses',
  measures: texts('Ingen', 'None'),
  hosts: [],
}

const changed = (change: Partial<PolicyModel>): PolicyModel => ({ ...referralPolicy, ...change })

describe('a policy model', () => {
  test('that promises no third countries refuses a processor outside the EEA (R1.15, T4.2)', () => {
    assert.throws(() => policy(changed({ processors: [american] })), /tracker is in US/)
  })

  test('that allows third countries still demands a basis for each (T18.1)', () => {
    const allowing = { thirdCountries: 'with-basis', processors: [{ ...american, transferBasis: null }] } as const
    assert.throws(() => policy(changed(allowing)), /names no basis/)
    assert.ok(policy(changed({ thirdCountries: 'with-basis', processors: [american] })))
  })

  test('refuses a cookie of a processor that is not declared', () => {
    const [cookie] = referralPolicy.cookies
    assert.throws(() => policy(changed({ cookies: [{ ...cookie!, setBy: 'nobody' }] })), /no declared processor/)
  })

  test('refuses health data without a condition of article 9, and an activity that grants nothing', () => {
    const [first] = referralPolicy.activities
    const health = { ...first!, article9: null, data: ['health.course'] } as const
    assert.throws(() => policy(changed({ activities: [health] })), /art. 9\(2\)/)
    assert.throws(() => policy(changed({ activities: [{ ...first!, grants: [] }] })), /not in use/)
  })

  test('refuses an activity that does not say how long, or says it in no period (T20.2)', () => {
    const [first] = referralPolicy.activities
    const { retention: _, ...timeless } = first!
    assert.throws(() => policy(changed({ activities: [timeless as typeof first & object] })), /does not say how long/)
    const vague = { ...first!, retention: { from: 'recorded', maximum: { period: 'a while', because: 'x' } } } as const
    assert.throws(() => policy(changed({ activities: [vague] })), /does not say how long/)
    const minimum = { period: 'some years', because: 'x' }
    const unclear = { ...first!, retention: { ...first!.retention, minimum } }
    assert.throws(() => policy(changed({ activities: [unclear] })), /a minimum that is no period/)
  })

  test('makes the record: a period changed in the model is changed there (X1)', () => {
    const [first, ...rest] = referralPolicy.activities
    const longer = {
      ...first!,
      retention: { from: 'course-end', maximum: { period: 'P3M', because: 'shorter' } },
    } as const
    const [line] = article30Of(changed({ activities: [longer, ...rest] }), 'da')
    assert.match(line?.maximum ?? '', /^P3M from course-end/)
  })
})

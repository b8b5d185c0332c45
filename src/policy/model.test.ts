import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { article30Of } from './article30.ts'
import { type Activity, type PolicyModel, policy } from './model.ts'
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

  test('refuses an activity about nobody that has data, which would then not be logged, and the other way round', () => {
    const [first] = referralPolicy.activities
    const told = /whether it is about nobody/
    const nobodys = { ...first!, subjects: ['nobody'] } as const
    assert.throws(() => policy(changed({ activities: [nobodys] })), told)
    assert.throws(() => policy(changed({ activities: [{ ...first!, data: ['none'] }] })), told)
    assert.throws(() => policy(changed({ activities: [{ ...nobodys, data: ['none', 'contact'] }] })), told)
    const published = referralPolicy.activities.filter(({ subjects }) => subjects.includes('nobody'))
    assert.deepEqual(published.map(({ data }) => data).flat(), ['none', 'none'])
  })

  test('refuses an activity that does not say how long, or says it in no period (T20.2)', () => {
    const [first] = referralPolicy.activities
    const words = texts('x', 'x')
    const duty = { from: 'recorded', on: 'clinic', because: words, law: words } as const
    const { retention: _, ...timeless } = first!
    assert.throws(() => policy(changed({ activities: [timeless as typeof first & object] })), /does not say how long/)
    const vague = {
      ...first!,
      retention: { from: 'recorded', maximum: { period: 'a while', because: words } },
    } as const
    assert.throws(() => policy(changed({ activities: [vague] })), /does not say how long/)
    const minimum = [{ ...duty, period: 'some years' }]
    const unclear = { ...first!, retention: { ...first!.retention, minimum } }
    assert.throws(() => policy(changed({ activities: [unclear] })), /a minimum that is no period/)
  })

  test('says for each activity who works on it, and who works for us works on something (T4.3)', () => {
    const [first, ...rest] = referralPolicy.activities
    const strange = { ...first!, processors: ['stranger'] }
    assert.throws(() => policy(changed({ activities: [strange, ...rest] })), /names stranger, who is no declared/)
    const idle = { ...american, id: 'idle', country: 'SE' }
    assert.throws(
      () => policy(changed({ processors: [...referralPolicy.processors, idle] })),
      /idle works on no activity/,
    )
  })

  test('refuses an activity that stays in the EEA with a processor that does not (R1.15, T18.1)', () => {
    const [first, ...rest] = referralPolicy.activities
    const processors = [...referralPolicy.processors, american]
    const tracked = { ...first!, processors: [...first!.processors, american.id] }
    const abroad = (activity: Activity) =>
      policy(changed({ thirdCountries: 'with-basis', processors, activities: [activity, ...rest] }))
    assert.throws(() => abroad(tracked), /stays in the EEA, and its processor tracker is in US/)
    const [line] = article30Of(abroad({ ...tracked, thirdCountries: 'with-basis' }))
    assert.deepEqual(line?.transfers, [american])
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { lawsThatBind } from './disclosure-laws.ts'
import { type Activity, policy } from './model.ts'

const changing = (id: string, change: object) => ({
  ...referralPolicy,
  activities: referralPolicy.activities.map((one) => (one.id === id ? ({ ...one, ...change } as Activity) : one)),
})
const laws = referralPolicy.activities.find(({ id }) => id === 'referral.authority')?.laws ?? []
const withLaw = (change: object) =>
  changing('referral.authority', { laws: laws.map((one, at) => (at === 0 ? { ...one, ...change } : one)) })

describe('the laws by which authorities are told', () => {
  test('are named by every activity that tells an authority, and by no other (T8.1, R1.14)', () => {
    assert.throws(() => policy(changing('referral.authority', { laws: [] })), /tells authorities and names no law/)
    assert.throws(
      () => policy(changing('referral.case', { recipients: ['authority'] })),
      /tells authorities and names no/,
    )
    assert.throws(() => policy(changing('referral.case', { laws })), /names laws and tells no authority/)
    const contract = { basis: { article6: 'contract' } }
    assert.throws(() => policy(changing('referral.authority', contract)), /names laws and does not rest on them/)
  })

  test('are said whole: with their section, whom they bind, and what they reach (T8.1)', () => {
    assert.throws(() => policy(withLaw({ law: texts('en eller anden lov', 'some law') })), /lacks words or its section/)
    assert.throws(() => policy(withLaw({ when: texts('', 'When') })), /lacks words or its section/)
    assert.throws(() => policy(withLaw({ binds: [] })), /binds nobody/)
    assert.throws(() => policy(withLaw({ data: ['credentials'] })), /about more or less than activity/)
    assert.throws(() => policy(withLaw({ id: laws[1]?.id })), /stands twice/)
  })

  test('bind an insurer or a clinic, each its own (T8.1)', () => {
    const ids = (kind: 'insurer' | 'clinic') => lawsThatBind(referralPolicy, kind).map(({ id }) => id)
    assert.ok(ids('clinic').includes('health-supervision'))
    assert.ok(!ids('insurer').includes('health-supervision'))
    assert.ok(ids('insurer').includes('data-protection-supervision'))
  })
})

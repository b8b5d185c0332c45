import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type ConsentForm, consentTakenBy } from './consent-form.ts'
import { type Activity, type PolicyModel, policy } from './model.ts'
import { hashOf } from './version.ts'

/** The booking site's policy with one activity changed; types would refuse most of these, a start does not check types. */
const changing = (id: string, change: object, of: PolicyModel = referralPolicy): PolicyModel => ({
  ...of,
  activities: of.activities.map((one) => (one.id === id ? ({ ...one, ...change } as Activity) : one)),
})
const form: ConsentForm = { kind: 'statement', statement: texts('Ja', 'Yes'), withdrawing: texts('Nej', 'No') }

describe('a consent in a policy', () => {
  test('without its form does not build, nor does a form without a consent (T5.7, T8.1)', () => {
    const basis = { article6: 'consent' }
    assert.throws(() => policy(changing('referral.transfer', { basis })), /rests on consent and has no consent form/)
    const contract = { article6: 'contract', form }
    assert.throws(
      () => policy(changing('referral.appointment', { basis: contract })),
      /appointment has a consent form and does not rest on consent/,
    )
  })

  test('has words in both languages, and says what follows from withdrawing', () => {
    for (const empty of [
      { ...form, withdrawing: texts('Nej', ' ') },
      { ...form, statement: texts('', 'Yes') },
    ])
      assert.throws(
        () => policy(changing('referral.transfer', { basis: { article6: 'consent', form: empty } })),
        /lacks words in one of the languages/,
      )
  })

  test('is taken in exactly one place: one tick never covers two', () => {
    assert.throws(() => policy(changing('referral.consent-mark', { takesConsentFor: undefined })), /taken nowhere/)
    const both = changing('referral.course', { takesConsentFor: 'referral.transfer' })
    assert.throws(() => policy(both), /taken in more than one place/)
    const foreign = changing('referral.course', { takesConsentFor: 'referral.case' })
    assert.throws(() => policy(foreign), /Consent is taken for referral.case, which asks for none/)
  })

  test('that is explicit has a form of its own or says to whom it is given', () => {
    const article9 = { condition: 'explicit-consent' }
    assert.throws(() => policy(changing('referral.case', { article9 })), /needs explicit consent/)
    assert.throws(
      () => policy(changing('referral.transfer', { article9: { ...article9, givenTo: 'insurer' } })),
      /needs explicit consent/,
    )
  })

  test('by the cookie question needs something that waits for the answer (T14.1)', () => {
    const change = { thirdParties: [] }
    assert.throws(() => policy({ ...marketingPolicy, ...change }), /asked for with the cookies, and no third party/)
  })

  test('is part of the version: other words are another hash, of the policy and of the consent (T1.1)', () => {
    const other = policy(changing('referral.transfer', { basis: { article6: 'consent', form } }))
    assert.notEqual(hashOf(other), hashOf(referralPolicy))
    const [now, then] = [other, referralPolicy].map((model) => consentTakenBy(model, 'case.mark-consent'))
    assert.equal(now?.statement.da, 'Ja')
    assert.notEqual(now?.hash, then?.hash)
  })
})

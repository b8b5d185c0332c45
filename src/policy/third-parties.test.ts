import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { cookieQuestionOf, questionVersion } from './cookie-question.ts'
import { type PolicyModel, policy } from './model.ts'
import {
  type BehaviourAnalytics,
  type Embed,
  type ErrorTracking,
  liveThirdParties,
  openHosts,
  type WebAnalytics,
} from './third-parties.ts'

const changed = (change: Partial<PolicyModel>): PolicyModel => ({ ...marketingPolicy, ...change })
const [count] = marketingPolicy.thirdParties as readonly WebAnalytics[]
const [processor] = marketingPolicy.processors.filter(({ id }) => id === 'statistics')
const [counting] = marketingPolicy.activities.filter(({ id }) => id === 'marketing.statistics')
const others = marketingPolicy.processors.filter(({ id }) => id !== 'statistics')
assert.ok(count && processor && counting)

const behaviour: BehaviourAnalytics = { ...count, type: 'behaviour-analytics', visitors: 'pseudonymous' }
const film: Embed = {
  type: 'embed',
  id: 'film',
  processor: 'statistics',
  activity: 'marketing.statistics',
  host: 'film.example',
  waitsFor: 'statistics',
  keeps: [],
}
const errors: ErrorTracking = {
  type: 'error-tracking',
  id: 'errors',
  processor: 'errors',
  activity: 'marketing.statistics',
  host: 'errors.example',
  path: '/events',
}

describe('a third party', () => {
  test('without a declared processor stops the site from starting (T4.3, T14.1)', () => {
    assert.throws(() => policy(changed({ processors: others })), /no declared processor \(T4.3\)/)
    const unsigned = [...others, { ...processor, agreedOn: '' }]
    assert.throws(() => policy(changed({ processors: unsigned })), /has no agreement/)
    const elsewhere = [...others, { ...processor, hosts: [] }]
    assert.throws(() => policy(changed({ processors: elsewhere })), /not a host of its processor/)
  })

  test('outside the EEA is refused where none is promised, and needs a basis elsewhere (R1.15, T18.1)', () => {
    const american = { ...processor, id: 'errors', country: 'US', hosts: ['errors.example'] }
    const tracked = { thirdParties: [count, errors], processors: [...marketingPolicy.processors, american] }
    assert.throws(() => policy(changed(tracked)), /no third countries/)
    assert.throws(() => policy(changed({ ...tracked, thirdCountries: 'with-basis' })), /names no basis/)
    const contracted = { ...american, transferBasis: 'standard-clauses' } as const
    const processors = [...marketingPolicy.processors, contracted]
    const allowing = { ...tracked, processors, thirdCountries: 'with-basis' } as const
    assert.throws(() => policy(changed(allowing)), /marketing.statistics stays in the EEA/)
    const activities = marketingPolicy.activities.map((one) =>
      one.id === counting.id ? ({ ...one, thirdCountries: 'with-basis' } as const) : one,
    )
    assert.ok(policy(changed({ ...allowing, activities })))
  })

  test('whose cookies are not in the register, or of another kind, stops the site from starting (T7.2)', () => {
    const without = marketingPolicy.cookies.filter(({ name }) => name !== 'telemetry-user')
    assert.throws(() => policy(changed({ cookies: without })), /telemetry-user, which is not in the cookie register/)
    const renamed = marketingPolicy.cookies.map((cookie) =>
      cookie.name === 'telemetry-user' ? ({ ...cookie, kind: 'marketing' } as const) : cookie,
    )
    assert.throws(() => policy(changed({ cookies: renamed })), /is marketing, but visit-count waits for statistics/)
    assert.throws(() => policy(changed({ thirdParties: [] })), /no third party of the site keeps it/)
  })

  test('of visitors rests on their consent, and a site that asks can remember the answer (R4.1)', () => {
    const activities = marketingPolicy.activities.map((one) =>
      one.id === counting.id ? { ...one, basis: { article6: 'contract' } as const } : one,
    )
    assert.throws(() => policy(changed({ activities })), /needs consent as its basis/)
    const forgetful = marketingPolicy.cookies.filter(({ name }) => name !== 'cookie-choice')
    assert.throws(() => policy(changed({ cookies: forgetful })), /has no cookie-choice cookie/)
  })

  test('that follows behaviour keeps it for 365 days at most, under a pseudonym, after consent (T17.1)', () => {
    assert.ok(policy(changed({ thirdParties: [behaviour] })))
    const activities = marketingPolicy.activities.map((one) =>
      one.id === counting.id
        ? {
            ...one,
            retention: { from: 'recorded', maximum: { period: 'P13M', because: texts('længere', 'longer') } } as const,
          }
        : one,
    )
    assert.throws(() => policy(changed({ thirdParties: [behaviour], activities })), /more than 365 days/)
    assert.deepEqual(openHosts([behaviour], { kinds: [], embed: null }).script, [])
    assert.deepEqual(openHosts([behaviour], { kinds: ['marketing'], embed: null }).script, [])
    assert.deepEqual(openHosts([behaviour], { kinds: ['statistics'], embed: null }).script, [behaviour.host])
  })

  test('that embeds is framed after its click or its kind’s yes, and runs no script of ours (T15.1)', () => {
    const closed = { script: [], connect: [], frame: [] }
    assert.deepEqual(openHosts([film], { kinds: [], embed: null }), closed)
    assert.deepEqual(openHosts([film], { kinds: [], embed: 'another' }), closed)
    assert.deepEqual(openHosts([film], { kinds: [], embed: 'film' }), { ...closed, frame: [film.host] })
    assert.deepEqual(openHosts([film], { kinds: ['statistics'], embed: null }).frame, [film.host])
  })

  test('that tracks errors is never called by a browser (T18.1)', () => {
    assert.deepEqual(openHosts([errors], { kinds: ['functional', 'statistics', 'marketing'], embed: 'errors' }), {
      script: [],
      connect: [],
      frame: [],
    })
  })
})

describe('the cookie question', () => {
  test('is asked where something waits for a yes, and nowhere else (R1.8)', () => {
    assert.equal(cookieQuestionOf(referralPolicy, referralPolicy.thirdParties, 'da'), null)
    const question = cookieQuestionOf(marketingPolicy, marketingPolicy.thirdParties, 'en')
    assert.deepEqual(
      question?.kinds.map(({ kind }) => kind),
      ['statistics'],
    )
    assert.match(question?.kinds[0]?.detail ?? '', /cut short.*Eksempel Statistik ApS/)
  })

  test('is not asked for a stand-in when the site has a name of its own', () => {
    assert.deepEqual(liveThirdParties(marketingPolicy, 'www.klinikbro.example'), [])
    assert.equal(cookieQuestionOf(marketingPolicy, [], 'da'), null)
  })

  test('is another question, to be asked again, when what is agreed to changes (X1)', () => {
    const live = marketingPolicy.thirdParties
    const renamed = changed({ processors: [...others, { ...processor, name: 'Et Andet Selskab ApS' }] })
    assert.notEqual(questionVersion(renamed, live), questionVersion(marketingPolicy, live))
    assert.equal(questionVersion(changed({ version: '2' }), live), questionVersion(marketingPolicy, live))
  })
})

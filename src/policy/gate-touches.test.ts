import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { actors, anasCase, objects, type What, type Who } from '#tests/cast/gate-cast.ts'
import type { PersonalData } from './categories.ts'
import { openGate } from './gate.ts'
import type { ActionName } from './vocabulary.ts'

const gate = openGate(referralPolicy)

/** Who asks for which data of what; the object is one that each of them may see. */
const dataAllowed = `
ALLOW handler case.view on Ana’s case without consent: contact, cpr, booking, consent-history, health.referral, health.report, access-history
ALLOW machine case.view on Ana’s case without consent: health.referral, booking, consent-history
ALLOW patient my-case.view on Ana’s case at the clinic: booking, consent-history, health.referral, health.report, business-contact
ALLOW patient my-copy.download on Ana’s case without consent: contact, cpr, booking, health.course, health.report, access-history
ALLOW secretary clinic-case.view on Ana’s case at the clinic: contact, cpr, booking, health.referral, health.course, health.report
ALLOW secretary clinic-appointment.view on Ana’s case at the clinic: contact, booking, health.approval
DENY secretary clinic-appointment.view on Ana’s case at the clinic: health.referral
ALLOW system retention.sweep on nothing in particular: contact, cpr, health.course, access-history
ALLOW system notification.send on nothing in particular: contact, booking
DENY handler case.view on Ana’s case without consent: health.course
DENY machine case.view on Ana’s case without consent: health.referral, health.course
DENY insurer’s administrator rights-request.view on Ana’s case without consent: cpr
DENY insurer’s administrator rights-request.view on Ana’s case without consent: health.course
DENY patient appointment.view on Ana’s case at the clinic: cpr
DENY secretary clinic-appointment.view on Ana’s case at the clinic: cpr
DENY secretary clinic-case.view on Ana’s case at the clinic: consent-history
DENY clinic’s administrator opening-hours.change on something of the clinic’s: contact
DENY operator’s administrator parked-job.list on nothing in particular: contact
DENY operator’s administrator operator.overview on nothing in particular: health.referral
DENY operator’s administrator oversight.view on nothing in particular: booking
DENY nobody home.view on nothing in particular: contact
DENY nobody log-in.staff on nothing in particular: health.referral
DENY system notification.send on nothing in particular: cpr
DENY handler case.view on Ana’s case without consent: made-up
`

describe('which data may be touched with it', () => {
  for (const line of dataAllowed.split('\n').filter((text) => text !== '')) {
    test(`${line} (R1.4)`, () => {
      const [, word, who, action, what, data] = /^(\w+) (.+) (\S+\.\S+|log-out) on (.+): (.+)$/.exec(line) ?? []
      const asked = (data ?? '').split(', ') as PersonalData[]
      const ask = (touches: readonly PersonalData[]) =>
        gate.decide(action as ActionName, actors[who as Who], objects[what as What], touches)
      assert.equal(ask([]).kind, 'allowed', 'nothing but the data is in the way')
      const decision = ask(asked)
      if (word === 'ALLOW') assert.deepEqual(decision.kind === 'allowed' && decision.permit.data, asked)
      else assert.equal(decision.kind === 'refused' && decision.why.kind, 'fields')
    })
  }

  test('DENY names what is lacking, by the nearest of the activities that grant it', () => {
    assert.deepEqual(gate.decide('case.view', actors.handler, anasCase, ['cpr', 'health.course', 'cookie-choices']), {
      kind: 'refused',
      action: 'case.view',
      why: { kind: 'fields', lacking: ['health.course', 'cookie-choices'] },
    })
  })

  test('two activities do not add up: one of them must declare all that is touched', () => {
    const withoutReferrals = referralPolicy.activities.filter(({ id }) => id !== 'referral.referral')
    const activities = withoutReferrals.flatMap((one) =>
      one.id === 'referral.case'
        ? [
            { ...one, id: 'names', data: ['contact'] as const },
            { ...one, id: 'numbers', data: ['cpr', 'booking'] as const },
          ]
        : [one],
    )
    const split = openGate({ ...referralPolicy, activities })
    const decide = (...touches: readonly PersonalData[]) => split.decide('case.view', actors.handler, anasCase, touches)
    const numbers = decide('cpr')
    assert.equal(numbers.kind === 'allowed' && numbers.permit.activity, 'numbers')
    const both = decide('contact', 'cpr')
    assert.deepEqual(both.kind === 'refused' && both.why, { kind: 'fields', lacking: ['cpr'] })
  })

  test('a case that is stored only stays refused, whatever is asked for', () => {
    const restricted = { ...anasCase, consentLive: true, restricted: true }
    const decision = gate.decide('time.search', actors.patient, restricted, ['booking'])
    assert.deepEqual(decision.kind === 'refused' && decision.why, { kind: 'restricted' })
  })
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { actors, allTriples, anasCase, at, id, objects, type What, type Who } from '#tests/cast/gate-cast.ts'
import type { Facts } from './facts.ts'
import { openGate } from './gate.ts'
import { type ActionName, actionNames } from './vocabulary.ts'
import { whoMay } from './who-may.ts'

const gate = openGate(referralPolicy)
const decide = (action: ActionName, who: Who, what: What) => gate.decide(action, actors[who], objects[what], []).kind

const readersOfNotes = ['patient', 'clinic:practitioner', 'clinic:secretary', 'clinic:administrator', 'system']

describe('what nobody should have to look up', () => {
  const onCases = actionNames.filter((name) =>
    /^(case|my-case|clinic-case|clinic-appointment|clinic-time|appointment|hold|time|course|session-request|import)\./.test(
      name,
    ),
  )
  const operators = ['operator’s administrator', 'operator’s support', 'data protection officer'] as const

  test('DENY every action on cases, times and appointments to everybody at the operator', () => {
    assert.ok(onCases.length > 30)
    const allowed = allTriples(onCases).filter(({ action, who, what }) => decide(action, who, what) === 'allowed')
    const byOperator = allowed.filter(({ who }) => (operators as readonly string[]).includes(who))
    assert.deepEqual(byOperator, [])
    assert.ok(
      onCases.every((action) => whoMay(referralPolicy, action).every(({ who }) => !who.startsWith('operator:'))),
    )
  })

  test('DENY case.view to another insurer’s case handler', () => {
    const decision = gate.decide('case.view', actors['another insurer’s handler'], anasCase, [])
    assert.deepEqual(decision, {
      kind: 'refused',
      action: 'case.view',
      why: { kind: 'condition', unmet: ['own-organisation'] },
    })
  })

  test('DENY the clinic a case once its consent is withdrawn', () => {
    const withdrawn: Facts = { ...anasCase, consentLive: false, disclosedTo: [] }
    assert.equal(gate.decide('clinic-case.view', actors.secretary, withdrawn, []).kind, 'refused')
  })

  test('DENY the insurer the clinic’s notes', () => {
    assert.deepEqual(
      whoMay(referralPolicy, 'course.note').map(({ who }) => who),
      ['clinic:practitioner', 'clinic:secretary'],
    )
  })

  test('DENY every use of a restricted case but reading, correcting and the way out (T5.4)', () => {
    const restricted: Facts = { ...anasCase, consentLive: true, disclosedTo: [id('Bakken')], restricted: true }
    const possible = onCases.filter((action) =>
      Object.values(actors).some((actor) => gate.decide(action, actor, restricted, []).kind === 'allowed'),
    )
    assert.deepEqual(possible.toSorted(), [
      'appointment.cancel',
      'appointment.view',
      'case.view',
      'case.withdraw-consent',
      'hold.view',
      'my-case.known-by',
      'my-case.view',
      'my-case.withdraw-consent',
      'session-request.view',
    ])
  })

  test('DENY whoever’s own account is restricted everything but their own data, their requests and the way in and out (T5.4)', () => {
    const resting: Facts = { ...anasCase, userId: id('administrator of Nordlys'), byLink: true, resting: true }
    const possible = actionNames.filter(
      (action) => gate.decide(action, actors['insurer’s administrator'], resting, []).kind === 'allowed',
    )
    assert.deepEqual(possible.toSorted(), [
      'account.change',
      'account.view',
      'enquirer.ask-link',
      'enquirer.view',
      'home.view',
      'language.choose',
      'log-in.staff',
      'log-in.view',
      'log-out',
      'own-data.correct',
      'own-data.request',
      'own-data.view',
      'own-request.view',
      'password.reset',
      'privacy.view',
      'terms.accept',
    ])
  })

  test('DENY a colleague any change of a restricted account but ending it (T5.4)', () => {
    const restricted: Facts = { organisationId: id('Bakken'), userId: id('practitioner of Bakken'), restricted: true }
    const decided = (action: ActionName) => gate.decide(action, actors['clinic’s administrator'], restricted, []).kind
    assert.deepEqual(
      ['user.view', 'user.remove', 'user.change-roles'].map((one) => decided(one as ActionName)),
      ['allowed', 'allowed', 'refused'],
    )
  })

  test('a restriction does not stop what a named law demands, and an authority is told by nobody else (T8.1, T5.4)', () => {
    const restricted: Facts = { ...anasCase, restricted: true }
    const may = (who: Who) => gate.decide('authority-disclosure.create', actors[who], restricted, []).kind === 'allowed'
    assert.deepEqual((Object.keys(actors) as Who[]).filter(may), ['insurer’s administrator'])
  })

  test('a condition on what is not known is not met', () => {
    assert.equal(gate.decide('my-case.view', actors.patient, {}, []).kind, 'refused')
    assert.equal(gate.decide('account.view', actors.handler, {}, []).kind, 'refused')
  })

  test('an action that no activity grants is refused to everybody', () => {
    const empty = openGate({ ...referralPolicy, activities: [] })
    const decision = empty.decide('home.view', actors.nobody, {}, [])
    assert.deepEqual(decision, { kind: 'refused', action: 'home.view', why: { kind: 'not-granted' } })
  })

  test('who could read the clinic’s notes has an answer: the clinic, the patient, and the system that erases them', () => {
    const able = actionNames.flatMap((action) => whoMay(referralPolicy, action, ['health.course']))
    const reading = onCases.flatMap((action) => whoMay(referralPolicy, action, ['health.course']))
    assert.deepEqual(
      [...new Set(reading.map(({ who }) => who))].filter((who) => !readersOfNotes.includes(who)),
      [],
    )
    assert.ok(able.every(({ who }) => who !== 'insurer:case-handler' && who !== 'insurer:api'))
  })

  test('who can see Ana’s case has an answer with conditions and activities', () => {
    const houses = (who: string) => [
      { who, when: ['own-organisation'], activity: 'referral.case' },
      { who, when: ['own-organisation', 'consent-not-withdrawn'], activity: 'referral.referral' },
    ]
    assert.deepEqual(whoMay(referralPolicy, 'case.view'), [
      ...houses('insurer:administrator'),
      ...houses('insurer:api'),
      ...houses('insurer:case-handler'),
    ])
  })

  test('a permit says for which activity and purpose it is, and about whom', () => {
    const decision = gate.decide('my-case.view', actors.patient, anasCase, ['booking'])
    assert.ok(decision.kind === 'allowed')
    const { activity, purpose, facts, policyVersion } = decision.permit
    assert.deepEqual(
      { activity, purpose, facts, policyVersion },
      {
        activity: 'referral.transparency',
        purpose: 'transparency',
        facts: anasCase,
        policyVersion: referralPolicy.version,
      },
    )
    assert.ok(Object.isFrozen(decision.permit))
  })

  test('a permit, and so the trail, names the data that were asked for and no others', () => {
    const decision = gate.decide('my-case.view', actors.patient, anasCase, ['booking', 'health.referral'])
    assert.ok(decision.kind === 'allowed')
    assert.deepEqual(decision.permit.data, ['booking', 'health.referral'])
    const nothing = gate.decide('my-case.view', actors.patient, anasCase, [])
    assert.deepEqual(nothing.kind === 'allowed' && nothing.permit.data, [])
  })

  test('a role at one kind of organisation is no role at another', () => {
    assert.equal(gate.decide('case.list', at('Bakken', 'clinic', 'case-handler'), {}, []).kind, 'refused')
    assert.equal(gate.decide('operator.overview', at('Nordlys', 'insurer', 'administrator'), {}, []).kind, 'refused')
  })
})

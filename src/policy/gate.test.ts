import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { actors, anasCase, at, id, objects, type What, type Who } from '#tests/cast/gate-cast.ts'
import type { Facts } from './facts.ts'
import { openGate } from './gate.ts'
import { type ActionName, actionNames } from './vocabulary.ts'
import { whoMay } from './who-may.ts'

const gate = openGate(referralPolicy)
const anyCase: readonly What[] = ['Ana’s case without consent', 'Ana’s case with consent', 'Ana’s case at the clinic']
const consented: readonly What[] = ['Ana’s case with consent', 'Ana’s case at the clinic']
const clinics: readonly What[] = ['something of the clinic’s', 'the practitioner’s account']
const everything = Object.keys(objects) as What[]

/** What each scope means for whom. Who is not named has nothing in it. */
const scopes: Record<string, Partial<Record<Who, readonly What[]>>> = {
  anything: Object.fromEntries(Object.keys(actors).map((who) => [who, everything])),
  'what the link leads to': Object.fromEntries(
    Object.keys(actors).map((who) => [who, ['an enquiry behind its link' as const]]),
  ),
  'their own': { patient: anyCase, practitioner: ['the practitioner’s account'] },
  'their own, consented': { patient: consented },
  'their house’s': {
    handler: anyCase,
    'insurer’s administrator': anyCase,
    machine: anyCase,
    secretary: clinics,
    practitioner: clinics,
    'clinic’s administrator': clinics,
    'administrator of an insurer that left': anyCase,
    'administrator of a clinic that left': clinics,
  },
  'their house’s, consented': { handler: consented, machine: consented },
  'handed over to them': {
    secretary: ['Ana’s case at the clinic'],
    practitioner: ['Ana’s case at the clinic'],
    'clinic’s administrator': ['Ana’s case at the clinic'],
  },
}

const groups: Record<string, readonly Who[]> = {
  anyone: (Object.keys(actors) as Who[]).filter((who) => who !== 'system' && who !== 'machine'),
  staff: (Object.keys(actors) as Who[]).filter((who) => actors[who].kind === 'staff'),
  patients: ['patient', 'another patient'],
  handlers: ['handler', 'another insurer’s handler'],
  secretaries: ['secretary', 'another clinic’s secretary'],
  answerers: [
    'handler',
    'another insurer’s handler',
    'insurer’s administrator',
    'clinic’s administrator',
    'administrator of an insurer that left',
    'administrator of a clinic that left',
  ],
  administrators: ['insurer’s administrator', 'clinic’s administrator', 'operator’s administrator'],
}

/** Everything that is allowed, in words. What does not stand here is refused, and the tests below try all of it. */
const allow = `
home.view, privacy.view, language.choose, log-in.view, api.describe: anyone | anything
log-in.eid, log-in.staff, log-out, password.reset, invitation.accept: anyone | anything
api.token: nobody | anything
account.view, account.change: staff | their own
terms.accept: staff | their own
terms.accept: patients | their own
article-30.view: staff | anything

user.list, user.invite: administrators | anything
user.view, user.change-roles, user.remove: administrators | their house’s
api-client.list, api-client.issue: insurer’s administrator | anything
api-client.revoke: insurer’s administrator | their house’s
opening-hours.view: secretaries, practitioner, clinic’s administrator | anything
opening-hours.change: secretaries, clinic’s administrator | their house’s
retention.view, retention.instruct: insurer’s administrator, clinic’s administrator | anything
legal-hold.list, erasure-order.list: insurer’s administrator | anything
legal-hold.view, legal-hold.place, legal-hold.review, legal-hold.lift: insurer’s administrator | their house’s
erasure-order.view, erasure-order.give, erasure-order.withdraw: insurer’s administrator | their house’s

case.list: handlers, insurer’s administrator, machine | anything
case.view: handlers, insurer’s administrator, machine | their house’s
case.create: handlers, machine | anything
case.attach, case.attachment.view: handlers | their house’s
case.mark-consent, case.withdraw-consent: handlers, machine | their house’s
case.disclose: handlers, machine | their house’s, consented
case.disclose: patients | their own, consented
authority-disclosure.view, authority-disclosure.create: insurer’s administrator, clinic’s administrator | their house’s
import.list, import.create, session-request.list: handlers | anything
import.view, import.confirm, session-request.view, session-request.answer: handlers | their house’s

my-case.list: patients | anything
my-case.view, my-case.known-by, my-case.withdraw-consent: patients | their own
hold.view, hold.change, appointment.view, appointment.cancel: patients | their own
time.search, time.hold, appointment.book, appointment.move: patients | their own, consented

clinic-case.list, clinic-appointment.list: secretaries, practitioner, clinic’s administrator | anything
clinic-case.view, clinic-appointment.view: secretaries, practitioner, clinic’s administrator | handed over to them
clinic-case.attachment.view, clinic-time.search: secretaries, practitioner | handed over to them
clinic-appointment.book, clinic-appointment.move: secretaries, practitioner | handed over to them
clinic-appointment.cancel, clinic-appointment.note-attendance: secretaries, practitioner | handed over to them
course.note, course.close, session-request.create: secretaries, practitioner | handed over to them
handover.list: practitioner, clinic’s administrator, administrator of a clinic that left | anything
handover.take, handover.confirm: practitioner, clinic’s administrator, administrator of a clinic that left | their house’s

organisation.list, parked-job.list, parked-job.change, maintenance.view, maintenance.announce, maintenance.end: operator’s administrator, operator’s support | anything
lead.list, lead.view, lead.answer: operator’s administrator, operator’s support | anything
organisation.view: operator’s administrator, operator’s support | anything
organisation.register, agreement.end: operator’s administrator | anything
operator.overview: operator’s administrator, operator’s support, data protection officer | anything
retention-run.list, oversight.view: operator’s administrator, data protection officer | anything

my-rights.view, my-rights.request, my-request.view, my-copy.download: patients | their own
rights-request.list: answerers | anything
rights-request.register: handlers, insurer’s administrator, clinic’s administrator | anything
rights-request.view, rights-request.answer: answerers | their house’s
rights-overview.list: operator’s administrator, data protection officer | anything

own-data.view, own-data.correct, own-data.request, own-request.view: staff | their own
direct-request.list: administrators, operator’s support | anything
direct-request.view, direct-request.answer: administrators, operator’s support | their house’s
enquirer.ask-link: anyone | anything
enquirer.view, enquirer.correct, enquirer.erase, enquirer.request: anyone | what the link leads to

notification.send, hold.expire, retention.sweep, referral.erase, terms.tell-change, rights-request.carry-out: system | anything
password.send-reset, session.sweep, invitation.send, lead.send-answer, lead.erase, api.sweep, day.lay-out: system | anything
agreement.carry-out, import.check, import.carry-out, import.sweep, oversight.count, erasure.note: system | anything
access-log.erase, audit.publish-heads, audit.check, audit.forget: system | anything
legal-hold.remind, erasure-order.carry-out: system | anything
direct-request.tell, enquirer.send-link, enquirer.sweep-links: system | anything
maintenance.tell, maintenance.forget: system | anything
`

type Row = {
  readonly actions: readonly ActionName[]
  readonly who: readonly Who[]
  readonly scope: string
  readonly text: string
}

const rows: readonly Row[] = allow
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [actions = '', rest = ''] = line.split(': ')
    const [who = '', scope = ''] = rest.split(' | ')
    const text = `ALLOW ${actions} to ${who} on ${scope}`
    const named = who.split(', ').flatMap((name) => groups[name] ?? [name as Who])
    return { actions: actions.split(', ') as ActionName[], who: named, scope, text }
  })

const shouldAllow = (action: ActionName, who: Who, what: What) =>
  rows.some((row) => row.actions.includes(action) && row.who.includes(who) && scopes[row.scope]?.[who]?.includes(what))

const decide = (action: ActionName, who: Who, what: What) => gate.decide(action, actors[who], objects[what], []).kind

const allTriples = (actions: readonly ActionName[]) =>
  actions.flatMap((action) =>
    (Object.keys(actors) as Who[]).flatMap((who) => everything.map((what) => ({ action, who, what }))),
  )

describe('who may do what on the booking site', () => {
  for (const row of rows) {
    test(`${row.text}; DENY everybody else and everything else`, () => {
      assert.ok(scopes[row.scope], row.scope)
      for (const { action, who, what } of allTriples(row.actions)) {
        const expected = shouldAllow(action, who, what) ? 'allowed' : 'refused'
        assert.equal(decide(action, who, what), expected, `${action} to ${who} on ${what}`)
      }
    })
  }

  test('every action that the model grants stands in the table above', () => {
    const listed = new Set(rows.flatMap(({ actions }) => actions))
    const granted = actionNames.filter((action) => whoMay(referralPolicy, action).length > 0)
    assert.deepEqual([...listed].sort(), granted.toSorted())
  })
})

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

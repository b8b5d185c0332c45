import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { actors, allTriples, everything, objects, type What, type Who } from '#tests/cast/gate-cast.ts'
import { openGate } from './gate.ts'
import { type ActionName, actionNames } from './vocabulary.ts'
import { whoMay } from './who-may.ts'

const gate = openGate(referralPolicy)
const anyCase: readonly What[] = ['Ana’s case without consent', 'Ana’s case with consent', 'Ana’s case at the clinic']
const consented: readonly What[] = ['Ana’s case with consent', 'Ana’s case at the clinic']
const clinics: readonly What[] = ['something of the clinic’s', 'the practitioner’s account']

/** What each scope means for whom. Who is not named has nothing in it. */
const scopes: Record<string, Partial<Record<Who, readonly What[]>>> = {
  anything: Object.fromEntries(Object.keys(actors).map((who) => [who, everything])),
  'what the link leads to': Object.fromEntries(
    Object.keys(actors).map((who) => [who, ['an enquiry behind its link' as const]]),
  ),
  'what an insurer left behind': {
    'operator’s administrator': ['a case of an insurer that left'],
    'data protection officer': ['a case of an insurer that left'],
  },
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
legal-hold.view, legal-hold.review, legal-hold.lift: operator’s administrator, data protection officer | what an insurer left behind
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
direct-request.register: administrators | anything
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

import { texts } from '#kernel/language.ts'
import type { DisclosureLaw } from '#policy/disclosure-laws.ts'
import { type Activity, type PolicyModel, policy } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import type { Retention } from '#policy/retention.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

const laboratory: Processor = {
  id: 'laboratory',
  name: 'Prøve Laboratorium AB',
  does: texts('Undersøger blodprøver', 'Examines blood samples'),
  country: 'SE',
  agreedOn: '2026-09-15',
  transferBasis: null,
  measures: texts('Prøverne er mærket med numre', 'The samples are marked with numbers'),
  hosts: [],
}

const inspection: DisclosureLaw = {
  id: 'inspection',
  law: texts('prøveloven § 7', 'Example Act, section 7'),
  authority: texts('Prøvetilsynet', 'Example Inspectorate'),
  when: texts('Tilsynet prøver noget', 'The inspectorate examines something'),
  binds: ['insurer'],
  data: ['contact'],
}

/** The activities with one of them changed. Fails when there is none, so that a test that changes nothing is found out. */
function changing(model: PolicyModel, id: string, change: (activity: Activity) => Activity): PolicyModel {
  if (!model.activities.some((activity) => activity.id === id)) throw new Error(`${model.site} has no ${id}`)
  return { ...model, activities: model.activities.map((one) => (one.id === id ? change(one) : one)) }
}

const longest =
  (period: string) =>
  (activity: Activity): Activity => ({ ...activity, retention: withLongest(activity.retention, period) })

const withLongest = (retention: Retention, period: string): Retention => ({
  ...retention,
  maximum: { ...retention.maximum, period },
})

const part =
  (id: string, period: string) =>
  (activity: Activity): Activity => ({
    ...activity,
    retention: {
      ...activity.retention,
      parts: (activity.retention.parts ?? []).map((one) => (one.id === id ? { ...one, period } : one)),
    },
  })

const changes: readonly (readonly [id: string, change: (activity: Activity) => Activity])[] = [
  ['referral.case', longest('P1M')],
  ['referral.case', part('import-file', 'P55D')],
  ['referral.case', part('import-account', 'P20D')],
  ['referral.case', part('repeat-key', 'P50D')],
  ['referral.authority', (activity) => ({ ...activity, laws: [...(activity.laws ?? []), inspection] })],
  ['referral.case', (activity) => ({ ...activity, purpose: 'treatment-time' })],
  ['referral.referral', (activity) => ({ ...activity, purpose: 'treatment-time' })],
  ['referral.transfer', (activity) => ({ ...activity, purpose: 'treatment-time' })],
  ['referral.transparency', part('doings-outside-cases', 'P1M')],
  ['referral.appointment', (activity) => ({ ...activity, processors: [...activity.processors, laboratory.id] })],
  ['rights.requests', longest('P1M')],
  ['customers.leads', longest('P1M')],
  [
    'operation.retention',
    (activity) => ({ ...activity, grants: activity.grants.filter(({ action }) => action !== 'retention.view') }),
  ],
]

const referral = changes.reduce<PolicyModel>((model, [id, change]) => changing(model, id, change), {
  ...referralPolicy,
  processors: [...referralPolicy.processors, laboratory],
  cookies: [
    ...referralPolicy.cookies.map((cookie) =>
      cookie.name === 'language' ? { ...cookie, lifetime: { days: 30 } } : cookie,
    ),
    {
      name: 'text-size',
      kind: 'necessary',
      purpose: texts('Husker, hvor stor skriften er', 'Remembers how large the letters are'),
      lifetime: { days: 3 },
      setBy: 'us',
    } as const,
  ],
})

const marketing = [
  ['marketing.contact', longest('P1M')],
  ['marketing.contact', part('answered-enquiry', 'P12D')],
  ['marketing.cookie-choices', longest('P1M')],
] as const

/** Both policies with a period, a recipient, a purpose, a processor, a cookie and a grant of each kind changed. They still hold. */
export const changedPolicies = {
  referral: policy(referral),
  marketing: policy(
    marketing.reduce<PolicyModel>((model, [id, change]) => changing(model, id, change), marketingPolicy),
  ),
}

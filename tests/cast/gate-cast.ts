import type { Id } from '#kernel/ids.ts'
import type { Actor, OrganisationKind, Role } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { ActionName } from '#policy/vocabulary.ts'

/** People and things that the gate is asked about, by the names that its tests read aloud. */
export const id = <Of extends string>(name: string) => name as Id<Of>

export const at = (organisation: string, organisationKind: OrganisationKind, role: Role): Actor => ({
  kind: 'staff',
  userId: id(`${role} of ${organisation}`),
  organisationId: id(organisation),
  organisationKind,
  roles: [role],
})

export const actors = {
  nobody: { kind: 'anonymous' },
  patient: { kind: 'patient', personId: id('Ana') },
  'another patient': { kind: 'patient', personId: id('Bo') },
  handler: at('Nordlys', 'insurer', 'case-handler'),
  'insurer’s administrator': at('Nordlys', 'insurer', 'administrator'),
  machine: { kind: 'api', clientId: id('c'), organisationId: id('Nordlys'), organisationKind: 'insurer' },
  'another insurer’s handler': at('Havblik', 'insurer', 'case-handler'),
  secretary: at('Bakken', 'clinic', 'secretary'),
  practitioner: at('Bakken', 'clinic', 'practitioner'),
  'clinic’s administrator': at('Bakken', 'clinic', 'administrator'),
  'administrator of an insurer that left': at('Nordlys', 'insurer', 'former-administrator'),
  'administrator of a clinic that left': at('Bakken', 'clinic', 'former-administrator'),
  'another clinic’s secretary': at('Fjorden', 'hospital', 'secretary'),
  'operator’s administrator': at('Drift', 'operator', 'administrator'),
  'operator’s support': at('Drift', 'operator', 'support'),
  'data protection officer': at('Drift', 'operator', 'data-protection-officer'),
  system: { kind: 'system', task: 'send-notification' },
} as const satisfies Record<string, Actor>
export type Who = keyof typeof actors

export const anasCase: Facts = {
  personId: id('Ana'),
  caseId: id('K1'),
  organisationId: id('Nordlys'),
  consentWithdrawn: false,
}
export const objects = {
  'nothing in particular': {},
  'Ana’s case without consent': anasCase,
  'Ana’s case with consent': { ...anasCase, consentLive: true },
  'Ana’s case at the clinic': { ...anasCase, consentLive: true, disclosedTo: [id('Bakken')] },
  'something of the clinic’s': { organisationId: id('Bakken') },
  'the practitioner’s account': { organisationId: id('Bakken'), userId: id('practitioner of Bakken') },
  'an enquiry behind its link': { byLink: true },
  'a case of an insurer that left': {
    ...anasCase,
    organisationId: id('Gone'),
    personId: id('Gro'),
    controllerLeft: true,
  },
} satisfies Record<string, Facts>
export type What = keyof typeof objects
export const everything = Object.keys(objects) as What[]

/** Each of these actions, by everybody, on everything. */
export const allTriples = (actions: readonly ActionName[]) =>
  actions.flatMap((action) =>
    (Object.keys(actors) as Who[]).flatMap((who) => everything.map((what) => ({ action, who, what }))),
  )

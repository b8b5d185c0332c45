import type { Id } from '#kernel/ids.ts'
import type { Role, StaffActor } from '#policy/actor.ts'
import { firstNames, mailName, surnames } from './names.ts'
import { clinics, type DemoOrganisation, insurers, operator, type Profession } from './organisations.ts'
import { idFor, randomFrom } from './random.ts'

export type Member = {
  readonly id: Id<'user'>
  readonly organisation: DemoOrganisation
  readonly organisationId: Id<'organisation'>
  readonly name: string
  readonly email: string
  readonly role: Role
}

export type Practitioner = {
  readonly id: Id<'practitioner'>
  readonly clinic: DemoOrganisation
  readonly member: Member
  readonly profession: Profession
}

export type Room = { readonly id: Id<'room'>; readonly clinic: DemoOrganisation; name: string; kind: RoomKind }
type RoomKind = 'treatment' | 'consultation' | 'mr'

export const roomKindOf: Readonly<Record<Profession, RoomKind>> = {
  physiotherapist: 'treatment',
  chiropractor: 'treatment',
  podiatrist: 'treatment',
  psychologist: 'consultation',
  doctor: 'consultation',
  dietitian: 'consultation',
  radiographer: 'mr',
}

const roomNames: Readonly<Record<RoomKind, string>> = {
  treatment: 'Behandlingsrum',
  consultation: 'Samtalerum',
  mr: 'MR-rum',
}

export const organisationIdOf = ({ key }: DemoOrganisation) => idFor<'organisation'>(`organisation ${key}`)

const officeRoles = {
  insurer: ['case-handler', 'case-handler', 'case-handler', 'case-handler', 'administrator'],
  operator: ['administrator', 'support', 'data-protection-officer'],
  clinic: ['secretary', 'secretary', 'administrator'],
  hospital: ['secretary', 'secretary', 'administrator'],
} as const satisfies Record<DemoOrganisation['kind'], readonly Role[]>

/** Everybody who works in the demo, the same people every time. */
export const members: readonly Member[] = [operator, ...insurers, ...clinics].flatMap((organisation, at) => {
  const random = randomFrom(1_000 + at)
  const first = random.shuffled(firstNames)
  const last = random.shuffled(surnames)
  const roles: readonly Role[] = [
    ...officeRoles[organisation.kind],
    ...organisation.professions.map(() => 'practitioner' as const),
  ]
  return roles.map((role, place) => {
    const name = `${first[place]} ${last[place]}`
    const email = `${mailName(name)}@${organisation.key}.example`
    return { id: idFor(email), organisation, organisationId: organisationIdOf(organisation), name, email, role }
  })
})

export const membersOf = (organisation: DemoOrganisation, role: Role): readonly Member[] =>
  members.filter((member) => member.organisation === organisation && member.role === role)

/** Throws when the demo has nobody in that role. */
export function memberOf(organisation: DemoOrganisation, role: Role): Member {
  const [first] = membersOf(organisation, role)
  if (!first) throw new Error(`Nobody at ${organisation.name} is ${role}`)
  return first
}

export const practitioners: readonly Practitioner[] = clinics.flatMap((clinic) =>
  membersOf(clinic, 'practitioner').map((member, at) => ({
    id: idFor(`practitioner ${member.email}`),
    clinic,
    member,
    profession: clinic.professions[at]!,
  })),
)

/** One room for each practitioner of a kind, less one where three or more can share. */
export const rooms: readonly Room[] = clinics.flatMap((clinic) =>
  (['treatment', 'consultation', 'mr'] as const).flatMap((kind) => {
    const users = clinic.professions.filter((profession) => roomKindOf[profession] === kind).length
    return Array.from({ length: users >= 3 ? users - 1 : users }, (_, at) => ({
      id: idFor<'room'>(`room ${clinic.key} ${kind} ${at}`),
      clinic,
      name: `${roomNames[kind]} ${at + 1}`,
      kind,
    }))
  }),
)

export const actorOf = ({ id, organisationId, organisation, role }: Member): StaffActor => ({
  kind: 'staff',
  userId: id,
  organisationId,
  organisationKind: organisation.kind,
  roles: [role],
})

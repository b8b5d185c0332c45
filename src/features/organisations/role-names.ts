import { texts } from '#kernel/language.ts'
import type { OrganisationKind, Role } from '#policy/actor.ts'
import type { Permit } from '#policy/permit.ts'

/** The roles that an organisation can give. The database holds the same list in `roles_of_kind`. */
const rolesOffered: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  insurer: ['administrator', 'case-handler'],
  clinic: ['administrator', 'secretary', 'practitioner'],
  hospital: ['administrator', 'secretary', 'practitioner'],
  operator: ['administrator', 'support', 'data-protection-officer'],
}

/** The roles that the permit's actor can give to colleagues. */
export function rolesFor({ actor }: Pick<Permit, 'actor'>): readonly Role[] {
  if (actor.kind !== 'staff') throw new Error('Only staff give roles')
  return rolesOffered[actor.organisationKind]
}

type RoleWords = Readonly<Record<Role, { readonly name: string; readonly may: string }>>

/** What each role is called, and what it lets somebody do. */
export const roleTexts = texts<RoleWords>(
  {
    administrator: { name: 'Administrator', may: 'Inviterer kolleger, giver roller og fjerner adgang' },
    'case-handler': { name: 'Sagsbehandler', may: 'Opretter og følger sager' },
    secretary: { name: 'Sekretær', may: 'Passer kalenderen og patienternes tider' },
    practitioner: { name: 'Behandler', may: 'Ser sine patienter og skriver notater' },
    support: { name: 'Support', may: 'Svarer på henvendelser og ser til job, der gik galt. Ser ingen sager' },
    'data-protection-officer': {
      name: 'Databeskyttelsesrådgiver',
      may: 'Ser til, at reglerne holdes. Ser ingen sager',
    },
    'former-administrator': { name: 'Tidligere administrator', may: 'Henter journaler, efter at aftalen er slut' },
  },
  {
    administrator: { name: 'Administrator', may: 'Invites colleagues, gives roles and removes access' },
    'case-handler': { name: 'Case handler', may: 'Enters and follows cases' },
    secretary: { name: 'Secretary', may: 'Looks after the calendar and the patients’ appointments' },
    practitioner: { name: 'Practitioner', may: 'Sees their patients and writes notes' },
    support: { name: 'Support', may: 'Answers enquiries and looks after jobs that failed. Sees no cases' },
    'data-protection-officer': {
      name: 'Data protection officer',
      may: 'Sees to it that the rules are kept. Sees no cases',
    },
    'former-administrator': { name: 'Former administrator', may: 'Fetches journals after the agreement is over' },
  },
)

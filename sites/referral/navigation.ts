import { type Language, texts } from '#kernel/language.ts'
import type { Actor } from '#policy/actor.ts'
import type { Gate } from '#policy/gate.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import { routes } from '#src/routes.ts'

const words = texts(
  {
    myCases: 'Mine sager',
    myRights: 'Mine rettigheder',
    rights: 'Anmodninger',
    deadlines: 'Anmodninger',
    cases: 'Sager',
    newCase: 'Ny sag',
    imports: 'Indlæs fil',
    requests: 'Flere behandlinger',
    day: 'Dagen',
    calendar: 'Kalender',
    clinicCases: 'Patienter',
    practitioners: 'Åbningstider',
    users: 'Brugere',
    apiClients: 'API-adgang',
    overview: 'Overblik',
    privacy: 'Privatliv',
    organisations: 'Organisationer',
    parkedJobs: 'Job',
    maintenance: 'Vedligehold',
    leads: 'Henvendelser',
    retention: 'Opbevaring',
    holds: 'Slettestop',
    orders: 'Sletteordrer',
    handovers: 'Journaler',
    runs: 'Sletning',
    directRequests: 'Medarbejdere og andre',
    ownData: 'Mine oplysninger',
    account: 'Min konto',
  },
  {
    myCases: 'My cases',
    myRights: 'My rights',
    rights: 'Requests',
    deadlines: 'Requests',
    cases: 'Cases',
    newCase: 'New case',
    imports: 'Import file',
    requests: 'More sessions',
    day: 'Today',
    calendar: 'Calendar',
    clinicCases: 'Patients',
    practitioners: 'Opening hours',
    users: 'Users',
    apiClients: 'API access',
    overview: 'Overview',
    privacy: 'Privacy',
    organisations: 'Organisations',
    parkedJobs: 'Jobs',
    maintenance: 'Maintenance',
    leads: 'Enquiries',
    retention: 'Retention',
    holds: 'Holds',
    orders: 'Erasure orders',
    handovers: 'Journals',
    runs: 'Erasure',
    directRequests: 'Staff and others',
    ownData: 'My data',
    account: 'My account',
  },
)

type Entry = readonly [ActionName, keyof typeof words.da, { href(params: Record<never, string>): string }]

const entries: readonly Entry[] = [
  ['my-case.list', 'myCases', routes.my.cases],
  ['my-rights.view', 'myRights', routes.my.rights.overview],
  ['case.list', 'cases', routes.case.list],
  ['case.create', 'newCase', routes.case.form],
  ['import.list', 'imports', routes.import.list],
  ['session-request.list', 'requests', routes.sessionRequest.list],
  ['clinic-appointment.list', 'day', routes.clinic.day],
  ['clinic-appointment.list', 'calendar', routes.clinic.calendar],
  ['clinic-case.list', 'clinicCases', routes.clinic.cases],
  ['opening-hours.view', 'practitioners', routes.clinic.practitioners],
  ['operator.overview', 'overview', routes.operator.overview],
  ['oversight.view', 'privacy', routes.operator.privacy],
  ['organisation.list', 'organisations', routes.operator.organisations],
  ['parked-job.list', 'parkedJobs', routes.operator.parkedJobs],
  ['maintenance.view', 'maintenance', routes.operator.maintenance],
  ['lead.list', 'leads', routes.operator.leads],
  ['user.list', 'users', routes.organisation.users],
  ['api-client.list', 'apiClients', routes.organisation.apiClients],
  ['rights-request.list', 'rights', routes.rights.list],
  ['rights-overview.list', 'deadlines', routes.rights.overview],
  ['direct-request.list', 'directRequests', routes.directRequest.list],
  ['retention.view', 'retention', routes.retention.show],
  ['legal-hold.list', 'holds', routes.legalHold.list],
  ['erasure-order.list', 'orders', routes.erasureOrder.list],
  ['handover.list', 'handovers', routes.handover.list],
  ['retention-run.list', 'runs', routes.retention.runs],
  ['own-data.view', 'ownData', routes.account.data.show],
  ['account.view', 'account', routes.account.show],
]

/** The head's links: what the policy could allow this reader, and nothing else. */
export const navigationFor = (gate: Gate) => (actor: Actor, language: Language) =>
  actor.kind === 'anonymous'
    ? []
    : entries
        .filter(([action]) => gate.mayEver(action, actor))
        .map(([, label, route]) => ({ href: route.href({}), label: words[language][label] }))

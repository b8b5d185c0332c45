import pg from 'pg'
import { checkTrailIn } from '#features/audit/index.ts'
import { countDaysBefore } from '#features/oversight/index.ts'
import { enterPatient } from '#features/patients/index.ts'
import { copenhagen, dayOf, Temporal } from '#kernel/time.ts'
import type { Config } from '#platform/config/config.ts'
import { type Keyring, openKeyring } from '#platform/crypto/keyring.ts'
import { hashPassword } from '#platform/crypto/password-hash.ts'
import { transactionOn } from '#platform/db/database.ts'
import { types } from '#platform/db/types.ts'
import { openGate } from '#policy/gate.ts'
import { termsHashOf } from '#policy/terms.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { Book } from './book.ts'
import { arcOf, type CaseState, statesOfCases } from './case-states.ts'
import { Diary } from './diary.ts'
import { writeCookieCounts, writeHistory } from './history.ts'
import { weeksAhead, weeksBehind, writeHouses } from './houses.ts'
import { demoPassword, type Login, loginsAt } from './logins.ts'
import { writeConsentWords } from './opening.ts'
import { insurers, operator } from './organisations.ts'
import { type DemoPerson, persons } from './persons.ts'
import { type Random, randomFrom } from './random.ts'
import { writeRequests } from './requests.ts'
import { tellCase } from './story.ts'
import { actorOf, type Member, membersOf, organisationIdOf } from './team.ts'
import type { Telling } from './telling.ts'
import { type Treatment, treatments } from './treatments.ts'

type DemoConfig = Pick<Config, 'mode' | 'sites'> & { readonly secrets: Parameters<typeof openKeyring>[0] }

/**
 * Fills an empty database with a small country of insurers, clinics and patients, dated around today. Once: a database that has been filled is
 * left as it is. Everything is invented; the passwords and codes are known to all, so it is refused in production.
 */
export async function fillDemo(config: DemoConfig, ownerUrl: string): Promise<{ filled: boolean; logins: Login[] }> {
  if (config.mode === 'production') throw new Error('The demo has known passwords: never in production')
  const logins = loginsAt(config.sites.referral.url)
  const client = new pg.Client({ connectionString: ownerUrl, types })
  await client.connect()
  try {
    await client.query('begin')
    // Two processes that start at once on one database fill it once.
    await client.query(`select pg_advisory_xact_lock(hashtext('klinikbro demo'))`)
    const found = await client.query('select from organisations where id = $1', [organisationIdOf(operator)])
    const filled = found.rowCount === 0
    if (filled) await fill(client, openKeyring(config.secrets))
    await client.query('commit')
    return { filled, logins }
  } finally {
    await client.end()
  }
}

async function fill(client: pg.Client, keyring: Keyring): Promise<void> {
  const now = Temporal.Now.instant().round('minute')
  const today = dayOf(now)
  const houses = new Book()
  writeHouses(houses, { keyring, phc: await hashPassword(demoPassword), today })
  await houses.write(client)
  const book = new Book()
  writeConsentWords(book)
  const diary = new Diary(today)
  const random = randomFrom(2_026)
  const tellings: Telling[] = []
  const enter = entering(client, keyring)
  let newcomer: string | null = null
  for (const [at, state] of statesOfCases(random).entries()) {
    const { handler, person } = partiesOf(at, random)
    const entered = await enter(handler, person)
    if (person === persons[4]) newcomer = entered.personId
    const telling = { ...draft(at, { state, person, random, now }), handler, ...entered }
    tellCase(book, diary, telling)
    tellings.push(telling)
  }
  writeRequests(book, tellings)
  writeHistory(book, now)
  await book.write(client)
  await acceptTerms(client, now, newcomer)
  await countAndCheck(client, now)
  await client.query('select lay_out_days(id, $1, $2) from practitioners', [
    today.subtract({ weeks: weeksBehind }).toString(),
    today.add({ weeks: weeksAhead }).toString(),
  ])
  await client.query('analyze')
}

/** Everybody accepted the terms when they came, but for the fifth patient, who meets them at log-in. */
async function acceptTerms(client: pg.ClientBase, now: Temporal.Instant, newcomer: string | null): Promise<void> {
  await client.query(
    `insert into terms_acceptances (id, site, version, terms_hash, user_id, person_id, language, accepted_at)
     select gen_random_uuid(), 'referral', $1, $2, user_id, person_id, 'da', $3 from (
       select id as user_id, null::uuid as person_id from users
       union all select null, id from persons where id is distinct from $4) people`,
    [Number(referralPolicy.version), termsHashOf(referralPolicy), now.toString(), newcomer],
  )
}

/** What the nights would have done: counted the days that are over, and checked the trail. */
async function countAndCheck(client: pg.Client, now: Temporal.Instant): Promise<void> {
  const tx = transactionOn(client)
  await countDaysBefore(tx, dayOf(now))
  const cookies = new Book()
  writeCookieCounts(cookies, now)
  await cookies.write(client)
  await checkTrailIn(tx, now)
}

/** The first person has a case at two insurers; everybody whom the log-in broker knows has one, most have a second. */
function partiesOf(at: number, random: Random): { handler: Member; person: DemoPerson } {
  const insurer = at < 2 ? insurers[at]! : random.pick([insurers[0], insurers[0], ...insurers])
  const handler = random.pick(membersOf(insurer, 'case-handler'))
  return { handler, person: persons[at < 2 ? 0 : (at - 1) % persons.length]! }
}

type Drafting = { state: CaseState; person: DemoPerson; random: Random; now: Temporal.Instant }

function draft(at: number, { state, person, random, now }: Drafting) {
  const arc = arcOf(state, random)
  const treatment = treatmentFor(state, random)
  const clinic = person.near.find(({ professions }) => professions.includes(treatment.profession))!
  const ids = { caseId: random.id<'case'>(), approvalId: random.id<'approval'>() }
  return {
    ...ids,
    consentMarkId: random.id<'consent-mark'>(),
    caseNumber: `2026-${String(10_417 + at * 7)}`,
    treatment,
    clinic,
    state,
    arc,
    random,
    now,
    openedAt: openingTime(now, arc.openedDaysAgo, random),
    withdrawnAt: state === 'withdrawn' ? now.subtract({ hours: random.whole(20, 150) }) : null,
  } satisfies Partial<Telling>
}

/** A working hour that many days ago, or the Friday before a weekend. */
function openingTime(now: Temporal.Instant, daysAgo: number, random: Random): Temporal.Instant {
  const date = dayOf(now).subtract({ days: daysAgo })
  const working = date.subtract({ days: Math.max(0, date.dayOfWeek - 5) })
  const plainTime = new Temporal.PlainTime(random.whole(8, 15), random.whole(0, 59))
  const at = working.toZonedDateTime({ timeZone: copenhagen, plainTime }).toInstant()
  return at.epochMilliseconds < now.epochMilliseconds ? at : now.subtract({ minutes: random.whole(5, 90) })
}

const long: readonly CaseState[] = [
  'in-course',
  'request-open',
  'request-granted',
  'request-refused',
  'used-up',
  'closed',
]

function treatmentFor(state: CaseState, random: Random): Treatment {
  const fitting = treatments.filter(({ sessions }) => !long.includes(state) || sessions[1] > 3)
  return random.pick(fitting.flatMap((treatment) => Array<Treatment>(treatment.share).fill(treatment)))
}

type Patient = Pick<Telling, 'personId' | 'patientId' | 'key'>

/** Enters people as the insurer's case handler would, each once. */
function entering(client: pg.Client, keyring: Keyring) {
  const gate = openGate(referralPolicy)
  const known = new Map<string, Patient>()
  return async (handler: Member, person: DemoPerson): Promise<Patient> => {
    const name = `${handler.organisationId} ${person.cpr}`
    const entered = known.get(name)
    if (entered) return entered
    const decision = gate.decide('case.create', actorOf(handler), {}, ['contact', 'cpr'])
    if (decision.kind === 'refused') throw new Error('A case handler may not open a case')
    const patient = await enterPatient(transactionOn(client), keyring, decision.permit, person)
    known.set(name, patient)
    return patient
  }
}

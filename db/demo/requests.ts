import type { RefusalLaw, Right } from '#features/rights/index.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Book } from './book.ts'
import type { CaseState } from './case-states.ts'
import { idFor } from './random.ts'
import { hex } from './rows.ts'
import { actorOf, type Member, memberOf } from './team.ts'
import type { Telling } from './telling.ts'

/** What somebody asked for, whom, and how far it came. Days are counted back from today. */
type Wish = {
  /** The case: the how manieth in that state. The first of some states belong to people that can be logged in as. */
  readonly of: readonly [state: CaseState, at: number]
  readonly right: Right
  readonly field?: string
  readonly to: 'insurer' | 'clinic'
  readonly daysAgo: number
  readonly text?: string
  /** Came by letter, and nobody has checked yet who wrote it: the deadline stands still. */
  readonly isPaused?: boolean
  readonly extended?: { readonly daysAgo: number; readonly why: string }
  readonly answer?: { readonly daysAgo: number; readonly law?: RefusalLaw; readonly note: string }
}

const wishes: readonly Wish[] = [
  { of: ['in-course', 0], right: 'access', to: 'insurer', daysAgo: 6, text: 'Jeg vil gerne se alt, I har om mig.' },
  {
    of: ['in-course', 0],
    right: 'rectification',
    field: 'phone',
    to: 'insurer',
    daysAgo: 24,
    text: 'Jeg har fået et nyt telefonnummer.',
    answer: { daysAgo: 21, note: 'Dit telefonnummer er rettet. Klinikken har fået besked.' },
  },
  {
    of: ['open', 0],
    right: 'portability',
    to: 'insurer',
    daysAgo: 9,
    answer: { daysAgo: 4, note: 'Du kan hente dine oplysninger i én fil under Mine rettigheder.' },
  },
  {
    of: ['booked', 0],
    right: 'restriction',
    to: 'insurer',
    daysAgo: 15,
    text: 'I må ikke bruge min sag, før fejlen er rettet.',
    answer: { daysAgo: 8, law: 'art-18-1', note: 'Oplysningen er kontrolleret hos din læge og er rigtig.' },
  },
  {
    of: ['request-open', 0],
    right: 'rectification',
    field: 'notes',
    to: 'clinic',
    daysAgo: 20,
    text: 'Det var højre knæ og ikke venstre.',
  },
  { of: ['awaiting-consent', 0], right: 'access', to: 'insurer', daysAgo: 2 },
  {
    of: ['withdrawn', 0],
    right: 'erasure',
    to: 'insurer',
    daysAgo: 4,
    text: 'Jeg har trukket mit samtykke tilbage. Slet sagen.',
  },
  {
    of: ['closed', 1],
    right: 'erasure',
    to: 'insurer',
    daysAgo: 33,
    extended: { daysAgo: 12, why: 'Klinikken skal først overtage sin journal, og den har lukket for ferie.' },
  },
  { of: ['closed', 2], right: 'objection', to: 'insurer', daysAgo: 11, text: 'I bør ikke bruge sagen mere.' },
  { of: ['used-up', 0], right: 'access', to: 'clinic', daysAgo: 39, text: 'Hvad står der om mig hos jer?' },
  { of: ['used-up', 1], right: 'portability', to: 'insurer', daysAgo: 5, isPaused: true },
  {
    of: ['closed', 3],
    right: 'erasure',
    to: 'insurer',
    daysAgo: 18,
    answer: { daysAgo: 10, law: 'art-17-3', note: 'Sagen skal bruges til at afgøre en klage. Den slettes bagefter.' },
  },
  {
    of: ['expired', 0],
    right: 'restriction',
    to: 'insurer',
    daysAgo: 26,
    answer: { daysAgo: 19, note: 'Sagen bliver nu kun gemt, til fejlen er rettet.' },
  },
  {
    of: ['closed', 4],
    right: 'erasure',
    to: 'insurer',
    daysAgo: 7,
    answer: { daysAgo: 1, note: 'Sagen bliver slettet, når klinikken har overtaget sin journal.' },
  },
]

/** Requests of each kind in each state, so that nobody's page of rights is empty. */
export function writeRequests(book: Book, tellings: readonly Telling[]): void {
  for (const [at, wish] of wishes.entries()) {
    const telling = tellings.filter(({ state }) => state === wish.of[0])[wish.of[1]]
    if (!telling) throw new Error(`The demo has no case that is ${wish.of.join(' ')}`)
    writeRequest(book, telling, { ...wish, id: idFor<'rights-request'>(`request ${at}`) })
  }
}

type Numbered = Wish & { readonly id: string }

const ago = ({ now }: Telling, days: number) => now.subtract({ hours: 24 * days + 2 })

function writeRequest(book: Book, telling: Telling, wish: Numbered): void {
  const { caseId, personId, key } = telling
  const { id, right, field = null, text, isPaused = false } = wish
  const by = controllerOf(telling, wish)
  const receivedAt = ago(telling, wish.daysAgo)
  book.add('rights_requests', {
    id,
    person_id: personId,
    case_id: caseId,
    controller_id: by.organisationId,
    right,
    field,
    text_sealed: text ? hex(seal(key, 'rights_requests.text', text)) : null,
    proposal_sealed: null,
    received_at: receivedAt,
  })
  if (isPaused) {
    writeState(book, { id, state: 'received', at: receivedAt, by: by.id })
    book.happened({ at: receivedAt, action: 'rights-request.register', actor: actorOf(by), personId, caseId })
    return
  }
  book.add('rights_identity_checks', { request_id: id, means: 'eid', checked_at: receivedAt })
  for (const state of ['received', 'identified', 'routed']) writeState(book, { id, state, at: receivedAt })
  book.happened({ at: receivedAt, action: 'my-rights.request', actor: { kind: 'patient', personId }, personId, caseId })
  if (right === 'objection') restrict(book, telling, { id, because: right, at: receivedAt })
  writeSteps(book, telling, wish, by)
}

/** A person's own step, or a colleague's with what the person is told. */
type Step = { id: string; state: string; at: Temporal.Instant; by?: string; note?: Buffer; law?: string | null }

const writeState = (book: Book, { id, state, at, by, note, law = null }: Step) =>
  book.add('rights_request_states', {
    request_id: id,
    state,
    by_kind: by ? 'staff' : 'patient',
    by_user: by ?? null,
    at,
    note_sealed: note ? hex(note) : null,
    law,
  })

const controllerOf = ({ handler, clinic }: Telling, { to }: Wish): Member =>
  to === 'insurer' ? handler : memberOf(clinic, 'administrator')

function writeSteps(book: Book, telling: Telling, { id, right, extended, answer }: Numbered, by: Member): void {
  const { key, caseId, personId } = telling
  const noted = (text: string) => seal(key, 'rights_request_states.note', text)
  const happened = (at: Temporal.Instant) =>
    book.happened({ at, action: 'rights-request.answer', actor: actorOf(by), personId, caseId })
  if (extended) {
    const at = ago(telling, extended.daysAgo)
    writeState(book, { id, state: 'extended', at, by: by.id, note: noted(extended.why) })
    happened(at)
  }
  if (!answer) return
  const at = ago(telling, answer.daysAgo)
  const state = answer.law ? 'refused' : 'granted'
  writeState(book, { id, state, at, by: by.id, note: noted(answer.note), law: answer.law ?? null })
  happened(at)
  if (state === 'granted' && (right === 'restriction' || right === 'erasure'))
    restrict(book, telling, { id, because: right, at })
}

function restrict(book: Book, { caseId }: Telling, on: { id: string; because: string; at: Temporal.Instant }): void {
  book.add('case_restrictions', {
    id: idFor(`restriction ${on.id}`),
    case_id: caseId,
    request_id: on.id,
    because: on.because,
    restricted_at: on.at,
  })
}

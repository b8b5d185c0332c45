import { type Database, type Tx, worthRetrying } from '#platform/db/database.ts'
import { emptyForm, type FormState } from '#platform/html/page.ts'
import type { Facts } from '#policy/facts.ts'
import type { Gate, Refusal } from '#policy/gate.ts'
import type { Permit, PermitFor } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import type { Action, Running, Viewed, Visit } from './action.ts'
import { type Answer, missing, show } from './answer.ts'
import { type AuditResult, writeAudit, writeDenial } from './audit.ts'
import type { Form } from './form.ts'
import { isClosedUntil, refuseWhileClosed } from './read-only.tsx'
import { restrictionsOf } from './restriction.sql.ts'
import { becomeGatekeeper } from './session.sql.ts'

/** What performing an action can come to before its own answer: the actor may not, and may or may not be helped by logging in. */
export type Outcome =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly loggedIn: boolean; readonly resting?: boolean }

/** Thrown by `permitFor` inside an action: the transaction is undone, and the refusal told and logged. */
export class Refused extends Error {
  override name = 'Refused'
  readonly refusal: Refusal
  readonly facts: Facts
  constructor(refusal: Refusal, facts: Facts) {
    super(refusal.action)
    this.refusal = refusal
    this.facts = facts
  }
}

/** The transaction of a refused request is undone; that it was refused is written in one of its own. */
export const noteRefusal = (database: Database, { actor, now }: Visit, { refusal, facts }: Refused): Promise<unknown> =>
  database.transaction({ kind: 'anonymous' }, (tx) => writeDenial(tx, { refusal, actor, facts, now }))

const attempts = 3

/** Runs work in a transaction, again when PostgreSQL gave up on it for reasons of concurrency: nothing has been sent yet. */
export async function withRetry<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === attempts || !worthRetrying(error)) throw error
    }
  }
}

type Performing = {
  readonly gate: Gate
  readonly visit: Visit
  readonly tx: Tx
  readonly body: FormData | URLSearchParams
}

/** The one path of every action: load, ask the policy, read the input, run, log. All in the caller's transaction. */
export async function perform(action: Action, performing: Performing): Promise<Outcome> {
  const { gate, visit, tx } = performing
  if (actsBeforeItKnowsForWhom(action)) await becomeGatekeeper(tx)
  const { load } = action.definition
  const found = load ? await load({ ...visit, reader: tx }) : null
  if (load && found === null) return notFound(action, performing)
  const facts = await withRestriction(tx, action.definition.facts?.(found, visit) ?? {}, visit)
  const touches = action.definition.touchesOf?.(found) ?? action.touches
  const decision = gate.decide(action.asks, visit.actor, facts, touches)
  if (decision.kind === 'refused') return refuse(decision, facts, performing)
  return fulfil(action, performing, { found, permit: decision.permit })
}

/** What somebody may not know of does not exist; who is nobody yet is shown the way to log in, if that could help. */
function notFound(action: Action, { gate, visit }: Performing): Outcome {
  const hopeless = visit.actor.kind !== 'anonymous' || gate.mayEver(action.asks, visit.actor)
  return hopeless ? answer(missing) : { kind: 'refused', loggedIn: false }
}

async function refuse(refusal: Refusal, facts: Facts, { visit, tx }: Performing): Promise<Outcome> {
  const loggedIn = visit.actor.kind !== 'anonymous'
  if (loggedIn) await writeDenial(tx, { refusal, actor: visit.actor, facts, now: visit.now })
  return { kind: 'refused', loggedIn, resting: facts.resting === true }
}

type Permitted = { readonly found: unknown; readonly permit: Permit }

/** Reads the input and runs; a wrong input brings the page back, and only what ran is logged. */
async function fulfil(
  action: Action,
  { gate, visit, tx, body }: Performing,
  { found, permit }: Permitted,
): Promise<Outcome> {
  const { definition } = action
  const trail = auditTrail(tx, permit, visit)
  const permitFor = asker(gate, visit, permit.facts)
  const running = { ...visit, tx, permit, found, form: emptyForm, record: trail.record, permitFor }
  const until = isClosedUntil(action, visit)
  if (until) {
    const typed = formOf(definition.input, found, visit)?.typed(body) ?? {}
    return answer(await refuseWhileClosed(action, { ...running, form: { values: typed, errors: [] } }, until))
  }
  const reading = readInput(definition.input, { found, visit, body })
  if (!reading.ok) {
    if (!definition.again) throw new Error(`${action.asks} has input but no page for wrong input`)
    return answer(show(await definition.again({ ...running, form: reading.form }), 422))
  }
  const given = await definition.run({ ...running, input: reading.value, form: reading.form } as AnyRunning)
  const isLogged = trail.hasViewed() || mustBeLogged(action, permit)
  if (isLogged) await trail.write(resultOf(action, given))
  return answer(given)
}

const resultOf = ({ at }: Action, { status }: Answer) =>
  status >= 400 ? 'refused' : at.method === 'GET' ? 'seen' : 'done'

type AnyRunning = Running<string, ActionName, unknown, unknown>

const actsBeforeItKnowsForWhom = ({ definition: { as } }: Action) => as === 'gatekeeper' || as === 'token'

/** The gate is never asked about a case without being told whether it is stored only, nor by staff without whether their account is. */
async function withRestriction(tx: Tx, facts: Facts, { actor }: Visit): Promise<Facts> {
  const asker = actor.kind === 'staff' ? actor.userId : null
  const account = facts.userId ?? null
  if (!facts.caseId && !asker && !account) return facts
  const { restricted, resting } = await restrictionsOf(tx, { caseId: facts.caseId ?? null, account, asker })
  return { ...facts, ...(restricted && { restricted }), ...(resting && { resting }) }
}

const answer = (given: Answer): Outcome => ({ kind: 'answer', answer: given })

const asker =
  (gate: Gate, visit: Visit, about: Facts): PermitFor =>
  (action, asked, touches) => {
    const sameCase = about.restricted && asked.caseId === about.caseId
    const facts = { ...asked, ...(sameCase && { restricted: true }), ...(about.resting && { resting: true }) }
    const decision = gate.decide(action, visit.actor, facts, touches)
    if (decision.kind === 'refused') throw new Refused(decision, facts)
    return decision.permit
  }

type Reading = { ok: true; value: unknown; form: FormState } | { ok: false; form: FormState }

function readInput(
  input: Action['definition']['input'],
  { found, visit, body }: { found: unknown; visit: Visit; body: FormData | URLSearchParams },
): Reading {
  const form = formOf(input, found, visit)
  if (!form) return { ok: true, value: null, form: emptyForm }
  const result = form.read(body, visit.language)
  if (!result.ok) return { ok: false, form: result.problem }
  return { ok: true, value: result.value, form: { values: form.typed(body), errors: [] } }
}

const formOf = (input: Action['definition']['input'], found: unknown, visit: Visit): Form<unknown> | null =>
  typeof input === 'function' ? input(found, visit) : (input ?? null)

/** Every change is logged, and every look at a person's data. Pages about nobody are not. */
const mustBeLogged = (action: Action, permit: Permit) =>
  permit.subjects.some((subject) => subject !== 'nobody') &&
  (action.at.method !== 'GET' || permit.facts.personId !== undefined || isList(permit))

const isList = (permit: Permit) => permit.action.endsWith('.list') || permit.action.endsWith('.search')

function auditTrail(tx: Tx, permit: Permit, visit: Visit) {
  let detail: Readonly<Record<string, unknown>> | undefined
  let viewed: readonly Viewed[] | undefined
  return {
    record(what: { detail?: Readonly<Record<string, unknown>>; viewed?: readonly Viewed[] }) {
      detail = what.detail ? { ...detail, ...what.detail } : detail
      viewed = what.viewed ?? viewed
    },
    hasViewed: () => viewed !== undefined,
    async write(result: AuditResult) {
      await writeAudit(tx, { permit, result, now: visit.now, ...(detail && { detail }), ...(viewed && { viewed }) })
    },
  }
}

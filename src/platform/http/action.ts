import type { Language, Texts } from '#kernel/language.ts'
import type { ParamsOf, Route } from '#kernel/route.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import type { Permit, PermitFor, Touches } from '#policy/permit.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import type { Answer } from './answer.ts'
import type { Form } from './form.ts'
import type { RateRuleName } from './rate-rules.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'

/** What every step of an action can see. `Pattern` types the parameters. */
export type Visit<Pattern extends string = string> = {
  readonly params: ParamsOf<Pattern>
  readonly query: URLSearchParams
  readonly actor: Actor
  readonly session: Session | null
  readonly language: Language
  readonly now: Temporal.Instant
  readonly services: Services
  readonly page: Page
  /** The raw request. Forms are read through `input`; only an API action reads the text itself. */
  readonly request: { readonly ip: string; readonly headers: Headers; readonly text: () => Promise<string> }
}

/** A person whose data a page showed, for the audit trail of lists. */
export type Viewed = { readonly personId: string; readonly caseId?: string }

export type Running<
  Pattern extends string,
  Name extends ActionName,
  Found,
  Values,
  Prepared = null,
> = Visit<Pattern> & {
  readonly tx: Tx
  readonly permit: Permit<Name>
  readonly found: Found
  readonly input: Values
  readonly prepared: Prepared
  /** What was sent, for a form that comes back. */
  readonly form: FormState
  /** Adds to the audit event of this request, and for a list says whose data it showed. Never personal data. */
  readonly record: (what: {
    readonly detail?: Readonly<Record<string, unknown>>
    readonly viewed?: readonly Viewed[]
  }) => void
  /** Asks the gate for a further action within this request, on the same actor. Throws `Refused` when it is not allowed. */
  readonly permitFor: PermitFor
}

/** One thing a user can do: a URL, what the policy is asked, what is read, and what happens. */
export type ActionDefinition<Pattern extends string, Name extends ActionName, Found, Values, Prepared = null> = {
  readonly at: Route<Pattern>
  /** What the policy is asked. */
  readonly asks: Name
  /**
   * The categories of data about people that it shows, takes in or changes; `[]` for none. The policy is asked for them too, and the trail
   * logs them. What frames every page does not count: the viewer's own name, the names of houses, the site's own contacts.
   */
  readonly touches: Touches
  /** Those of them that it touches of this object, where it can be fewer. */
  readonly touchesOf?: (found: Found) => Touches
  /**
   * `gatekeeper`: the steps of logging in act before they know for whom; they see accounts, and nothing of patients.
   * `api`: the actor is the machine behind a bearer token, and refusals are typed problems (RFC 9457).
   * `token`: a machine asks for its bearer token. A gatekeeper's step without cookies, so there is no session that a foreign page could abuse.
   */
  readonly as?: 'gatekeeper' | 'api' | 'token'
  /** The largest body in bytes; 100 kB unless said. */
  readonly maxBodyBytes?: number
  /** The rate-limit rule that each call counts against, keyed by the caller's address. */
  readonly limit?: RateRuleName
  /** Texts told once after a redirect here with `?notice=key`. */
  readonly notices?: Texts<Readonly<Record<string, string>>>
  /**
   * For the steps of logging in that ask somebody else: done before the transaction begins, so that no connection to the database waits for
   * them. What must be read or taken first is, in a short transaction that commits. `run` gets the answer as `prepared`.
   */
  readonly prepare?: (
    visit: Visit<Pattern>,
    inTransaction: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>,
  ) => Promise<Prepared>
  /** Fetches what the action is about. Null is a 404: what the actor may not know of does not exist. */
  readonly load?: (visit: Visit<Pattern> & { readonly reader: Reader }) => Promise<Found | null>
  /** What the policy must know of it. */
  readonly facts?: (found: Found, visit: Visit<Pattern>) => Facts
  readonly input?: Form<Values> | ((found: Found, visit: Visit<Pattern>) => Form<Values>)
  /** The page again, with what was typed and what was wrong. Sent with status 422. */
  readonly again?: (running: Omit<Running<Pattern, Name, Found, Values>, 'input' | 'prepared'>) => Html | Promise<Html>
  readonly run: (running: Running<Pattern, Name, Found, Values, Prepared>) => Promise<Answer>
}

/** Whether it is machines that call: they bring no cookie and get no page. The action reads the body itself. */
export const isForMachines = (action: Action): boolean =>
  action.definition.as === 'api' || action.definition.as === 'token'

/** Whether it shows and changes nothing. The steps of logging in do change something, whatever their method. */
export const isLook = ({ at, definition }: Action): boolean =>
  at.method === 'GET' && definition.as !== 'gatekeeper' && definition.as !== 'token'

/** An action whose types are checked and closed over: what a site serves. */
export type Action = {
  readonly at: Route
  readonly asks: ActionName
  readonly touches: Touches
  readonly definition: ActionDefinition<string, ActionName, unknown, unknown, unknown>
}

/**
 * Declares an action. `Values`, `Found` and `Prepared` are inferred from `input`, `load` and `prepare`.
 * The cast only forgets the types that the definition has just been checked against.
 */
export function action<Pattern extends string, Name extends ActionName, Found = null, Values = null, Prepared = null>(
  definition: ActionDefinition<Pattern, Name, Found, Values, Prepared>,
): Action {
  return {
    at: definition.at as Route,
    asks: definition.asks,
    touches: definition.touches,
    definition: definition as unknown as Action['definition'],
  }
}

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Tx } from '#platform/db/database.ts'
import { type Action, isForMachines, isLook, type Visit } from './action.ts'
import { type Answer, sendProblem, withHeaders } from './answer.ts'
import { type Arrival, arrive, visitOf } from './arrival.ts'
import { type Answering, answerBefore, isForged } from './before-action.ts'
import { type ErrorKind, errorAnswer, errorProblem } from './error-answer.tsx'
import { addFixedRoutes } from './fixed-routes.ts'
import { noteRefusal, type Outcome, perform, Refused, withRetry } from './perform.ts'
import { networkOf, rateRules } from './rate-rules.ts'
import { readBody } from './read-body.ts'
import { isClosedUntil } from './read-only.tsx'
import { send } from './send.ts'
import type { SiteAppOptions } from './site-app-options.ts'

const smallBodyBytes = 100_000

/** The web application of one site: each action at its URL, and nothing else. */
export function siteApp(options: SiteAppOptions): Hono {
  const app = new Hono()
  addFixedRoutes(app, options)
  for (const action of options.site.actions) {
    const { method, pattern } = action.at
    const maxSize = action.definition.maxBodyBytes ?? smallBodyBytes
    const limit = bodyLimit({ maxSize, onError: (c) => fail(options, c, 'too-large') })
    app.on(method, pattern, limit, (c) => watched(options, c, action.at.pattern, () => serve(options, action, c)))
  }
  app.notFound((c) => watched(options, c, 'unknown', () => Promise.resolve(fail(options, c, 'missing'))))
  return app
}

/** The one place where the unexpected is caught: noted without its message, and told without its cause. */
const watched = (options: SiteAppOptions, c: Context, pattern: string, serve: () => Promise<Response>) =>
  options.watch(c, pattern, options.addressOf(c), () =>
    options.services.maintenance
      .refresh(options.services.now())
      .then(serve)
      .catch((error: unknown) => {
        options.watch.failed(error, pattern)
        return fail(options, c, 'broken')
      }),
  )

async function serve(options: SiteAppOptions, action: Action, c: Context): Promise<Response> {
  const { services, site } = options
  const arrival = arrive(options, c)
  const { limit } = action.definition
  const allowed = limit ? services.rateLimiter.take(rateRules[limit], networkOf(arrival.ip), arrival.now) : null
  if (allowed && !allowed.ok) {
    const answer = fail(options, c, 'too-many')
    answer.headers.set('Retry-After', String(allowed.retryAfterSeconds))
    return answer
  }
  if (!arrival.readable) return fail(options, c, 'missing')
  const body = action.at.method === 'POST' && !isForMachines(action) ? await readBody(c) : arrival.url.searchParams
  if (!body) return fail(options, c, 'unreadable')

  const prepared = await prepare({ options, action, arrival, body })
  let visit: Visit | undefined
  const answer = await withRetry(() =>
    services.database.transaction(
      { kind: 'anonymous' },
      async (tx) => {
        visit = await visitOf(options, action, arrival, tx)
        return answerIn(tx, { options, action, visit: Object.assign(visit, { prepared }), arrival, body })
      },
      isLook(action) ? 'look' : 'change',
    ),
  ).catch(async (error: unknown) => {
    if (!(error instanceof Refused) || !visit) throw error
    await noteRefusal(services.database, visit, error)
    const refused = { kind: 'refused', loggedIn: true } as const
    return isForMachines(action) ? settleForMachine(refused, visit) : settle(refused, site, visit)
  })
  return send(c, answer, sendingOf(site, arrival))
}

/** What the action asks of others, with no transaction open meanwhile. A forged post asks nobody for anything. */
async function prepare(request: Omit<Answering, 'visit'>): Promise<unknown> {
  const { options, action, arrival } = request
  const { database } = options.services
  const { prepare } = action.definition
  if (!prepare) return null
  const visit = await database.transaction({ kind: 'anonymous' }, (tx) => visitOf(options, action, arrival, tx))
  if (isForged({ ...request, visit }) || isClosedUntil(action, visit)) return null
  return prepare(visit, (work) => database.transaction({ kind: 'gatekeeper' }, work))
}

const sendingOf = (site: SiteAppOptions['site'], { nonce, consent, formSecret }: Arrival) => ({
  site,
  nonce,
  consent,
  formSecret: formSecret.fresh,
})

async function answerIn(tx: Tx, answering: Answering): Promise<Answer> {
  const { options, action, visit, body } = answering
  const instead = answerBefore(answering)
  if (instead) return instead
  const outcome = await perform(action, { gate: options.site.gate, visit, tx, body })
  return isForMachines(action) ? settleForMachine(outcome, visit) : settle(outcome, options.site, visit)
}

/** What the refused get: the anonymous the way to log-in, everybody else a page that says no. */
function settle(outcome: Outcome, site: SiteAppOptions['site'], visit: Visit): Answer {
  if (outcome.kind === 'answer') {
    return outcome.answer.body.kind === 'missing' ? errorAnswer(visit.page, 'missing') : outcome.answer
  }
  if (outcome.resting) return errorAnswer(visit.page, 'resting')
  if (outcome.loggedIn || !site.links.logIn) return errorAnswer(visit.page, 'refused')
  const to = `${site.links.logIn}?returnTo=${encodeURIComponent(visit.page.path)}`
  return { status: 303, body: { kind: 'redirect', to }, cookies: [] }
}

function settleForMachine(outcome: Outcome, visit: Visit): Answer {
  if (outcome.kind === 'answer' && outcome.answer.body.kind !== 'missing') return outcome.answer
  if (outcome.kind === 'answer') return sendProblem({ type: '/api#not-found', title: 'No such thing', status: 404 })
  return visit.actor.kind === 'anonymous'
    ? withHeaders(sendProblem({ type: '/api#unauthorised', title: 'A valid access token is needed', status: 401 }), {
        'WWW-Authenticate': 'Bearer',
      })
    : sendProblem({ type: '/api#forbidden', title: 'This client may not do that', status: 403 })
}

/** An error for somebody whose session was not looked up: a page, or for machines a typed problem. */
function fail(options: SiteAppOptions, c: Context, kind: ErrorKind): Response {
  const arrival = arrive(options, c)
  const isMachines = arrival.url.pathname.startsWith('/api/')
  const answer = isMachines ? errorProblem(kind) : errorAnswer(arrival.pageFor(null, null), kind)
  return send(c, answer, sendingOf(options.site, arrival))
}

/** The steps a person takes at the local broker: choose who to be, confirm the CPR number, or leave. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import type { Language } from '#kernel/language.ts'
import { cprPage, gonePage, pageHeaders, personPage, type Visit } from './local-broker-pages.ts'
import type { TestPerson } from './local-broker-people.ts'

/** MitID's own limit for one log-in. */
const maxCprAttempts = 3
const path = /^\/interaction\/([\w-]+)(?:\/(person|cpr|cancel))?$/

type Step = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly provider: Provider
  readonly visit: Visit
  readonly asksCpr: boolean
  readonly form: URLSearchParams
}
type Choice = { person: TestPerson; failures: number }

/** A request listener for everything the broker serves. */
export function answerVisit(provider: Provider, people: readonly TestPerson[]) {
  const choices = new Map<string, Choice>()
  const protocol = provider.callback()

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://broker.invalid')
    const [, uid, action] = path.exec(url.pathname) ?? []
    if (!uid) return protocol(request, response)
    try {
      const step = await readStep(provider, { request, response, uid })
      if (request.method !== 'POST') return showStep(step, { choices, people, url, action })
      return await takeStep(step, { choices, people, action })
    } catch (error) {
      // Also a browser that hung up: nothing here may take the whole process down.
      if (response.headersSent) response.destroy()
      else show(response, gonePage('da'), error instanceof errors.SessionNotFound ? 400 : 500)
    }
  }
}

type Arrival = { request: IncomingMessage; response: ServerResponse; uid: string }

async function readStep(provider: Provider, { request, response, uid }: Arrival): Promise<Step> {
  const { params } = await provider.interactionDetails(request, response)
  const asked = [params.language, params.ui_locales].find((one) => typeof one === 'string' && one !== '')
  const language: Language = String(asked).startsWith('en') ? 'en' : 'da'
  const form = new URLSearchParams(request.method === 'POST' ? await text(request) : '')
  const asksCpr = String(params.scope).split(' ').includes('ssn')
  return { request, response, provider, visit: { uid, language }, asksCpr, form }
}

type Place = { choices: Map<string, Choice>; people: readonly TestPerson[]; action: string | undefined }

function showStep(step: Step, place: Place & { url: URL }): void {
  const choice = place.choices.get(step.visit.uid)
  if (place.action === 'cpr' && choice) return show(step.response, cprPage(step.visit, choice.person, null))
  const query = place.url.searchParams.get('q') ?? ''
  show(step.response, personPage(step.visit, place.people, query, new Date()))
}

async function takeStep(step: Step, { choices, people, action }: Place): Promise<void> {
  const { uid } = step.visit
  if (action === 'cancel') {
    choices.delete(uid)
    return refuse(step, 'access_denied', 'mitid_user_aborted')
  }
  if (action === 'person') return choosePerson(step, choices, people)
  const choice = choices.get(uid)
  if (!choice) return show(step.response, personPage(step.visit, people, '', new Date()))
  return confirmCpr(step, choices, choice)
}

async function choosePerson(step: Step, choices: Map<string, Choice>, people: readonly TestPerson[]): Promise<void> {
  const person = people.find((one) => one.key === step.form.get('person'))
  if (!person) return show(step.response, personPage(step.visit, people, '', new Date()))
  if (!step.asksCpr || person.cpr === null) return logIn(step, person)
  choices.set(step.visit.uid, { person, failures: 0 })
  step.response.writeHead(303, { location: `/interaction/${step.visit.uid}/cpr` }).end()
}

async function confirmCpr(step: Step, choices: Map<string, Choice>, choice: Choice): Promise<void> {
  const typed = (step.form.get('cpr') ?? '').replace(/[\s-]/g, '')
  if (typed === choice.person.cpr) {
    choices.delete(step.visit.uid)
    return logIn(step, choice.person)
  }
  choice.failures += 1
  const left = maxCprAttempts - choice.failures
  if (left > 0) return show(step.response, cprPage(step.visit, choice.person, left), 422)
  choices.delete(step.visit.uid)
  return refuse(step, 'access_denied', 'cpr_match_attempts_exhausted')
}

function logIn({ provider, request, response }: Step, person: TestPerson): Promise<void> {
  const login = {
    accountId: person.subject,
    acr: `urn:grn:authn:dk:mitid:${person.assurance}`,
    amr: ['code_app'],
    remember: false,
  }
  return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

function refuse({ provider, request, response }: Step, error: string, description: string): Promise<void> {
  const result = { error, error_description: description }
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
}

function show(response: ServerResponse, html: string, status = 200): void {
  response.writeHead(status, pageHeaders).end(html)
}

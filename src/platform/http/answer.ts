import type { Html } from '#platform/html/jsx-runtime.ts'
import type { OptionalKind } from '#policy/cookies.ts'

/** What the browser is told besides the body: the session cookie begins or ends, the language is remembered, cookies are agreed to or go. */
export type CookieChange =
  | { readonly kind: 'session-starts'; readonly token: string }
  | { readonly kind: 'session-ends' }
  | { readonly kind: 'language'; readonly language: string }
  | { readonly kind: 'cookies-chosen'; readonly receipt: string }
  /** Whatever the register declares of this kind goes at once. */
  | { readonly kind: 'kind-ends'; readonly cookieKind: OptionalKind }

/** What an action answers with: a value, so that nothing is sent before its transaction has committed. */
export type Answer = {
  readonly status: number
  readonly body:
    | { readonly kind: 'page'; readonly html: Html }
    | { readonly kind: 'redirect'; readonly to: string }
    | {
        readonly kind: 'file'
        readonly bytes: Uint8Array
        readonly contentType: string
        readonly name: string
        readonly inline: boolean
      }
    | { readonly kind: 'json'; readonly value: unknown; readonly contentType: string }
    | { readonly kind: 'missing' }
  readonly cookies: readonly CookieChange[]
  /** Further headers, for machines: `Location`, `WWW-Authenticate`. */
  readonly headers?: Readonly<Record<string, string>>
}

export const show = (html: Html, status = 200): Answer => ({ status, body: { kind: 'page', html }, cookies: [] })

/** 303: the browser fetches the next page with GET, so that reloading it posts nothing again. */
export const seeOther = (to: string, ...cookies: CookieChange[]): Answer => ({
  status: 303,
  body: { kind: 'redirect', to },
  cookies,
})

export const sendFile = (file: { bytes: Uint8Array; contentType: string; name: string; inline?: boolean }): Answer => ({
  status: 200,
  body: { kind: 'file', inline: false, ...file },
  cookies: [],
})

export const sendJson = (value: unknown, status = 200, contentType = 'application/json'): Answer => ({
  status,
  body: { kind: 'json', value, contentType },
  cookies: [],
})

/** RFC 9457: a machine-readable problem. `type` is a path of our own that documents it. */
export const sendProblem = (
  problem: { type: string; title: string; status: number } & Record<string, unknown>,
): Answer => sendJson(problem, problem.status, 'application/problem+json')

export const withHeaders = (answer: Answer, headers: NonNullable<Answer['headers']>): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
})

export const missing: Answer = { status: 404, body: { kind: 'missing' }, cookies: [] }

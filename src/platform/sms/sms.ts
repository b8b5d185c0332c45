/**
 * SMS through a gateway that speaks GatewayAPI's message API (POST /mobile/single). Only short, neutral notices with a
 * link to log in (Datatilsynet, 16 July 2019): no health data, no CPR number, and a sender name that reveals nothing.
 */
import type { Phone } from '#kernel/phone.ts'
import { ok, problem, type Result } from '#kernel/result.ts'

export type SmsOptions = {
  readonly baseUrl: URL
  readonly token: string
  /** At most 11 letters and digits, registered with the gateway. */
  readonly sender: string
}

export type Sms = {
  readonly to: Phone
  readonly text: string
  /** Our own id of the notice; comes back in delivery reports. Never a case number that means something to others. */
  readonly reference: string
}

/** `retry` says whether the same message may be tried again. */
export type SmsProblem = {
  readonly kind: 'refused' | 'not-authorised' | 'too-many' | 'unavailable'
  readonly retry: boolean
  /** Null when the gateway was not reached. */
  readonly status: number | null
  readonly retryAfterSeconds: number | null
}

export type SmsSender = { send(message: Sms): Promise<Result<{ messageId: string }, SmsProblem>> }

const timeoutMs = 15_000
/** A notice that could not be delivered in a day says something that no longer holds. */
const expiration = 'P1D'

export const openSms = (options: SmsOptions): SmsSender => ({ send: (message) => send(options, message) })

async function send(
  options: SmsOptions,
  { to, text, reference }: Sms,
): Promise<Result<{ messageId: string }, SmsProblem>> {
  let answer: Response
  try {
    answer = await fetch(`${options.baseUrl.href.replace(/\/$/, '')}/mobile/single`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        authorization: `Token ${options.token}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body: JSON.stringify({
        sender: options.sender,
        recipient: Number(to.replace(/\D/g, '')),
        message: text,
        reference,
        expiration,
      }),
    })
  } catch (error) {
    if (isUnreachable(error)) return problem(unavailable(null))
    throw error
  }
  return answer.ok ? read(answer) : problem(problemOf(answer))
}

async function read(answer: Response): Promise<Result<{ messageId: string }, SmsProblem>> {
  const body: unknown = await answer.json().catch(() => null)
  const messageId = typeof body === 'object' && body !== null && 'msg_id' in body ? body.msg_id : null
  return typeof messageId === 'string' ? ok({ messageId }) : problem(unavailable(answer.status))
}

/** The gateway's own words are left out: they can quote the phone number. */
function problemOf(answer: Response): SmsProblem {
  const { status } = answer
  if (status === 429) return { kind: 'too-many', retry: true, status, retryAfterSeconds: retryAfter(answer) }
  if (status === 401 || status === 403) return { kind: 'not-authorised', retry: true, status, retryAfterSeconds: null }
  if (status >= 500 || status === 408) return { ...unavailable(status), retryAfterSeconds: retryAfter(answer) }
  return { kind: 'refused', retry: false, status, retryAfterSeconds: null }
}

const unavailable = (status: number | null): SmsProblem => ({
  kind: 'unavailable',
  retry: true,
  status,
  retryAfterSeconds: null,
})

function retryAfter(answer: Response): number | null {
  const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN)
  return Number.isInteger(seconds) && seconds >= 0 ? seconds : null
}

const isUnreachable = (error: unknown) =>
  (error instanceof TypeError && error.message === 'fetch failed') ||
  (error instanceof DOMException && error.name === 'TimeoutError')

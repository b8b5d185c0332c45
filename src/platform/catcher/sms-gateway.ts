/** The gateway's side of GatewayAPI's `POST /mobile/single`, with numbers that make it fail. */
import type { Box } from './caught.ts'

/** Recipients that are answered with an error, as a gateway would: the last three digits are the status. */
export const failingNumbers = {
  refused: '+4520000422',
  notAuthorised: '+4520000401',
  tooMany: '+4520000429',
  broken: '+4520000500',
  down: '+4520000503',
} as const

export type GatewayAnswer = { status: number; headers?: Record<string, string>; body: unknown }

export function answerGateway(box: Box, authorization: string | undefined, body: string): GatewayAnswer {
  if (!authorization?.startsWith('Token ')) return failure(401, 'Missing or invalid token')
  const request = parse(body)
  if (!request) return failure(422, 'sender, message and a numeric recipient are needed')
  const { sender, message, recipient, reference } = request
  const failing = Object.values(failingNumbers).find((number) => number === `+${recipient}`)
  if (failing) return failure(Number(failing.slice(-3)), 'This number always fails')
  const messageId = `LOCAL${Date.now()}${String(box.all().length).padStart(4, '0')}`
  const to = `+${recipient}`
  const rest = { subject: null, html: null, language: null, messageId, files: [] }
  box.add({ kind: 'sms', from: sender, to, text: message, ...rest })
  return { status: 202, body: { msg_id: messageId, recipient, reference } }
}

const failure = (status: number, message: string): GatewayAnswer => ({
  status,
  ...(status === 429 ? { headers: { 'retry-after': '30' } } : {}),
  body: { code: `0x${status}`, message, variables: null },
})

type SingleMessage = { sender: string; message: string; recipient: number; reference: string | null }

function parse(body: string): SingleMessage | null {
  try {
    const { sender, message, recipient, reference } = JSON.parse(body)
    const isWhole = typeof sender === 'string' && typeof message === 'string' && Number.isSafeInteger(recipient)
    return isWhole ? { sender, message, recipient, reference: typeof reference === 'string' ? reference : null } : null
  } catch {
    return null
  }
}

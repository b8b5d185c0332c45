import type { MimeFile } from './read-mime.ts'

export type CaughtMessage = {
  readonly id: number
  readonly kind: 'mail' | 'sms'
  /** ISO instant. */
  readonly at: string
  readonly from: string
  readonly to: string
  /** Null for an SMS. */
  readonly subject: string | null
  readonly text: string
  readonly html: string | null
  readonly language: string | null
  readonly messageId: string
  readonly files: readonly MimeFile[]
}

const kept = 500

export type Box = {
  /** Newest first. */
  all(): CaughtMessage[]
  add(message: Omit<CaughtMessage, 'id' | 'at'>): CaughtMessage
  clear(): void
}

export function openBox(): Box {
  let messages: CaughtMessage[] = []
  let lastId = 0
  return {
    all: () => [...messages],
    add: (message) => {
      lastId += 1
      const caught = { ...message, id: lastId, at: new Date().toISOString() }
      messages = [caught, ...messages].slice(0, kept)
      return caught
    },
    clear: () => {
      messages = []
    },
  }
}

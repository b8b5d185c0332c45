import { admitted } from './log-fields.ts'

export type ErrorTrace = {
  readonly errorClass: string
  readonly code?: string
  readonly constraint?: string
  readonly frames: readonly string[]
  readonly cause?: ErrorTrace
}

const maxFrames = 12
const maxCauses = 3
const frameShape =
  /^ {4}at (?:(?:async |new )*[\w$.<># [\]]{1,120} \()?((?:file:\/\/|node:|\/)[\w$@./+-]{1,300}:\d{1,6}:\d{1,6})\)?$/
const possibleCpr = /\d{6}-?\d{4}/

/**
 * What happened and where, without the message: a message quotes input ("Key (email)=(…) already exists"). Keeps class,
 * code, constraint name and the frames of the stack; a frame that looks as if a message made it is left out.
 */
export function errorTrace(error: unknown, depth = 0): ErrorTrace {
  if (!(error instanceof Error)) return { errorClass: 'NotAnError', frames: [] }
  const { code, constraint, cause } = error as Error & { code?: unknown; constraint?: unknown }
  const named = admitted({
    errorClass: classOf(error),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
  }) as { errorClass: string; code?: string; constraint?: string }
  const rest = cause !== undefined && depth < maxCauses ? { cause: errorTrace(cause, depth + 1) } : {}
  return { ...named, frames: framesOf(error), ...rest }
}

/** The name of the class, and not `error.name`, which anyone may set to a sentence. */
const classOf = (error: Error): string => error.constructor?.name || 'Error'

/** The message stands first in a stack and may hold lines like frames, so only the last unbroken run of frames counts. */
function framesOf(error: Error): string[] {
  const stack = typeof error.stack === 'string' ? error.stack : ''
  const start = stack.indexOf(error.message)
  const lines = (start < 0 ? stack : stack.slice(start + error.message.length)).split('\n')
  const last = lines.findLastIndex((line) => line !== '' && !line.startsWith('    at '))
  return lines
    .slice(last + 1)
    .filter((line) => frameShape.test(line) && !possibleCpr.test(line) && !/[^/]@/.test(line))
    .slice(0, maxFrames)
    .map((line) =>
      line
        .trim()
        .slice(3)
        .replace(/file:\/\//, ''),
    )
}

import pino, { type DestinationStream } from 'pino'
import { errorTrace } from './error-trace.ts'
import { admitted, eventName, type LogFields } from './log-fields.ts'

/** The application's log: one JSON object a line, on standard output unless told otherwise. */
export type Log = {
  /** `name` says what happened, from our own words: `job.parked`. */
  event(name: string, fields?: LogFields): void
  /** The unexpected. Never logs the error's message. */
  error(name: string, error: unknown, fields?: LogFields): void
}

export function createLog(destination: DestinationStream = pino.destination({ fd: 1, sync: true })): Log {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters }, destination)
  return {
    event: (name, fields = {}) => logger.info({ event: eventName(name), ...admitted(fields) }),
    error: (name, error, fields = {}) =>
      logger.error({ event: eventName(name), ...admitted(fields), error: errorTrace(error) }),
  }
}

const formatters = { level: (label: string) => ({ level: label }) }

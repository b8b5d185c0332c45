/**
 * What an application log may say. Logs are read by many and kept where erasure does not reach, so a field is known here
 * or it does not exist, and each is checked by shape as it is written: a name in the type is no proof at run time.
 */
export type LogFields = {
  readonly requestId?: string
  readonly jobId?: string
  readonly caseId?: string
  readonly appointmentId?: string
  readonly organisationId?: string
  /** The pattern (`/appointments/:id`), never the path. */
  readonly route?: string
  readonly method?: string
  readonly site?: string
  readonly task?: string
  readonly outcome?: string
  readonly rule?: string
  readonly reason?: string
  readonly errorClass?: string
  readonly code?: string
  readonly constraint?: string
  readonly version?: string
  readonly status?: number
  readonly durationMs?: number
  readonly count?: number
  readonly attempt?: number
  readonly epoch?: number
  readonly port?: number
  readonly kilobytes?: number
  readonly isReady?: boolean
  readonly isFirst?: boolean
}

type Check = (value: unknown) => boolean

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const shaped =
  (shape: RegExp): Check =>
  (value) =>
    typeof value === 'string' && value.length <= 120 && shape.test(value)

const isId = shaped(uuid)
/** A name from our own code: no space, no `@`, no four digits in a row. */
const isName = shaped(/^(?!.*\d{4})[A-Za-z][\w.:-]*$/)
const isRoute = shaped(/^(?!.*\d{3})\/[A-Za-z0-9/:_*.-]*$/)
const isCode = shaped(/^(?!.*\d{6})[A-Z0-9_]{1,48}$/)
const isVersion = shaped(/^\d{1,3}(\.\d{1,3}){0,2}(-[a-z]{1,8}(\.\d{1,3})?)?$/)
/** Below every CPR and every Danish phone number. */
const isNumber: Check = (value) => typeof value === 'number' && Math.abs(value) < 10_000_000
const isTruth: Check = (value) => typeof value === 'boolean'

const checks: { readonly [Field in keyof Required<LogFields>]: Check } = {
  requestId: isId,
  jobId: isId,
  caseId: isId,
  appointmentId: isId,
  organisationId: isId,
  route: isRoute,
  method: shaped(/^[A-Z]{3,7}$/),
  site: isName,
  task: isName,
  outcome: isName,
  rule: isName,
  reason: isName,
  errorClass: isName,
  code: isCode,
  constraint: isName,
  version: isVersion,
  status: isNumber,
  durationMs: isNumber,
  count: isNumber,
  attempt: isNumber,
  epoch: isNumber,
  port: isNumber,
  kilobytes: isNumber,
  isReady: isTruth,
  isFirst: isTruth,
}

/** The known fields; one of the wrong shape becomes `[refused]`, so that the mistake shows and the content does not. */
export function admitted(fields: LogFields): Record<string, unknown> {
  const given = Object.entries(fields).filter(([field, value]) => Object.hasOwn(checks, field) && value !== undefined)
  return Object.fromEntries(given.map(([field, value]) => [field, admits(field, value) ? value : '[refused]']))
}

const admits = (field: string, value: unknown): boolean => checks[field as keyof LogFields](value)

export const eventName = (name: string): string => (isName(name) ? name : '[refused]')

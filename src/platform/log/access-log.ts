import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { copenhagen, dayOf, type Temporal } from '#kernel/time.ts'
import { readUserAgent } from './user-agent.ts'

/** What the caller knows of an answered request. `route` is the pattern (`/appointments/:id`), never the path. */
export type Visit = {
  readonly ip: string
  readonly route: string
  readonly status: number
  readonly bytes: number
  readonly answeredAt: Temporal.Instant
  readonly userAgent: string | undefined
  readonly referrer: string | undefined
  readonly acceptLanguage: string | undefined
}

/** All that an access log holds, and no more (promise T6.1): no account, session or request id to join it by (T6.2). */
export type AccessLine = {
  readonly ip: string
  readonly browser: string
  readonly operatingSystem: string
  readonly referrer: string
  readonly page: string
  readonly language: string
  readonly time: string
  readonly timeZone: string
  readonly status: number
  readonly bytes: number
}

export type AccessLog = { write(visit: Visit): void; close(): Promise<void> }

/**
 * One file a day, `YYYY-MM-DD.jsonl`, readable by the process's own account only and apart from the database. A disk
 * that fails is reported to `onError` and loses log lines; it never fails a request.
 */
export function openAccessLog(folder: string, onError: (error: Error) => void): AccessLog {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let today: { readonly name: string; readonly stream: WriteStream } | null = null

  const streamFor = (name: string): WriteStream => {
    if (today?.name === name) return today.stream
    today?.stream.end()
    const stream = createWriteStream(join(folder, name), { flags: 'a', mode: 0o600 })
    stream.on('error', onError)
    today = { name, stream }
    return stream
  }
  return {
    write: (visit) => {
      const stream = streamFor(`${dayOf(visit.answeredAt)}.jsonl`)
      if (!stream.errored) stream.write(`${JSON.stringify(accessLine(visit))}\n`)
    },
    close: () =>
      new Promise((closed) => {
        if (!today || today.stream.errored) closed()
        else today.stream.end(closed)
      }),
  }
}

export function accessLine(visit: Visit): AccessLine {
  return {
    ip: isIP(visit.ip) ? visit.ip : 'unknown',
    ...readUserAgent(visit.userAgent),
    referrer: readReferrer(visit.referrer),
    page: withoutIds(visit.route),
    language: /^[a-z]{2,3}(?![a-z])/i.exec(visit.acceptLanguage ?? '')?.[0].toLowerCase() ?? '',
    time: visit.answeredAt.toZonedDateTimeISO(copenhagen).toString({ smallestUnit: 'second', timeZoneName: 'never' }),
    timeZone: copenhagen,
    status: visit.status,
    bytes: visit.bytes,
  }
}

/** Origin and path; never the query, the fragment or a user name in the address. */
function readReferrer(referrer: string | undefined): string {
  if (!referrer || !URL.canParse(referrer)) return ''
  const { protocol, host, pathname } = new URL(referrer)
  return protocol === 'https:' || protocol === 'http:' ? `${protocol}//${host}${withoutIds(pathname)}` : ''
}

/** A part of a path that could name someone or open something (digits, an escape, an `@`, a long run) is replaced. */
const withoutIds = (path: string): string =>
  path
    .split('/')
    .map((part) => (/^[a-z:*][a-z:*._-]{0,39}$|^$/i.test(part) ? part : ':id'))
    .join('/')

import { fork } from 'node:child_process'
import { once } from 'node:events'
import http from 'node:http'
import { fileURLToPath } from 'node:url'
import { csrfToken } from '#platform/crypto/tokens.ts'
import { csrfSecret, tokenOf } from './scale.ts'
import { sessionKey } from './site.ts'

export const siteUrl = new URL('http://klinikbro.localhost:3977')

export type Ask = {
  readonly path: string
  readonly patient: number
  readonly fields?: Readonly<Record<string, string>>
}

export type ServedSite = {
  /** GET, or POST when there are fields; answers with the status. */
  ask(what: Ask): Promise<{ status: number; text: string }>
  stop(): Promise<void>
}

export async function serveSite(requestUrl: string): Promise<ServedSite> {
  const child = fork(fileURLToPath(new URL('site-process.ts', import.meta.url)), [requestUrl, siteUrl.href])
  await once(child, 'message')
  const agent = new http.Agent({ keepAlive: true, maxSockets: 600 })
  return {
    ask: (what) => request(agent, what),
    async stop() {
      agent.destroy()
      child.disconnect()
      await once(child, 'exit')
    },
  }
}

/** What a browser sends through a proxy, each time from another address: what one address may do a minute is not what is measured. */
export function headersFor({ patient, fields }: Ask): Record<string, string> {
  const sent = { host: siteUrl.host, cookie: `session=${tokenOf(patient)}`, 'x-forwarded-for': nextAddress() }
  if (!fields) return sent
  return { ...sent, origin: siteUrl.origin, 'content-type': 'application/x-www-form-urlencoded' }
}

let asked = 0
function nextAddress(): string {
  asked += 1
  return `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`
}

export const bodyFor = ({ fields }: Ask): string | undefined =>
  fields && new URLSearchParams({ _csrf: csrfToken(sessionKey, csrfSecret), ...fields }).toString()

function request(agent: http.Agent, what: Ask): Promise<{ status: number; text: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const body = bodyFor(what)
  const sent = http.request(
    {
      agent,
      host: '127.0.0.1',
      port: siteUrl.port,
      path: what.path,
      method: body ? 'POST' : 'GET',
      headers: headersFor(what),
    },
    (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
    },
  )
  sent.on('error', reject)
  sent.end(body)
  return promise
}

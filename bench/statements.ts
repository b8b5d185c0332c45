import pg from 'pg'
import { type Ask, bodyFor, headersFor, siteUrl } from './served-site.ts'
import { benchSite } from './site.ts'

type Statement = string | { readonly name?: string; readonly text: string; readonly values?: readonly unknown[] }

/** Everything that one request asks of the database, from `begin` to `commit`. */
export type Script = readonly Statement[]

/**
 * Writes down what each request asks of PostgreSQL, without it happening: `commit` becomes `rollback`. Replayed by a plain client, the same
 * statements with the same values then do it for real. Requests are served one by one, in this process, without a socket.
 */
export async function recordScripts(requestUrl: string, asks: readonly Ask[]): Promise<Script[]> {
  const { app, close } = await benchSite(requestUrl, siteUrl)
  let script: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function query(this: unknown, statement: unknown, ...rest: unknown[]) {
    script.push(statement as Statement)
    return original.call(this, statement === 'commit' ? 'rollback' : statement, ...rest)
  }
  try {
    const scripts: Script[] = []
    for (const ask of asks) {
      script = []
      const body = bodyFor(ask)
      const init = { method: body ? 'POST' : 'GET', headers: headersFor(ask), ...(body && { body }) }
      const response = await app.fetch(new Request(new URL(ask.path, siteUrl), init))
      if (response.status >= 400) throw new Error(`${ask.path} answered ${response.status}: ${await response.text()}`)
      scripts.push(script)
    }
    return scripts
  } finally {
    prototype.query = original
    await close()
  }
}

/** A plain client, or as many as asked for, with prepared statements by the same names as the application's. */
export async function openPlainClients(requestUrl: string, count: number) {
  const clients = await Promise.all(
    Array.from({ length: count }, async () => {
      const client = new pg.Client({ connectionString: requestUrl })
      await client.connect()
      return client
    }),
  )
  return {
    async replay(script: Script, client: number) {
      for (const statement of script) await clients[client % count]!.query(statement as pg.QueryConfig)
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  }
}

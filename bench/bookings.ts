import { routes } from '#src/routes.ts'
import { inTurns, underLoad } from './load.ts'
import type { OwnDatabase } from './own-database.ts'
import { clientCounts, type Scale, warmUps } from './scale.ts'
import type { Ask, ServedSite } from './served-site.ts'
import { openPlainClients, recordScripts, type Script } from './statements.ts'
import { knownId } from './world.sql.ts'

/** Confirming a held time: through HTTP, and the same statements by plain clients, at 1, 4 and 16 of them. */
export async function compareBookings(database: OwnDatabase, site: ServedSite, { bookings }: Scale) {
  let next = 1
  const asksFor = (count: number) => Array.from({ length: count }, () => askToBook(next++))
  const warming = asksFor(warmUps)
  for (const ask of warming) await book(site, ask)
  const measured = []
  for (const clients of clientCounts) {
    const asks = asksFor(bookings)
    const scripts = await recordScripts(database.requestUrl, asksFor(bookings))
    measured.push({ clients, ...(await compare(database, site, { clients, asks, scripts })) })
  }
  return measured
}

type Comparing = { readonly clients: number; readonly asks: readonly Ask[]; readonly scripts: readonly Script[] }

async function compare(database: OwnDatabase, site: ServedSite, { clients, asks, scripts }: Comparing) {
  const plain = await openPlainClients(database.requestUrl, clients)
  try {
    const [http, alone] = await inTurns<Ask | Script>(3, [
      { items: asks, run: (part) => underLoad(part as readonly Ask[], clients, (ask) => book(site, ask)) },
      { items: scripts, run: (part) => underLoad(part as readonly Script[], clients, plain.replay) },
    ])
    return { http: http!, plain: alone! }
  } finally {
    await plain.close()
  }
}

const askToBook = (n: number): Ask => ({
  path: routes.my.hold.book.href({ holdId: knownId('hold', n) }),
  patient: n,
  fields: {},
})

async function book(site: ServedSite, ask: Ask): Promise<void> {
  const { status, text } = await site.ask(ask)
  if (status !== 303) throw new Error(`A booking answered ${status}: ${text.slice(0, 400)}`)
}

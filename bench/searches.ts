import { firstFreeByClinic, freeTimes } from '#features/availability/index.ts'
import type { Id } from '#kernel/ids.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { openDatabase } from '#platform/db/database.ts'
import { routes } from '#src/routes.ts'
import { inTurns, type Load, underLoad } from './load.ts'
import type { OwnDatabase } from './own-database.ts'
import type { ServedSite } from './served-site.ts'
import { openPlainClients, recordScripts } from './statements.ts'
import { knownId } from './world.sql.ts'

type Clinic = { id: Id<'organisation'>; lat: number; lon: number }

export type Searches = { readonly within20Km: Load; readonly oneClinic: Load }

const searches = 300

/** The engine's own searches, at the server, one after the other: four weeks ahead from today. The round of three that was disturbed least. */
export async function measureSearches(database: OwnDatabase): Promise<Searches> {
  const clinics = await someClinics(database)
  const request = openDatabase(database.requestUrl, { connections: 1 })
  const now = Temporal.Now.instant()
  const base = { treatmentType: 'physiotherapy', from: dayOf(now), until: dayOf(now).add({ days: 28 }), now }
  const asPatient = { kind: 'patient', personId: knownId('person', 1) } as const
  const timed = async (work: (clinic: Clinic) => Promise<unknown>) => {
    const once = () => underLoad(clinics, 1, async (clinic) => void (await work(clinic)))
    const rounds = [await once(), await once(), await once()]
    return rounds.toSorted((a, b) => a.p50Ms - b.p50Ms)[0]!
  }
  const near = ({ lat, lon }: Clinic) =>
    request.transaction(asPatient, (tx) => firstFreeByClinic(tx, { ...base, near: { lat, lon, km: 20 }, limit: 20 }))
  const one = ({ id }: Clinic) =>
    request.transaction(asPatient, (tx) => freeTimes(tx, { ...base, clinicIds: [id], limit: 20 }))
  try {
    for (const clinic of clinics.slice(0, 20)) await Promise.all([near(clinic), one(clinic)])
    return { within20Km: await timed(near), oneClinic: await timed(one) }
  } finally {
    await request.close()
  }
}

/** The page of free times through HTTP against its statements by a plain client, in turns. */
export async function compareSearch(database: OwnDatabase, site: ServedSite, clients: number) {
  const caseId = knownId('case', 1)
  const asks = Array.from({ length: searches }, () => ({
    path: routes.my.times.href({ caseId }, { postcode: '8000', km: 25 }),
    patient: 1,
  }))
  const [script] = await recordScripts(database.requestUrl, asks.slice(0, 1))
  const plain = await openPlainClients(database.requestUrl, clients)
  const ask = async (what: (typeof asks)[number]) => {
    const { status } = await site.ask(what)
    if (status !== 200) throw new Error(`The page of free times answered ${status}`)
  }
  const throughHttp = (part: typeof asks) => underLoad(part, clients, ask)
  const byPlain = (part: typeof asks) => underLoad(part, clients, (_, client) => plain.replay(script!, client))
  try {
    await throughHttp(asks.slice(0, 30))
    await byPlain(asks.slice(0, 30))
    const [http, alone] = await inTurns(3, [
      { items: asks, run: (part) => throughHttp([...part]) },
      { items: asks, run: (part) => byPlain([...part]) },
    ])
    return { clients, http: http!, plain: alone! }
  } finally {
    await plain.close()
  }
}

const someClinics = ({ rows }: OwnDatabase) =>
  rows<Clinic>(`select c.clinic_id as id, c.latitude as lat, c.longitude as lon
    from (select * from clinic_locations order by clinic_id limit 300) c, generate_series(1, 20) order by md5(clinic_id::text || generate_series) limit ${searches}`)

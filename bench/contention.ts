import { routes } from '#src/routes.ts'
import { underLoad } from './load.ts'
import type { OwnDatabase } from './own-database.ts'
import { holdsNeeded, type Scale } from './scale.ts'
import type { ServedSite } from './served-site.ts'
import { knownId } from './world.sql.ts'

/** Everybody asks for the same free time in the same instant. */
export async function measureContention(database: OwnDatabase, site: ServedSite, scale: Scale) {
  const [time] = await database.rows<{ value: string }>(
    `select d.practitioner_id || '~' || to_char(lower(gap) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as value
     from practitioner_days d, unnest(d.free) gap where d.practitioner_id = '${knownId('practitioner', 1)}' and d.on_date > current_date + 7
     order by lower(gap) limit 1`,
  )
  const first = holdsNeeded(scale) + 1
  const asks = Array.from({ length: scale.contenders }, (_, at) => ({
    path: routes.my.hold.create.href({ caseId: knownId('case', first + at) }),
    patient: first + at,
    fields: { time: time!.value },
  }))
  const statuses: number[] = []
  let toldWhy = 0
  const load = await underLoad(asks, asks.length, async (ask) => {
    const { status, text } = await site.ask(ask)
    statuses.push(status)
    if (status === 409 && /\/my\/cases\/[^"]+\/holds"/.test(text)) toldWhy++
  })
  const count = (is: (status: number) => boolean) => statuses.filter(is).length
  return {
    contenders: asks.length,
    won: count((status) => status === 303),
    refused: count((status) => status === 409),
    /** Refused with other times to choose from. */
    toldWhy,
    serverErrors: count((status) => status >= 500),
    other: count((status) => status !== 303 && status !== 409 && status < 500),
    lastAnswerMs: load.p99Ms,
  }
}

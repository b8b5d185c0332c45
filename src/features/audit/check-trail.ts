import type { Temporal } from '#kernel/time.ts'
import type { Reader, Tx } from '#platform/db/database.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { endsOfLinks } from './audit.sql.ts'
import { chainCount, type Head, startOf } from './chain.ts'
import { checkedHeads, linksOfChain, saveCheck } from './check-trail.sql.ts'
import { type Finding, openVerifier, type Verifier } from './verify.ts'

const linksAtATime = 2000

/**
 * Checks the links that came since the last check, and that they go on where it ended; the whole trail is for `bin/audit verify`. What does not
 * hold is found again every night until it is mended: only what holds moves the place that the next check begins at.
 */
export async function checkTrail({ database, log, now }: Pick<WorkerServices, 'database' | 'log' | 'now'>) {
  const [first, ...others] = await database.transaction({ kind: 'system' }, (tx) => checkTrailIn(tx, now()))
  if (!first) return
  log.error('audit-trail.broken', new Error(first.kind), { reason: first.kind, count: others.length + 1 })
}

/** The same within a transaction. Tells what does not hold. */
export async function checkTrailIn(tx: Tx, at: Temporal.Instant): Promise<readonly Finding[]> {
  const from = withAllChains((await checkedHeads(tx))?.heads ?? [])
  // The ends first: a link is never younger than the end that was read before it.
  const ends = withAllChains(await endsOfLinks(tx))
  const verifier = openVerifier([], from)
  for (const { chain, length } of from) {
    await takeLinks(tx, verifier, { chain, after: length, until: ends.find((end) => end.chain === chain)?.length ?? 0 })
  }
  const findings = verifier.finish(ends)
  const heads = findings.length === 0 ? ends : from
  await saveCheck(tx, { at, links: verifier.counted.links, findings: findings.length, heads })
  return findings
}

async function takeLinks(tx: Reader, verifier: Verifier, stretch: { chain: number; after: number; until: number }) {
  let { after } = stretch
  for (;;) {
    const links = await linksOfChain(tx, { ...stretch, after }, linksAtATime)
    for (const link of links) verifier.take({ ...link, at: link.at.toString() })
    const last = links.at(-1)
    if (!last) return
    after = last.position
  }
}

/** A chain without links ends where it starts. */
const withAllChains = (heads: readonly Head[]): readonly Head[] =>
  Array.from(
    { length: chainCount },
    (_, chain) => heads.find((head) => head.chain === chain) ?? { chain, length: 0, head: startOf(chain) },
  )

import { chainCount, commitmentTo, type Head, hashOf, type Link, startOf } from './chain.ts'

export type Finding = {
  readonly chain: number
  readonly position: number
  readonly kind:
    | 'event-changed'
    | 'columns-changed'
    | 'payload-half-removed'
    | 'hash-changed'
    | 'chain-broken'
    | 'link-missing'
    | 'end-differs'
    | 'history-rewritten'
    | 'chain-unknown'
}

export type Verifier = {
  /** Links of one chain come in their order; chains may alternate. */
  take(link: Link): void
  /** Compares with where the chains end, and tells all that was found. */
  finish(heads: readonly Head[]): readonly Finding[]
  readonly counted: { readonly links: number; readonly removedPayloads: number }
}

type End = { position: number; hash: string }

/**
 * Checks a trail link by link, in constant memory. `earlier` are ends that an earlier export showed or that were signed: with them
 * even a chain that was cut or rewritten as a whole, by somebody who owns the database, is found out. `from` are ends that were checked
 * already: the links after them are enough.
 */
export function openVerifier(earlier: readonly Head[] = [], from: readonly Head[] = []): Verifier {
  const ends = new Map<number, End>()
  for (let chain = 0; chain < chainCount; chain++) ends.set(chain, { position: 0, hash: startOf(chain) })
  for (const { chain, length, head } of from) ends.set(chain, { position: length, hash: head })
  const known = Map.groupBy(earlier, ({ chain, length }) => placeOf(chain, length))
  const findings: Finding[] = []
  const counted = { links: 0, removedPayloads: 0 }
  const find = (kind: Finding['kind'], { chain, position }: Pick<Finding, 'chain' | 'position'>) =>
    findings.push({ kind, chain, position })

  return {
    counted,
    take(link) {
      counted.links += 1
      if (link.event === null) counted.removedPayloads += 1
      const end = ends.get(link.chain)
      if (!end) return void find('chain-unknown', link)
      for (const kind of [...orderProblems(end, link), ...contentProblems(link)]) find(kind, link)
      const said = known.get(placeOf(link.chain, link.position)) ?? []
      if (said.some(({ head }) => head !== link.hash)) find('history-rewritten', link)
      ends.set(link.chain, { position: link.position, hash: link.hash })
    },
    finish(heads) {
      for (const [chain, { position, hash }] of ends) {
        const said = heads.find((head) => head.chain === chain)
        if (!said || said.length !== position || said.head !== hash) find('end-differs', { chain, position })
        const furthest = Math.max(0, ...earlier.filter((head) => head.chain === chain).map(({ length }) => length))
        if (furthest > position) find('history-rewritten', { chain, position: furthest })
      }
      return findings
    },
  }
}

const placeOf = (chain: number, position: number) => `${chain}/${position}`

function* orderProblems(end: End, link: Link): Iterable<Finding['kind']> {
  if (link.position !== end.position + 1) yield 'link-missing'
  if (link.previous !== end.hash) yield 'chain-broken'
}

function* contentProblems(link: Link): Iterable<Finding['kind']> {
  if (hashOf(link) !== link.hash) yield 'hash-changed'
  if ((link.event === null) !== (link.salt === null)) yield 'payload-half-removed'
  if (link.event === null || link.salt === null) return
  if (commitmentTo(link.salt, link.event) !== link.commitment) yield 'event-changed'
  else if (!columnsAgree(link)) yield 'columns-changed'
}

/** The columns beside the event are only for finding it; they must say what the event itself says. */
function columnsAgree({ event, action, personId, caseId, doerId }: Link): boolean {
  const said = JSON.parse(event ?? '{}') as Record<string, unknown> & { actor?: { userId?: string } }
  const agrees = (name: string, column: string | null) => (said[name] ?? null) === column
  const isByDoer = doerId === undefined || doerId === (said.actor?.userId ?? null)
  const isNamed = !('operation' in said) || said['operation'] === action
  return isByDoer && isNamed && agrees('data_subject_id', personId) && agrees('case_id', caseId)
}

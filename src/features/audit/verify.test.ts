import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { openDatabase } from '#platform/db/database.ts'
import { appendAuditEvent, appendAuditEvents } from '#platform/http/audit.sql.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { commitmentTo, type Head, hashOf, type Link } from './chain.ts'
import { exportAudit, readExportLine } from './export.ts'
import { openVerifier } from './verify.ts'
import { verifyFile } from './verify-file.ts'

type Trail = { readonly links: readonly Link[]; readonly heads: readonly Head[] }

const writers = 64
const eventsEach = 5
const person = '0190a000-0000-7000-8000-000000000001'
let world: World
let trail: Trail

const eventOf = (writer: number, step: number) =>
  JSON.stringify({ operation: 'test.write', data_subject_id: person, writer, step, word: 'æøå' })

/** 64 connections at once, each appending five events, two of them as one batch, first or last: several share each of the sixteen chains. */
async function writeAtOnce(): Promise<void> {
  const database = openDatabase(world.database.urls.request, { connections: writers })
  const write = (writer: number) =>
    database.transaction({ kind: 'anonymous' }, async (tx) => {
      const events = [4, 5].map((step) => eventOf(writer, step))
      const about = { personIds: [person, person], caseIds: [null, null], organisationId: null, doerId: null }
      const batch = () => appendAuditEvents(tx, { action: 'test.write', events, ...about })
      // Whichever comes first in a transaction must take its chain for itself.
      if (writer % 2 === 0) await batch()
      for (const step of [1, 2, 3]) {
        const event = eventOf(writer, step)
        await appendAuditEvent(tx, {
          action: 'test.write',
          event,
          personId: person,
          caseId: null,
          organisationId: null,
          doerId: null,
        })
      }
      if (writer % 2 === 1) await batch()
    })
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)))
  await database.close()
}

async function exported(): Promise<string> {
  const lines: string[] = []
  const database = openDatabase(world.database.ownerUrl, { connections: 1 })
  await database.transaction({ kind: 'system' }, async (tx) => {
    for await (const line of exportAudit(tx, Temporal.Instant.from('2026-11-23T10:00:00Z'))) lines.push(line)
  })
  await database.close()
  return lines.join('')
}

async function read(): Promise<Trail> {
  const lines = (await exported()).trim().split('\n').map(readExportLine)
  return { links: lines.filter((line) => line.kind === 'link'), heads: lines.filter((line) => line.kind === 'end') }
}

function kindsFound({ links, heads }: Trail, earlier: readonly Head[] = []): string[] {
  const verifier = openVerifier(earlier)
  for (const link of links) verifier.take(link)
  return [...new Set(verifier.finish(heads).map(({ kind }) => kind))].sort()
}

/** The trail with the link in the middle of its longest chain changed, and the index of that link. */
function withChange(change: (links: Link[], at: number) => void): Trail {
  const links = [...trail.links]
  const { chain } = trail.heads.toSorted((a, b) => b.length - a.length)[0] as Head
  change(
    links,
    links.findIndex((link) => link.chain === chain && link.position === 2),
  )
  return { links, heads: trail.heads }
}

const replace = (links: Link[], at: number, by: Partial<Link>) => links.splice(at, 1, { ...(links[at] as Link), ...by })

describe('the audit trail', () => {
  let folder: string
  before(async () => {
    world = await openWorld()
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-audit-'))
    await writeAtOnce()
    trail = await read()
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })

  test('does not fork under 64 writers on 64 connections, and misses none of their events', () => {
    assert.equal(trail.links.length, writers * eventsEach)
    assert.ok(trail.heads.some(({ length }) => length >= 6))
    assert.deepEqual(kindsFound(trail), [])
  })

  test('shows a changed event', () => {
    const forged = withChange((links, at) => replace(links, at, { event: '{"operation":"test.write"}' }))
    assert.deepEqual(kindsFound(forged), ['event-changed'])
  })

  test('shows a changed event even when its commitment was made anew', () => {
    const forged = withChange((links, at) => {
      const event = JSON.stringify({ operation: 'test.write', data_subject_id: person })
      replace(links, at, { event, commitment: commitmentTo(links[at]?.salt ?? '', event) })
    })
    assert.deepEqual(kindsFound(forged), ['hash-changed'])
  })

  test('shows a changed event even when its hash was made anew', () => {
    const forged = withChange((links, at) => {
      const link = links[at] as Link
      const event = JSON.stringify({ operation: 'test.write', data_subject_id: person })
      const commitment = commitmentTo(link.salt ?? '', event)
      replace(links, at, { event, commitment, hash: hashOf({ ...link, commitment }) })
    })
    assert.deepEqual(kindsFound(forged), ['chain-broken'])
  })

  test('shows that an event was filed under another person, action or doer', () => {
    const other = { personId: '0190a000-0000-7000-8000-000000000002' }
    assert.deepEqual(kindsFound(withChange((links, at) => replace(links, at, other))), ['columns-changed'])
    const others = { doerId: '0190a000-0000-7000-8000-000000000003' }
    assert.deepEqual(kindsFound(withChange((links, at) => replace(links, at, others))), ['columns-changed'])
    const filed = { caseId: '0190a000-0000-7000-8000-000000000004' }
    assert.deepEqual(kindsFound(withChange((links, at) => replace(links, at, filed))), ['columns-changed'])
    const renamed = withChange((links, at) => replace(links, at, { action: 'home.view' }))
    assert.deepEqual(kindsFound(renamed), ['columns-changed'])
  })

  test('shows a removed link, at the start, in the middle and at the end', () => {
    assert.deepEqual(kindsFound(withChange((links, at) => links.splice(at, 1))), ['chain-broken', 'link-missing'])
    assert.deepEqual(kindsFound(withChange((links, at) => links.splice(at - 1, 1))), ['chain-broken', 'link-missing'])
    assert.deepEqual(kindsFound({ ...trail, links: trail.links.slice(0, -1) }), ['end-differs'])
  })

  test('shows links whose order was changed', () => {
    const swapped = withChange((links, at) => links.splice(at, 2, links[at + 1] as Link, links[at] as Link))
    assert.deepEqual(kindsFound(swapped), ['chain-broken', 'link-missing'])
  })

  test('shows a forged end', () => {
    const heads = trail.heads.map((head, at) => (at === 3 ? { ...head, head: 'ab'.repeat(32) } : head))
    assert.deepEqual(kindsFound({ ...trail, heads }), ['end-differs'])
  })

  test('shows a chain that was cut and ended anew, to who kept an earlier export', () => {
    const last = trail.links.at(-1) as Link
    const before = trail.links.at(-2) as Link
    const heads = trail.heads.map((head) =>
      head.chain === last.chain ? { ...head, length: before.position, head: before.hash } : head,
    )
    const cut = { links: trail.links.slice(0, -1), heads }
    assert.deepEqual(kindsFound(cut), [])
    assert.deepEqual(kindsFound(cut, trail.heads), ['history-rewritten'])
  })

  test('still holds when a payload was lawfully removed, but not when half of one was', async () => {
    const without = withChange((links, at) => replace(links, at, { event: null, salt: null, personId: null }))
    assert.deepEqual(kindsFound(without), [])
    const half = withChange((links, at) => replace(links, at, { event: null }))
    assert.deepEqual(kindsFound(half), ['payload-half-removed'])

    const { chain, position } = trail.links[0] as Link
    const at = [chain, position]
    await world.sql(
      'update audit_events set event = null, salt = null, person_id = null where chain = $1 and position = $2',
      at,
    )
    assert.deepEqual(kindsFound(await read()), [])
    await assert.rejects(world.sql(`update audit_events set event = '{}' where chain = $1 and position = $2`, at))
    await assert.rejects(world.sql('delete from audit_events where chain = $1 and position = $2', at))
  })

  test('is verified from a file, and against an earlier file', async () => {
    const [earlier, later] = [join(folder, 'earlier.jsonl'), join(folder, 'later.jsonl')]
    writeFileSync(earlier, await exported())
    await writeAtOnce()
    writeFileSync(later, await exported())
    assert.deepEqual(await verifyFile(later, { earlierPath: earlier }), {
      findings: [],
      links: writers * eventsEach * 2,
      removedPayloads: 1,
    })
    const { findings } = await verifyFile(earlier, { earlierPath: later })
    assert.ok(findings.some(({ kind }) => kind === 'history-rewritten'))
  })
})

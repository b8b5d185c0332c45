import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import {
  bindingHeads,
  type Head,
  headsFileIn,
  publicKeyIn,
  publicKeyOf,
  readStatements,
  type Statement,
  StatementForged,
  state,
} from '#platform/audit-heads/statement.ts'
import { localSecrets } from '#platform/config/local-secrets.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { writeEvents } from '#tests/cast/write-events.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { exportAudit } from './export.ts'
import { auditTasks, publishHeads } from './index.ts'
import { verifyFile } from './verify-file.ts'

describe('signed ends of the audit trail', () => {
  let world: World
  let folder: string
  let auditKeyFile: string
  let keyFile: string
  const publish = () =>
    publishHeads({ database: world.worker, dataFolder: folder, auditKeyFile, now: world.clock.now }, 'nightly')
  const write = (times: number) => writeEvents(world, times)
  const statements = () => readStatements(headsFileIn(folder), publicKeyIn(keyFile))
  const exported = async () => {
    const path = join(folder, 'export.jsonl')
    const lines: string[] = []
    const database = openDatabase(world.database.ownerUrl, { connections: 1 })
    await database.transaction({ kind: 'system' }, async (tx) => {
      for await (const line of exportAudit(tx, world.clock.now())) lines.push(line)
    })
    await database.close()
    writeFileSync(path, lines.join(''))
    return path
  }
  const kindsFound = async (said = statements()) => {
    const { findings } = await verifyFile(await exported(), { signed: bindingHeads(said) })
    return [...new Set(findings.map(({ kind }) => kind))]
  }

  before(async () => {
    world = await openWorld()
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-heads-'))
    auditKeyFile = localSecrets(folder).auditKeyFile
    keyFile = join(folder, 'public.json')
    writeFileSync(keyFile, JSON.stringify(publicKeyOf(auditKeyFile)))
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })

  test('are written every night outside the database, and the public key holds no private part (X3)', async () => {
    await write(3)
    await auditTasks(workerServices(world, { dataFolder: folder, auditKeyFile }), openGate(referralPolicy))[
      'publish-audit-heads'
    ]?.({}, { attempt: 1 })
    const [statement] = statements()
    assert.equal(statement?.because, 'nightly')
    assert.deepEqual(
      statement?.heads.map(({ length }) => length).filter((length) => length > 0),
      [3],
    )
    assert.equal(statSync(headsFileIn(folder)).mode & 0o077, 0)
    assert.equal('d' in publicKeyOf(auditKeyFile), false)
    assert.deepEqual(await kindsFound(), [])
  })

  test('still fit when the trail goes on (X3)', async () => {
    await write(2)
    await publish()
    await write(2)
    assert.deepEqual(await kindsFound(), [])
  })

  test('show that the newest events were cut off and the chain ended anew (X3)', async () => {
    await publish()
    const [longest] = await world.sql<Head>(
      `select chain, length, encode(head, 'hex') as head from audit_chains order by length desc limit 1`,
    )
    const kept = await world.sql('select * from audit_events where chain = $1 and position = $2', [
      longest?.chain,
      longest?.length,
    ])
    await cut(longest as Head)
    const { findings } = await verifyFile(await exported())
    assert.deepEqual(findings, [], 'the trail by itself does not show it')
    assert.deepEqual(await kindsFound(), ['history-rewritten'])
    assert.equal(kept.length, 1)
  })

  test('do not bind where a restored backup went back behind them, and bind before that (X3)', async () => {
    const heads = await world.sql<Head>(
      `select chain, length, encode(head, 'hex') as head from audit_chains order by chain`,
    )
    await state(headsFileIn(folder), auditKeyFile, { at: world.clock.now().toString(), because: 'restore', heads })
    assert.deepEqual(await kindsFound(), [])
    await write(3)
    assert.deepEqual(await kindsFound(), [])
    const forged = statements().map((one) => ({
      ...one,
      heads: one.heads.map((head) => ({ ...head, head: 'ab'.repeat(32) })),
    }))
    assert.deepEqual(await kindsFound(forged), ['history-rewritten'])
  })

  test('are refused when a line was changed, or signed with another key (X3)', async () => {
    const text = readFileSync(headsFileIn(folder), 'utf8')
    const [first, ...rest] = text.trim().split('\n')
    const statement = JSON.parse(first ?? '') as Statement
    for (const changed of [
      { ...statement, at: '2026-01-01T00:00:00Z' },
      { ...statement, because: 'restore' },
      { ...statement, heads: [] },
      { ...statement, signature: '' },
    ]) {
      writeFileSync(headsFileIn(folder), [JSON.stringify(changed), ...rest, ''].join('\n'))
      assert.throws(statements, StatementForged)
    }
    writeFileSync(headsFileIn(folder), text)
    writeFileSync(keyFile, JSON.stringify(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })))
    assert.throws(statements, /Line 1 of .* was not signed by this key/)
  })

  /** What an owner of the database could do. */
  async function cut({ chain, length }: Head): Promise<void> {
    await world.sql('alter table audit_events disable trigger user')
    await world.sql('delete from audit_events where chain = $1 and position = $2', [chain, length])
    await world.sql('alter table audit_events enable trigger user')
    await world.sql(
      `update audit_chains set length = $2 - 1, head = (select hash from audit_events where chain = $1 and position = $2 - 1) where chain = $1`,
      [chain, length],
    )
  }
})

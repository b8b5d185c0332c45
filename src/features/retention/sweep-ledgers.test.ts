import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import type { Temporal } from '#kernel/time.ts'
import { linesSince } from '#platform/backup/forget-lines.ts'
import { type Erased, ledgerIn, mustForgetFirst, readLedger } from '#platform/backup/ledger.ts'
import { sql } from '#platform/db/sql.ts'
import { openGate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { beforeNow } from '#policy/retention.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { ledgerTasks } from './sweep-ledgers.ts'

describe('what shows that others were erased', () => {
  let world: World
  let cast: Cast
  const dataFolder = mkdtempSync(join(tmpdir(), 'klinikbro-ledger-'))
  const file = ledgerIn(dataFolder)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await plant('1 day')
    await plant('5 years 2 days')
    const rows = await world.sql<{ entry: string; at: Temporal.Instant }>('select entry, erased_at as at from erasures')
    const line = ({ entry, at }: (typeof rows)[number]) =>
      JSON.stringify({ entry, caseId: null, personId: null, at: at.toString(), because: 'retention' })
    writeFileSync(file, `${rows.map(line).join('\n')}\n`)
  })
  after(() => world.close())

  const plant = async (age: string) => {
    await world.sql(
      `with run as (insert into retention_runs (id, started_at) values (gen_random_uuid(), now() - $1::interval) returning id)
       insert into erasures (run_id, because, erased_at) select id, 'retention', now() - $1::interval from run`,
      [age],
    )
    await world.sql(`insert into log_sweeps (swept_at, files_erased, files_kept) values (now() - $1::interval, 1, 2)`, [
      age,
    ])
  }
  const sweep = (model: PolicyModel = referralPolicy) =>
    ledgerTasks(workerServices(world, { now: world.clock.now, dataFolder }), openGate(model))['sweep-ledgers']?.(
      {},
      { attempt: 1 },
    )
  const count = async (table: string) => (await world.sql(`select from ${table}`)).length
  const invite = (expired: string) =>
    world.sql(
      `insert into invitations (id, token_hash, organisation_id, email, name, roles, invited_at, expires_at)
       values (gen_random_uuid(), sha256(random()::text::bytea), $1, md5(random()::text) || '@nordlys.example', 'Ny Navnesen', '{case-handler}',
         now() - interval '90 days', now() - $2::interval)`,
      [cast.nordlys.id, expired],
    )

  test('goes itself when the time that the policy says has passed, in the database and beside it (T20.2)', async () => {
    await sweep()
    for (const table of ['erasures', 'retention_runs', 'log_sweeps']) assert.equal(await count(table), 1, table)
    assert.equal(readLedger(file)?.length, 1)
  })

  test('is not missed at the next start, nor by a process that still has the old lines (X4)', async () => {
    const old = [
      { entry: crypto.randomUUID(), caseId: null, personId: null, at: '2019-01-01T00:00:00Z', because: 'retention' },
    ]
    const ledger = [...old, ...(readLedger(file) ?? [])]
    const ask = (known: readonly Erased[]) =>
      world.worker.transaction({ kind: 'system' }, (tx) => mustForgetFirst(tx, known))
    assert.notEqual(await ask(ledger), null)
    assert.equal(await ask(linesSince(ledger, beforeNow(referralPolicy, 'erasure-ledger', world.clock.now()))), null)
  })

  test('loses no line of the last year, whoever asks', async () => {
    const early = world.worker.transaction({ kind: 'system' }, (tx) =>
      tx.run(sql`select forget_old_erasures(now() - interval '11 months')`),
    )
    await assert.rejects(early, { constraint: 'ledger_keeps_young_erasures' })
  })

  test('stays as long as the model says, whatever that is (X1)', async () => {
    const within = (period: string): PolicyModel => ({
      ...referralPolicy,
      activities: referralPolicy.activities.map((activity) => {
        const parts = activity.retention.parts?.map((part) =>
          part.id === 'log-sweep-report' ? { ...part, period } : part,
        )
        return parts ? { ...activity, retention: { ...activity.retention, parts } } : activity
      }),
    })
    await sweep(within('P2D'))
    assert.equal(await count('log_sweeps'), 1)
    await sweep(within('PT1H'))
    assert.equal(await count('log_sweeps'), 0)
  })

  test('an invitation that came to nothing leaves no name behind a month after it expired (R1.11, T20.2)', async () => {
    await invite('29 days')
    await invite('31 days')
    await sweep()
    assert.equal(await count('invitations'), 1)
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'retention.sweep' order by position desc limit 1`,
    )
    assert.match(event?.event ?? '', /"invitations":1/)
    assert.doesNotMatch(event?.event ?? '', /Navnesen/)
  })
})

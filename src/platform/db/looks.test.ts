import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { appendAuditEvent } from '#platform/http/audit.sql.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { type Database, openDatabase, type TransactionKind, type Tx } from './database.ts'
import { sql } from './sql.ts'

describe('a transaction', () => {
  let world: World
  let database: Database
  before(async () => {
    world = await openWorld()
    // Durable by default, as a server is that is not for tests.
    const url = new URL(world.database.ownerUrl)
    url.searchParams.set('options', '-c synchronous_commit=on')
    database = openDatabase(url.href, { connections: 1 })
  })
  after(async () => {
    await database.close()
    await world.close()
  })

  const within = (kind: TransactionKind, work: (tx: Tx) => Promise<void>) =>
    database.transaction({ kind: 'anonymous' }, work, kind)
  const isWaiting = async (tx: Tx) =>
    (await tx.row<{ waits: boolean }>(sql`select current_setting('synchronous_commit') = 'on' as waits`)).waits
  const log = (tx: Tx) =>
    appendAuditEvent(tx, {
      action: 'contact.send',
      event: '{}',
      personId: null,
      caseId: null,
      organisationId: null,
      doerId: null,
    })
  const changeSomething = (tx: Tx) =>
    tx.run(sql`
      insert into leads (id, name_sealed, company_sealed, phone_sealed, email_sealed, message_sealed, language, received_at, review_on)
      values (${newId<'lead'>()}, '', '', '', '', '', 'da', now(), current_date + 30)`)
  /** What happens on the way into a commit. */
  const settle = (tx: Tx) => tx.run(sql`set constraints all immediate`)

  test('that changes something waits until it is on the disk', () =>
    within('change', async (tx) => assert.equal(await isWaiting(tx), true)))

  test('that only looks goes on before its log is on the disk', () =>
    within('look', async (tx) => {
      await log(tx)
      await settle(tx)
      assert.equal(await isWaiting(tx), false)
    }))

  test('that began as a look waits after all when it changed something about somebody (R1.2)', () =>
    within('look', async (tx) => {
      await changeSomething(tx)
      await log(tx)
      await settle(tx)
      assert.equal(await isWaiting(tx), true)
    }))

  test('that began as a look may change nothing without its event either (R1.2)', () =>
    assert.rejects(
      within('look', async (tx) => void (await changeSomething(tx))),
      { constraint: 'no_change_without_audit_event' },
    ))
})

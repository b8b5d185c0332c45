import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { backUp } from '#platform/backup/backup.ts'
import { ledgerIn, noteErasures, readLedger, replayErasures } from '#platform/backup/ledger.ts'
import { restore } from '#platform/backup/restore.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { linkTo, writeToUs } from '#tests/cast/direct.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { askAsOwner } from '#tests/harness/ask-as-owner.ts'
import { cluster, type TestDatabase } from '#tests/harness/cluster.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a database restored from before somebody lost a right', () => {
  let world: World
  let cast: Cast
  let folder: string
  let restored: TestDatabase
  let bos: Awaited<ReturnType<typeof openCaseFor>>
  let anas: Awaited<ReturnType<typeof openCaseFor>>
  let evas: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-ended-'))
    bos = await openCaseFor(world, cast.mette, people.bo)
    anas = await openCaseFor(world, cast.mette, people.ana)
    const birthe = await world.browser(cast.birthe)
    await birthe.post(routes.organisation.issueApiClient.href({}), { name: 'Sagssystem' })
    await world.sql(`insert into user_passwords (user_id, phc) values ($1, 'one') on conflict do nothing`, [
      cast.mette.userId,
    ])
    evas = await writeToUs(world, { message: 'Slet mig', email: 'eva@proeve.example', name: 'Eva Frossen' })
    await writeToUs(world, { message: 'Behold mig', email: 'ida@proeve.example', name: 'Ida Eksempelsen' })
    await backUp(world.database.ownerUrl, join(folder, 'backup'), world.clock.now())
    await lose()
    await noteErasures(world.worker, ledgerIn(folder))
    restored = await (await cluster()).newDatabase()
    await restore({ ownerUrl: restored.ownerUrl, folder: join(folder, 'backup'), epochs: [1] })
  })
  after(async () => {
    await restored?.drop()
    await world.close()
    rmSync(folder, { recursive: true })
  })

  /** What happens after the backup: a colleague is removed, another loses a role, a system its access, a password changes, a consent ends, an enquirer erases what they wrote. */
  async function lose() {
    const birthe = await world.browser(cast.birthe)
    await birthe.get(routes.organisation.users.href({}))
    await birthe.postAndFollow(routes.organisation.removal.href({ userId: cast.ali.userId }))
    const [client] = await world.sql<{ id: string }>('select id from api_clients')
    await birthe.postAndFollow(routes.organisation.revokeApiClient.href({ clientId: client!.id }))
    await world.sql(
      `with audited as (select append_audit_event('test', '{}', null, null, null)) delete from user_roles using audited where user_id = $1`,
      [cast.sara.userId],
    )
    await world.sql(
      `update user_passwords set phc = 'another', set_at = now() + interval '1 second' where user_id = $1`,
      [cast.mette.userId],
    )
    const mette = await world.browser(cast.mette)
    await mette.postAndFollow(routes.case.withdrawal.create.href({ caseId: bos.caseId }))
    const { browser: eva, token } = await linkTo(world, 'eva@proeve.example')
    assert.equal((await eva.post(routes.written.erasure.href({ token, leadId: evas }))).status, 303)
    await askAs(world, anas, 'objection', { text: 'Vent med at bruge dem' })
  }

  const inRestored = (text: string, values?: readonly unknown[]) => askAsOwner(restored.ownerUrl, text, values)
  const standing = () =>
    inRestored(
      `select (select count(*)::integer from user_removals where user_id = $1) as removed,
         (select count(*)::integer from user_roles where user_id = $2) as roles,
         (select count(*)::integer from user_passwords where user_id = $3) as passwords,
         (select count(*)::integer from api_clients where revoked_at is null) as clients,
         (select count(*)::integer from consent_marks m where m.case_id = $4 and consent_is_live(m.id)) as live,
         (select count(*)::integer from leads) as enquiries`,
      [cast.ali.userId, cast.sara.userId, cast.mette.userId, bos.caseId],
    )

  test('brings nobody back in and no consent back to life, once it is told again what ended (X4, T19.6)', async () => {
    assert.deepEqual(await standing(), [{ removed: 0, roles: 1, passwords: 1, clients: 1, live: 1, enquiries: 2 }])
    const byHand: string[] = []
    const ledger = readLedger(ledgerIn(folder)) ?? []
    await replayErasures(restored.ownerUrl, ledger, (caseId) => byHand.push(caseId))
    assert.deepEqual(await standing(), [{ removed: 1, roles: 0, passwords: 0, clients: 0, live: 0, enquiries: 1 }])
    assert.deepEqual(byHand, [anas.caseId], 'a restriction whose request is lost is for a person to place again')
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 0)
    assert.equal((await inRestored('select from user_removals')).length, 1, 'nothing twice')
  })

  test('is known to have to be told, by a ledger outside that holds ids and no names (X4)', async () => {
    const ended = (readLedger(ledgerIn(folder)) ?? []).flatMap((line) => line.ended ?? [])
    assert.deepEqual(
      new Set(ended.map(({ what }) => what)),
      new Set(['access', 'role', 'password', 'api-access', 'consent', 'use-of-case', 'enquiry']),
    )
    assert.doesNotMatch(JSON.stringify(ended), /Ali|Sagssystem|Eva|@/)
  })
})

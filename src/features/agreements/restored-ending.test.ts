import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { backUp } from '#platform/backup/backup.ts'
import { ledgerIn, noteErasures, readLedger, replayErasures } from '#platform/backup/ledger.ts'
import { restore } from '#platform/backup/restore.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { askAsOwner } from '#tests/harness/ask-as-owner.ts'
import { cluster, type TestDatabase } from '#tests/harness/cluster.ts'
import { columnsWith, writingsOf } from '#tests/harness/search-everywhere.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { carryOutEndings } from './carry-out-endings.ts'

describe('a database restored from before an agreement ended', () => {
  let world: World
  let cast: Cast
  let folder: string
  let restored: TestDatabase
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-ending-'))
    await backUp(world.database.ownerUrl, join(folder, 'backup'), world.clock.now())
    const omar = await world.browser(cast.omar)
    const lastDay = dayOf(world.clock.now()).toString()
    await omar.post(`/operator/organisations/${cast.nordlys.id}/ending`, { lastDay, reason: 'closing' })
    await carryOutEndings(workerServices(world), openGate(referralPolicy))
    await noteErasures(world.worker, ledgerIn(folder))
    restored = await (await cluster()).newDatabase()
    await restore({ ownerUrl: restored.ownerUrl, folder: join(folder, 'backup'), epochs: [1] })
  })
  after(async () => {
    await restored?.drop()
    await world.close()
    rmSync(folder, { recursive: true })
  })

  test('knows nobody of that organisation and lets nobody of it in, once it has forgotten again (R1.11, X4)', async () => {
    const names = ['Mette Sagsen', 'Birthe Bestyrer', cast.mette.email].flatMap(writingsOf)
    assert.ok((await columnsWith(restored.ownerUrl, names)).length > 0, 'the backup brought them back')
    const ledger = readLedger(ledgerIn(folder)) ?? []
    assert.deepEqual(
      ledger.filter(({ ended }) => !ended).map(({ because, organisationId }) => [because, organisationId]),
      [
        ['agreement-ended', cast.nordlys.id],
        ['business-contacts', cast.nordlys.id],
      ],
    )
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 2)
    assert.deepEqual(await columnsWith(restored.ownerUrl, names), [])
    const standing = await askAsOwner(
      restored.ownerUrl,
      `select agreement_is_over($1) as over, user_may_enter($2) as may, (select count(*)::integer from erasures) as known`,
      [cast.nordlys.id, cast.mette.userId],
    )
    assert.deepEqual(standing, [{ over: true, may: false, known: 2 }])
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 0, 'nothing twice')
  })
})

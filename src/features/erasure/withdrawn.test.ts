import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { backUp } from '#platform/backup/backup.ts'
import {
  type Erased,
  ledgerIn,
  mustForgetFirst,
  noteErasures,
  readLedger,
  replayErasures,
} from '#platform/backup/ledger.ts'
import { restore } from '#platform/backup/restore.ts'
import { openDatabase } from '#platform/db/database.ts'
import { dataCatalogue } from '#src/data-catalogue.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { type PlantedPerson, planted, plantedNumbers, plantPerson } from '#tests/cast/plant-person.ts'
import { askAsOwner } from '#tests/harness/ask-as-owner.ts'
import { cluster, type TestDatabase } from '#tests/harness/cluster.ts'
import { columnsWith, filesWith, writingsOf, writingsOfBytes } from '#tests/harness/search-everywhere.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const written = [
  planted.complaint,
  planted.bodyPart,
  planted.onset,
  planted.diagnosis,
  planted.attachment,
  planted.fileName,
]
const told = written.flatMap(writingsOf)
/** The tables that the catalogue says go with the consent. */
const onConsent = dataCatalogue.flatMap((tables) =>
  Object.entries(tables).flatMap(([table, columns]) =>
    Object.values(columns).some(({ retention }) => retention === 'consent') ? [table] : [],
  ),
)

describe('what rested on a withdrawn consent', () => {
  let world: World
  let cast: Cast
  let person: PlantedPerson
  let folder: string
  let caseId: PlantedPerson['caseIds'][number]
  let sealed: Buffer[]
  let restored: TestDatabase

  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-withdrawn-'))
    person = await plantPerson(world, cast)
    const [first] = await world.sql<{ id: typeof caseId }>('select id from cases where case_number = $1', [
      plantedNumbers.case,
    ])
    caseId = first!.id
    const mette = await world.browser(cast.mette)
    const consentedOn = world.clock.now().toString().slice(0, 10)
    for (const id of person.caseIds)
      await mette.post(routes.case.consent.create.href({ caseId: id }), { consent: 'yes', consentedOn, means: 'oral' })
    const rows = await world.sql<{ sealed: Buffer }>(
      `select value_sealed as sealed from case_details where case_id = any ($1)
       union all select name_sealed from attachments where case_id = any ($1) union all select content_sealed from attachments where case_id = any ($1)`,
      [person.caseIds],
    )
    sealed = rows.flatMap((row) => writingsOfBytes(row.sealed))
    await backUp(world.database.ownerUrl, join(folder, 'backup'), world.clock.now())
  })
  after(async () => {
    await restored?.drop()
    await world.close()
    rmSync(folder, { recursive: true })
  })
  const inTables = (writings: readonly Buffer[]) => columnsWith(world.database.ownerUrl, writings)
  const rowsOf = async (ask: (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>) => {
    const found = await Promise.all(
      onConsent.map(async (table) => [
        table,
        (await ask(`select from ${table} where case_id = any ($1)`, [person.caseIds])).length,
      ]),
    )
    return Object.fromEntries(found) as Record<string, number>
  }
  const inRestored = (text: string, values?: readonly unknown[]) => askAsOwner(restored.ownerUrl, text, values)

  test('was there before, sealed, in the tables that the catalogue names (T20.1)', async () => {
    assert.deepEqual(onConsent.toSorted(), ['attachments', 'case_details', 'idempotency_keys'])
    assert.deepEqual((await inTables(sealed)).toSorted(), [
      'public.attachments.content_sealed',
      'public.attachments.name_sealed',
      'public.case_details.value_sealed',
    ])
    assert.ok(filesWith(join(folder, 'backup'), sealed).length >= 2)
    const rows = await rowsOf((text, values) => world.sql(text, values))
    assert.ok(
      Object.values(rows).every((count) => count > 0),
      JSON.stringify(rows),
    )
  })

  test('is in none of these tables any more, and elsewhere only in the journal that a clinic must take over (T20.1)', async () => {
    const patient = await world.browser(person)
    for (const id of person.caseIds) await patient.postAndFollow(routes.my.withdrawal.create.href({ caseId: id }))
    const rows = await rowsOf((text, values) => world.sql(text, values))
    assert.deepEqual(new Set(Object.values(rows)), new Set([0]))
    assert.deepEqual(await inTables(told), [])
    assert.deepEqual(await inTables(sealed), [
      'public.journal_enclosures.name_sealed',
      'public.journal_enclosures.content_sealed',
    ])
  })

  test('is nowhere once that clinic has: no table, no job, no backup, no file (T20.1)', async () => {
    const peter = await world.browser(cast.peter)
    await peter.get(routes.handover.take.href({ caseId }))
    await peter.get(routes.handover.list.href({}))
    await peter.postAndFollow(routes.handover.confirm.href({ caseId }))
    assert.deepEqual(await inTables([...told, ...sealed]), [])
    await backUp(world.database.ownerUrl, join(folder, 'after'), world.clock.now())
    await noteErasures(world.worker, ledgerIn(join(folder)))
    assert.deepEqual(filesWith(join(folder, 'after'), [...told, ...sealed]), [])
    assert.deepEqual(filesWith(folder, told), [])
  })

  test('does not come back with a backup from before, and neither does the consent (T20.1, X4)', async () => {
    restored = await (await cluster()).newDatabase()
    await restore({ ownerUrl: restored.ownerUrl, folder: join(folder, 'backup'), epochs: [1] })
    const ledger = readLedger(ledgerIn(folder)) ?? []
    assert.deepEqual(
      erasedIn(ledger).map(({ referralWithdrawnBy, because, personId }) => [referralWithdrawnBy, because, personId]),
      [
        ['patient', 'request', null],
        ['patient', 'request', null],
      ],
    )
    assert.ok(Object.values(await rowsOf(inRestored)).every((count) => count > 0))
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 2)
    assert.deepEqual(new Set(Object.values(await rowsOf(inRestored))), new Set([0]))
    const cases = 'select consent_is_withdrawn(id) as withdrawn from cases where id = any ($1)'
    assert.deepEqual(await inRestored(cases, [person.caseIds]), [{ withdrawn: true }, { withdrawn: true }])
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 0)
    const database = openDatabase(restored.urls.worker, { connections: 1 })
    try {
      assert.equal(await database.transaction({ kind: 'system' }, (tx) => mustForgetFirst(tx, ledger)), null)
      assert.equal(await noteErasures(database, ledgerIn(folder), { all: true }), 0)
    } finally {
      await database.close()
    }
  })

  test('is forgotten with the whole case, when that is erased later (T20.1)', async () => {
    for (const id of person.caseIds) {
      await world.sql(
        `with audited as (select append_audit_event('test', '{}', null, null, null)) select erase_case($1, 'request', null) from audited`,
        [id],
      )
    }
    assert.deepEqual(await world.sql('select from referral_erasures'), [])
    await noteErasures(world.worker, ledgerIn(folder))
    const ledger = readLedger(ledgerIn(folder)) ?? []
    assert.equal(erasedIn(ledger).length, 4)
    assert.equal(await replayErasures(restored.ownerUrl, ledger), 2)
    assert.deepEqual(await inRestored('select from cases where id = any ($1)', [person.caseIds]), [])
  })
})

/** That a consent ended has lines of its own. */
const erasedIn = (ledger: readonly Erased[]) => ledger.filter(({ ended }) => !ended)

import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { totpPurpose } from '#features/identity/second-factor.ts'
import { purposeOf as importPurpose } from '#features/imports/check-import.ts'
import { openLead, sealPart } from '#features/leads/lead.ts'
import { leadById } from '#features/leads/leads.sql.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import { readSecrets } from '#platform/config/secrets-file.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, testSecrets, type World } from '#tests/harness/world.ts'
import { open } from './field.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { unwrapPersonKey } from './person-key.ts'
import { openForPlatform, platformEpoch, sealForPlatform } from './platform-key.ts'
import { rotateKeys } from './rotate.ts'
import { sealedPlaces } from './sealed-places.ts'
import { watchKeyring } from './watch-keyring.ts'

const atOnce = { waitSeconds: 0 }
const parts = ['name', 'company', 'phone', 'email', 'message'] as const

describe('rotating the keys', () => {
  let world: World
  let cast: Cast
  let folder: string
  let file: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-keys-'))
    file = join(folder, 'secrets.json')
  })
  beforeEach(async () => {
    await world?.close()
    world = await openWorld()
    cast = await settle(world)
    writeSecrets([1])
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })

  function writeSecrets(epochs: readonly number[]): void {
    const text = (bytes: Buffer) => bytes.toString('base64url')
    const keyEncryption = epochs.map((epoch) => ({ epoch, key: text(Buffer.alloc(32, epoch)) }))
    const { index, session } = testSecrets
    const content = { keyEncryption, index: text(index), session: text(session), roles: text(session) }
    writeFileSync(file, JSON.stringify(content), { mode: 0o600 })
  }
  const secrets = () => readSecrets(file).secrets ?? assert.fail('the secrets file cannot be read')
  const epochsInFile = () => secrets().keyEncryption.map(({ epoch }) => epoch)
  const rotated = () => openKeyring(secrets())
  const cprWith = async (keyring: Keyring, personId: Id<'person'>) => {
    const key = await world.worker.transaction({ kind: 'system' }, (tx) => personKeyFor(tx, keyring, personId))
    const [row] = await world.sql<{ cpr_sealed: Buffer }>('select cpr_sealed from persons where id = $1', [personId])
    return open(key, 'persons.cpr', row?.cpr_sealed ?? Buffer.of())
  }

  test('what was sealed opens under the new epoch, and the old key is gone from the file (X4)', async () => {
    const { personId } = await openCaseFor(world, cast.mette, people.ana)
    const [before] = await world.sql<{ wrapped: Buffer }>('select wrapped from person_keys')
    const { epoch, retired } = await rotateKeys(world.database.ownerUrl, file, atOnce)
    assert.deepEqual([epoch, retired, epochsInFile()], [2, [1], [2]])
    assert.equal(statSync(file).mode & 0o077, 0)
    assert.equal(await cprWith(rotated(), personId), people.ana.cpr)
    const wrapped = before?.wrapped ?? Buffer.of()
    assert.throws(() => unwrapPersonKey(rotated(), { personId, wrapped, epoch: 1 }), /No key-encryption key/)
    assert.throws(() => unwrapPersonKey(rotated(), { personId, wrapped, epoch: 2 }))
  })

  test('what the platform sealed opens too, wherever it lies', async () => {
    const keyring = world.services.keyring
    const [lead, file_, user] = [newId<'lead'>(), newId<'case-import'>(), cast.mette.userId]
    await plant(world, { lead, file: file_, user, insurer: cast.nordlys.id })
    await rotateKeys(world.database.ownerUrl, file, atOnce)
    for (const { table, column } of sealedPlaces) {
      const rows = await world.sql<{ sealed: Buffer }>(
        `select ${column} as sealed from ${table} where ${column} is not null`,
      )
      assert.deepEqual(
        rows.map(({ sealed }) => platformEpoch(sealed)),
        [2],
        `${table}.${column}`,
      )
    }
    const row = await world.worker.transaction({ kind: 'system' }, (tx) => leadById(tx, lead))
    const opened = row ? openLead(rotated(), row) : assert.fail('no lead')
    assert.deepEqual([...parts.map((part) => opened[part]), opened.answer?.text], [...parts, 'text'])
    const [totp] = await world.sql<{ secret_sealed: Buffer }>(
      'select secret_sealed from user_totp where user_id = $1',
      [user],
    )
    assert.equal(openForPlatform(rotated(), totpPurpose(user), totp?.secret_sealed ?? Buffer.of()).toString(), 'secret')
    const [sheet] = await world.sql<{ content_sealed: Buffer }>('select content_sealed from case_import_files')
    assert.equal(
      openForPlatform(rotated(), importPurpose(file_), sheet?.content_sealed ?? Buffer.of()).toString(),
      'sheet',
    )
    assert.throws(() => openForPlatform(keyring, totpPurpose(user), totp?.secret_sealed ?? Buffer.of()))
  })

  test('every place that the platform seals into is known to a rotation', () => {
    const sealing = globSync('src/features/**/*.ts').filter(
      (path) => !path.endsWith('.test.ts') && readFileSync(path, 'utf8').includes('sealForPlatform('),
    )
    assert.deepEqual(sealing.sort(), [
      'src/features/direct-requests/direct-request.ts',
      'src/features/enquirers/link.ts',
      'src/features/identity/eid-attempts.ts',
      'src/features/identity/sessions.ts',
      // What a form carries for some minutes, and what is stored of it.
      'src/features/identity/totp-offer.ts',
      'src/features/imports/upload-file.ts',
      'src/features/leads/lead.ts',
    ])
  })

  test('a process that has not heard of it cannot seal under the old key any more', async () => {
    await rotateKeys(world.database.ownerUrl, file, atOnce)
    await assert.rejects(openCaseFor(world, cast.mette, people.ana), {
      constraint: 'nothing_is_sealed_under_a_retired_epoch',
    })
    const sealed = sealForPlatform(world.services.keyring, totpPurpose(cast.mette.userId), Buffer.from('secret'))
    const save = world.sql('insert into user_totp (user_id, secret_sealed) values ($1, $2)', [
      cast.mette.userId,
      sealed,
    ])
    await assert.rejects(save, { constraint: 'nothing_is_sealed_under_a_retired_epoch' })
  })

  test('one that was cut off is finished by the next', async () => {
    const { personId } = await openCaseFor(world, cast.mette, people.ana)
    writeSecrets([1, 2])
    const { epoch } = await rotateKeys(world.database.ownerUrl, file, atOnce)
    assert.deepEqual([epoch, epochsInFile()], [2, [2]])
    assert.equal(await cprWith(rotated(), personId), people.ana.cpr)
  })

  test('a destroyed key stays destroyed', async () => {
    const { personId } = await openCaseFor(world, cast.mette, people.ana)
    await world.sql('select forget_person($1)', [personId])
    await rotateKeys(world.database.ownerUrl, file, atOnce)
    assert.deepEqual(await world.sql('select epoch, wrapped from person_keys'), [{ epoch: 1, wrapped: null }])
  })

  test('goes on under a running product, which loses nothing', async () => {
    const watched = watchKeyring({ file, secrets: secrets(), onTrouble: assert.fail })
    const live = { ...world, services: { ...world.services, keyring: watched.keyring } }
    let isDone = false
    // Somebody is being served, so the rotation waits until they have heard of it.
    const opened = [(await openCaseFor(live, cast.mette, people.ana)).personId]
    const working = async () => {
      while (!isDone) {
        opened.push((await openCaseFor(live, cast.mette, people.ana)).personId)
        opened.push((await openCaseFor(live, cast.jonas, people.bo)).personId)
        await setTimeout(20)
      }
    }
    const [result] = await Promise.all([
      rotateKeys(world.database.ownerUrl, file).finally(() => {
        isDone = true
      }),
      working(),
    ])
    assert.equal(result.epoch, 2)
    while (watched.keyring.currentEpoch !== 2) await setTimeout(20)
    for (const personId of new Set(opened)) assert.match(await cprWith(rotated(), personId), /^\d{10}$/)
    watched.stop()
  })
})

type Planted = { lead: Id<'lead'>; file: Id<'case-import'>; user: Id<'user'>; insurer: string }

/** One value in each place that the platform seals into. */
async function plant(world: World, { lead, file, user, insurer }: Planted): Promise<void> {
  const keyring = world.services.keyring
  const seal = (purpose: string, plain: string) => sealForPlatform(keyring, purpose, Buffer.from(plain))
  const hash = Buffer.alloc(32, 9)
  const audited = `with audited as (select append_audit_event('test', '{}', null, null, null)) insert into`
  await world.sql(
    `${audited} leads (id, name_sealed, company_sealed, phone_sealed, email_sealed, message_sealed, language, received_at, review_on)
     select $1, $2, $3, $4, $5, $6, 'da', now(), current_date + 60 from audited`,
    [lead, ...parts.map((part) => sealPart(keyring, lead, part, part))],
  )
  await world.sql(
    `${audited} lead_answers (lead_id, text_sealed, answered_by, answered_at, erase_on) select $1, $2, $3, now(), current_date + 9 from audited`,
    [lead, sealPart(keyring, lead, 'text', 'text'), user],
  )
  await plantRequest(world, { user, insurer })
  await world.sql('delete from user_totp')
  await world.sql('insert into user_totp (user_id, secret_sealed) values ($1, $2)', [
    user,
    seal(totpPurpose(user), 'secret'),
  ])
  await world.sql(
    `${audited} case_imports (id, insurer_id, uploaded_by, uploaded_at, state, rows_total, progressed_at)
     select $1, $2, $3, now(), 'ready', 1, now() from audited`,
    [file, insurer, user],
  )
  await world.sql(
    `insert into case_import_files (import_id, insurer_id, content_sealed, erase_at) values ($1, $2, $3, now())`,
    [file, insurer, seal(importPurpose(file), 'sheet')],
  )
  await world.sql(
    `insert into web_sessions (token_hash, kind, user_id, csrf_secret, eid_sealed, ends_at, idle_minutes) values ($1, 'staff', $2, 'x', $3, now(), 5)`,
    [hash, user, seal(`web-session/${hash.toString('hex')}`, 'trace')],
  )
  await world.sql(`insert into eid_attempts (state_hash, attempt_sealed, expires_at) values ($1, $2, now())`, [
    hash,
    seal(`eid-attempt/${hash.toString('hex')}`, 'attempt'),
  ])
}

/** What a member of staff asked, what they were told, and a link that somebody else asked for. */
async function plantRequest(world: World, { user, insurer }: Pick<Planted, 'user' | 'insurer'>): Promise<void> {
  const keyring = world.services.keyring
  const seal = (purpose: string) => sealForPlatform(keyring, purpose, Buffer.from('words'))
  const [request, note, link] = [newId(), newId(), newId()]
  const audited = `with audited as (select append_audit_event('test', '{}', null, null, null)) insert into`
  await world.sql(
    `insert into rights_requests (id, controller_id, "right") select $1, $2, 'access' from (
    select append_audit_event('test', '{}', null, null, null)) audited`,
    [request, insurer],
  )
  await world.sql(`insert into rights_identity_checks (request_id, means) values ($1, 'log-in')`, [request])
  await world.sql(
    `${audited} direct_requests (request_id, asker, user_id, words_sealed, email_sealed, language, activity) select $1, 'staff', $2, $3, $4, 'da', 'x' from audited`,
    [request, user, seal(`direct-request/${request}/words`), seal(`direct-request/${request}/email`)],
  )
  await world.sql(
    `${audited} rights_request_states (request_id, state, by_kind) select $1, 'granted', 'staff' from audited`,
    [request],
  )
  await world.sql(
    `${audited} direct_notes (id, request_id, state, text_sealed) select $1, $2, 'granted', $3 from audited`,
    [note, request, seal(`direct-note/${note}`)],
  )
  await world.sql(
    `insert into enquirer_links (id, email_index, email_sealed, language, asked_at) values ($1, sha256('a'), $2, 'da', now())`,
    [link, seal(`enquirer-link/${link}`)],
  )
}

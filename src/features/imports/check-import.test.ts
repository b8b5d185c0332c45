import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv, type FileRow, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import type { FaultKind } from './read-row.ts'

type Planted = readonly [row: number, changes: FileRow, column: string, problem: FaultKind]

/** Thirty-seven rows in a thousand, each wrong in one way. */
const planted: readonly Planted[] = [
  [2, { sagsnummer: '' }, 'case-number', 'missing'],
  [40, { sagsnummer: 'x'.repeat(61) }, 'case-number', 'too-long'],
  [41, { sagsnummer: 'FIL-10' }, 'case-number', 'number-twice'],
  [42, { sagsnummer: 'TAGET-1' }, 'case-number', 'number-taken'],
  [43, { cpr: '' }, 'cpr', 'missing'],
  [44, { cpr: '101601000' }, 'cpr', 'cpr'],
  [45, { cpr: '300260-1234' }, 'cpr', 'cpr-date'],
  [46, { cpr: 'abcdefghij' }, 'cpr', 'cpr'],
  [47, { navn: ' ' }, 'name', 'missing'],
  [48, { navn: 'A\u0007B' }, 'name', 'unreadable'],
  [100, { navn: 'y'.repeat(201) }, 'name', 'too-long'],
  [101, { telefon: '123' }, 'phone', 'phone'],
  [102, { email: 'ikke-en-mail' }, 'email', 'email'],
  [103, { postnummer: '0001' }, 'postcode', 'postcode'],
  [104, { behandling: '' }, 'treatment', 'missing'],
  [105, { behandling: 'Astrologi' }, 'treatment', 'unknown-treatment'],
  [106, { behandlinger: '0' }, 'sessions', 'sessions'],
  [107, { behandlinger: '100' }, 'sessions', 'sessions'],
  [108, { behandlinger: 'seks' }, 'sessions', 'sessions'],
  [200, { 'gyldig fra': '31.02.2026' }, 'valid-from', 'date'],
  [201, { 'gyldig fra': '' }, 'valid-from', 'missing'],
  [202, { 'gyldig til': 'snart' }, 'valid-until', 'date'],
  [203, { 'gyldig til': '01-01-2020', 'gyldig fra': '02-01-2020' }, 'valid-until', 'period-backwards'],
  [204, { 'gyldig til': '02/01/2020', 'gyldig fra': '01/01/2020' }, 'valid-until', 'period-over'],
  [205, { klinikker: '' }, 'clinics', 'missing'],
  [206, { klinikker: '26919991|12345678' }, 'clinics', 'cvr'],
  [207, { klinikker: '13748136' }, 'clinics', 'unknown-clinic'],
  [208, { samtykke: 'måske' }, 'consent', 'yes-or-no'],
  [209, { samtykke: '' }, 'consent', 'missing'],
  [210, { samtykkedato: '' }, 'consented-on', 'missing'],
  [211, { samtykkedato: '01.01.2099' }, 'consented-on', 'date-ahead'],
  [212, { samtykkemåde: '' }, 'means', 'missing'],
  [213, { samtykkemåde: 'telepatisk' }, 'means', 'means'],
  [214, { samtykke: 'nej' }, 'consent', 'consent-contradicts'],
  [215, { gener: '' }, 'complaint', 'field-required'],
  [999, { medicin: 'Panodil' }, 'medicine', 'field-not-asked'],
  [1001, { gener: 'z'.repeat(2001) }, 'complaint', 'too-long'],
]

describe('the check of an import', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  let id: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
    await openCaseFor(world, cast.mette, cast.ana, { caseNumber: 'TAGET-1' })
    await openCaseFor(world, cast.jonas, cast.bo, { caseNumber: 'FIL-7' })
    const changes = new Map(planted.map(([row, change]) => [row, change]))
    const rows = Array.from({ length: 1000 }, (_, at) => fileRow(world.clock, at + 1, changes.get(at + 2)))
    const answer = await mette.post('/imports', { file: csv(fileOf(rows)) })
    id = answer.location!.split('/').at(-1)!
    assert.match(plain((await mette.get(`/imports/${id}`)).text), /0 af 1\.000 rækker er kontrolleret/)
    await checkImport(workerServices(world), id as never)
  })
  after(() => world.close())

  test('finds exactly the 37 planted errors among a thousand rows', async () => {
    assert.equal(planted.length, 37)
    const found = await world.sql<{ row_number: number; column_key: string; problem: string }>(
      'select row_number, column_key, problem from case_import_errors where import_id = $1 order by row_number, column_key',
      [id],
    )
    assert.deepEqual(
      found.map((one) => [one.row_number, one.column_key, one.problem]),
      planted.map(([row, , column, problem]) => [row, column, problem]),
    )
  })

  test('imports nothing, whatever is asked', async () => {
    const cases = await world.sql('select from cases')
    assert.equal(cases.length, 2)
    await mette.post(`/imports/${id}/confirmation`)
    const [row] = await world.sql<{ state: string }>('select state from case_imports where id = $1', [id])
    assert.equal(row?.state, 'has-errors')
  })

  test('tells each error in plain words, by row and column', async () => {
    const { text } = await mette.get(`/imports/${id}`)
    assertAccessible(text)
    const page = plain(text)
    assert.match(page, /37 rækker skal rettes/)
    assert.match(page, /41 sagsnummer Sagsnummeret står også i række 11/)
    assert.match(page, /999 medicin Behandlingen spørger ikke om feltet/)
  })

  test('stores nothing of what stood in the cells', async () => {
    const [row] = await world.sql<{ dump: string }>(
      `select (select string_agg(e::text, ' ') from case_import_errors e) || (select string_agg(i::text, ' ') from case_imports i)
        || (select string_agg(f::text, ' ') from case_import_files f) || (select string_agg(a.event, ' ') from audit_events a) as dump`,
    )
    assert.doesNotMatch(row?.dump ?? '', /Astrologi|Panodil|telepatisk|Eksempelsen|300260/)
  })

  test('gives exactly the wrong rows back, with what is wrong, and takes such a file again', async () => {
    const file = await mette.get(`/imports/${id}/rows-to-mend.csv`)
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment/)
    const lines = file.text.trim().split('\r\n')
    assert.equal(lines.length, 38)
    assert.match(lines[0] ?? '', /^sagsnummer;.*;fejl$/)
    assert.match(file.text, /Række 105\. behandling: Behandlingen findes ikke/)
    assert.deepEqual(Buffer.from(file.bytes.slice(0, 3)), Buffer.from([0xef, 0xbb, 0xbf]))
    const again = await mette.post('/imports', { file: csv(file.bytes as Uint8Array<ArrayBuffer>) })
    assert.equal(again.status, 303)
  })

  test('that stops is told on the page, and can be set going again', async () => {
    const answer = await mette.post('/imports', { file: csv(fileOf([fileRow(world.clock, 2000)])) })
    const stopped = answer.location!.split('/').at(-1)!
    const lost = await world.sql<{ content_sealed: Buffer }>(
      `with old as (select * from case_import_files where import_id = $1)
       update case_import_files f set content_sealed = '\\x00' from old where f.import_id = old.import_id returning old.content_sealed`,
      [stopped],
    )
    await assert.rejects(checkImport(workerServices(world), stopped as never))
    assert.match(plain((await mette.get(`/imports/${stopped}`)).text), /Noget gik galt hos os.*Prøv igen/)
    await world.sql('update case_import_files set content_sealed = $2 where import_id = $1', [
      stopped,
      lost[0]?.content_sealed,
    ])
    await mette.post(`/imports/${stopped}/retry`)
    await checkImport(workerServices(world), stopped as never)
    assert.match(plain((await mette.get(`/imports/${stopped}`)).text), /Alle rækker er i orden/)
  })

  test('shows nothing of it to another insurer, a clinic or a patient', async () => {
    for (const member of [cast.jonas, cast.birthe, cast.sara]) {
      const browser = await world.browser({ userId: member.userId })
      for (const path of [`/imports/${id}`, `/imports/${id}/rows-to-mend.csv`]) {
        assert.ok([403, 404].includes((await browser.get(path)).status), `${member.name} ${path}`)
      }
    }
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the rows to mend', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('are those that are wrong, as they stood, quoted where they must be', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
    const cell = 'Ondt; "rigtig" ondt\ni lænden'
    const rows = [fileRow(world.clock, 1), fileRow(world.clock, 2, { cpr: '12', gener: cell }), fileRow(world.clock, 3)]
    const answer = await mette.post('/imports', { file: csv(fileOf(rows)) })
    const id = answer.location!.split('/').at(-1)!
    assert.equal((await mette.get(`/imports/${id}/rows-to-mend.csv`)).status, 404)
    await checkImport(workerServices(world), id as never)
    const file = await mette.get(`/imports/${id}/rows-to-mend.csv`)
    assert.equal(file.text.split('\r\n').length, 3)
    assert.match(
      file.text,
      /FIL-2;12;.*"Ondt; ""rigtig"" ondt\ni lænden".*Række 3\. cpr: CPR-nummeret skal have ti cifre/s,
    )
    assert.doesNotMatch(file.text, /FIL-1;|FIL-3;/)
  })

  test('hold no formula for the spreadsheet that opens them, and mean the same when they come back (T19.4)', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    const upload = async (file: Blob) => {
      await mette.get('/imports/new')
      const id = (await mette.post('/imports', { file })).location!.split('/').at(-1)!
      await checkImport(workerServices(world), id as never)
      return mette.get(`/imports/${id}/rows-to-mend.csv`)
    }
    const rows = [
      fileRow(world.clock, 1, {
        cpr: '12',
        gener: '=HYPERLINK("https://x.example")',
        navn: '@SUM(1)',
        telefon: '+45 12345678',
      }),
    ]
    const file = await upload(csv(fileOf(rows)))
    assert.match(file.text, /;"'=HYPERLINK/)
    assert.match(file.text, /;'@SUM\(1\);'\+45 12345678;/)
    const again = await upload(new Blob([file.bytes.slice()], { type: 'text/csv' }))
    assert.equal(again.text, file.text)
  })
})

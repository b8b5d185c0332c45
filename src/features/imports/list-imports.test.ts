import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of imports', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('shows an insurer its own files, and who brought them', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    const empty = await mette.get('/imports')
    assert.match(plain(empty.text), /I har ikke indlæst nogen filer/)
    assertAccessible(empty.text)
    await mette.get('/imports/new')
    await mette.post('/imports', { file: csv(fileOf([fileRow(world.clock, 1)])) })
    const ali = await world.browser({ userId: cast.ali.userId })
    const list = await ali.get('/imports')
    assert.match(plain(list.text), /Mette Sagsen 1 Bliver kontrolleret/)
    assertAccessible(list.text)
    const jonas = await world.browser({ userId: cast.jonas.userId })
    assert.match(plain((await jonas.get('/imports')).text), /I har ikke indlæst nogen filer/)
  })
})

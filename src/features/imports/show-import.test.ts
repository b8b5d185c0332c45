import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the page of an import', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  let id: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
    const without = { samtykke: 'nej', samtykkedato: '', samtykkemåde: '' }
    const rows = Array.from({ length: 25 }, (_, at) => fileRow(world.clock, at + 1, at < 4 ? without : {}))
    const answer = await mette.post('/imports', { file: csv(fileOf(rows)) })
    id = answer.location!.split('/').at(-1)!
  })
  after(() => world.close())

  test('tells how far the check has come, and refreshes by itself only when asked to', async () => {
    const still = await mette.get(`/imports/${id}`)
    assert.match(plain(still.text), /0 af 25 rækker er kontrolleret/)
    assertAccessible(still.text)
    assert.equal(still.headers.get('refresh'), null)
    assert.equal((await mette.get(`/imports/${id}?follow=1`)).headers.get('refresh'), '3')
  })

  test('then shows the first twenty rows and what confirming will do', async () => {
    await checkImport(workerServices(world), id as never)
    const page = await mette.get(`/imports/${id}?follow=1`)
    assert.equal(page.headers.get('refresh'), null)
    assertAccessible(page.text)
    const words = plain(page.text)
    assert.match(words, /opretter vi 25 sager, alle eller ingen/)
    assert.match(words, /4 sager er uden samtykke/)
    assert.match(words, /Med samtykke 21 Uden samtykke 4/)
    assert.equal(page.text.match(/-••••/g)?.length, 20)
    assert.match(words, /Prøve Eksempelsen 20 /)
    assert.doesNotMatch(words, /Prøve Eksempelsen 21 /)
  })

  test('and the look at those people is in the trail', async () => {
    const events = await world.sql(`select from audit_events where action = 'import.view'`)
    assert.equal(events.length, 1)
  })
})

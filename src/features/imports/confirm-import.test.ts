import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an import is confirmed', () => {
  let world: World
  let cast: Cast
  let mette: Browser
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
  })
  after(() => world.close())

  const upload = async (number: number) => {
    const answer = await mette.post('/imports', { file: csv(fileOf([fileRow(world.clock, number)])) })
    return answer.location!.split('/').at(-1)!
  }
  const state = async (id: string) =>
    (await world.sql<{ state: string }>('select state from case_imports where id = $1', [id]))[0]?.state
  const waiting = (id: string) =>
    world.sql(`select from graphile_worker._private_jobs where key = $1`, [`import-cases/${id}`])

  test('once it is checked, and only then', async () => {
    const id = await upload(1)
    await mette.post(`/imports/${id}/confirmation`)
    assert.deepEqual([await state(id), (await waiting(id)).length], ['checking', 0])
    await checkImport(workerServices(world), id as never)
    const page = await mette.postAndFollow(`/imports/${id}/confirmation`)
    assert.match(plain(page.text), /Vi er i gang med at indlæse sagerne.*0 af 1 rækker er lagt ind/)
    await mette.post(`/imports/${id}/confirmation`)
    assert.deepEqual([await state(id), (await waiting(id)).length], ['importing', 1])
  })

  test('and work that has stood still can be set going again, but not work that goes on', async () => {
    const id = await upload(2)
    await checkImport(workerServices(world), id as never)
    await mette.post(`/imports/${id}/confirmation`)
    assert.doesNotMatch((await mette.get(`/imports/${id}`)).text, /retry/)
    world.clock.advance({ minutes: 6 })
    assert.match((await mette.get(`/imports/${id}`)).text, /retry/)
    const page = await mette.postAndFollow(`/imports/${id}/retry`)
    assert.match(plain(page.text), /Vi prøver igen/)
    assert.equal((await waiting(id)).length, 1)
  })

  test('by no one of another organisation or role', async () => {
    const id = await upload(3)
    await checkImport(workerServices(world), id as never)
    for (const member of [cast.jonas, cast.birthe, cast.sara]) {
      const browser = await world.browser({ userId: member.userId })
      for (const step of ['confirmation', 'retry']) {
        assert.ok([403, 404].includes((await browser.post(`/imports/${id}/${step}`)).status), member.name)
      }
    }
    assert.equal(await state(id), 'ready')
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { settle } from '#tests/cast/cast.ts'
import { checkImport } from '#tests/cast/check-import.ts'
import { csv } from '#tests/cast/import-file.ts'
import { type Browser, plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the template', () => {
  let world: World
  let mette: Browser
  before(async () => {
    world = await openWorld()
    const cast = await settle(world)
    mette = await world.browser({ userId: cast.mette.userId })
    await mette.get('/imports/new')
  })
  after(() => world.close())

  test('can be brought as it stands, and is in order', async () => {
    const template = await mette.get('/imports/template.csv')
    assert.deepEqual(Buffer.from(template.bytes.slice(0, 3)), Buffer.from([0xef, 0xbb, 0xbf]))
    assert.match(template.text, /sagsnummer;cpr;navn;telefon;/)
    const answer = await mette.post('/imports', { file: csv(template.bytes as Uint8Array<ArrayBuffer>) })
    const id = answer.location!.split('/').at(-1)!
    await checkImport(workerServices(world), id as never)
    const page = plain((await mette.get(`/imports/${id}`)).text)
    assert.match(page, /Alle rækker er i orden/)
    assert.match(page, /Ana Prøvesen 020160-•••• Fysioterapi 6 Ja/)
    assert.doesNotMatch(page, /9996/)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a request for further sessions', () => {
  let world: World
  let cast: Cast
  let path: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    path = `/clinic/cases/${caseId}`
  })
  after(() => world.close())

  test('says what is wrong and keeps what was typed', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(`${path}/session-request`)
    const page = await browser.post(`${path}/session-request`, { sessions: '0', reason: 'Endnu ikke rask' })
    assert.equal(page.status, 422)
    assert.match(page.text, /Endnu ikke rask/)
    assertAccessible(page.text)
  })

  test('goes through the ledger, and the case handler is told by mail (R2.5)', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(`${path}/session-request`)
    const page = await browser.postAndFollow(`${path}/session-request`, { sessions: '4', reason: 'Endnu ikke rask' })
    assert.match(plain(page.text), /Ønsket er sendt/)
    assert.match(
      plain(page.text),
      /I bad om 4 behandlinger mere den .* Endnu ikke rask Selskabet har ikke svaret endnu/,
    )
    const [ledger] = await world.sql<{ recipient_id: string; fields: string[] }>(
      `select recipient_id, fields from disclosures where direction = 'to-insurer'`,
    )
    assert.deepEqual(ledger, { recipient_id: cast.nordlys.id, fields: ['session-request'] })
    const [mail] = await world.sql<{ template: string }>(
      `select template from notifications where template = 'session-request'`,
    )
    assert.equal(mail?.template, 'session-request')
  })

  test('is asked once at a time', async () => {
    const browser = await world.browser(cast.peter)
    assert.match(plain((await browser.get(`${path}/session-request`)).text), /I har allerede et ønske/)
    assert.equal((await browser.post(`${path}/session-request`, { sessions: '2', reason: 'Mere' })).status, 409)
    assert.equal((await world.sql(`select from session_requests`)).length, 1)
  })

  test('is not for another clinic or for the administrator', async () => {
    assert.equal((await (await world.browser(cast.tove)).get(`${path}/session-request`)).status, 404)
    assert.equal((await (await world.browser(cast.lone)).get(`${path}/session-request`)).status, 403)
  })
})

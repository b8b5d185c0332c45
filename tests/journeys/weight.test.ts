import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openServedWorld, type ServedWorld, type Visitor } from '#tests/harness/served-world.ts'

/** 60 kB, so that a page opens on a poor connection in the time one waits for a lift. */
const mostBytes = 60_000

describe('the weight of a first view', () => {
  let served: ServedWorld
  let ana: Visitor['as']

  before(async () => {
    served = await openServedWorld()
    const cast = await settle(served.world)
    const { personId } = await openCaseFor(served.world, cast.mette, cast.ana)
    ana = { personId }
  })
  after(() => served.close())

  /** What a phone that has never been here receives for the page with all that belongs to it, headers included. */
  async function weigh(path: string, as?: Visitor['as']) {
    const { page, close } = await served.newTab({ width: 375, language: 'da', ...(as && { as }) })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    const names = new Map<string, string>()
    const received: { name: string; bytes: number }[] = []
    devtools.on('Network.responseReceived', ({ requestId, response }) => names.set(requestId, response.url))
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      received.push({ name: new URL(names.get(requestId) ?? 'about:blank').pathname, bytes: encodedDataLength }),
    )
    const answer = await page.goto(path, { waitUntil: 'networkidle' })
    assert.equal(answer?.status(), 200)
    await close()
    return received
  }

  const sumOf = (received: readonly { bytes: number }[]) => received.reduce((sum, { bytes }) => sum + bytes, 0)

  const first = [
    ['the front page', '/', () => undefined],
    ['the patient’s cases', '/my/cases', () => ana],
  ] as const
  for (const [name, path, as] of first) {
    test(`${name} arrives in less than 60 kB, with style, script and letters`, async (t) => {
      const received = await weigh(path, as())
      const list = received.map((one) => `${one.name} ${one.bytes}`).join(', ')
      t.diagnostic(`${path}: ${sumOf(received)} bytes (${list})`)
      assert.ok(received.length > 3, list)
      assert.ok(sumOf(received) < mostBytes, list)
    })
  }
})

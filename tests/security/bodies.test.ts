import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openWorld, referralUrl, type World } from '#tests/harness/world.ts'
import { type Scene, setScene } from '#tests/routes-by-actor/scene.ts'

const boundary = 'xxBOUNDARYxx'
const multipart = { 'content-type': `multipart/form-data; boundary=${boundary}` }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('a body that is meant to hurt', () => {
  let world: World
  let scene: Scene
  let cookie: string
  before(async () => {
    world = await openWorld()
    scene = await setScene(world)
    const browser = await world.browser({ userId: scene.cast.mette.userId })
    cookie = [...browser.cookies()].map((pair) => pair.join('=')).join('; ')
  })
  after(() => world.close())

  const send = (path: string, headers: Record<string, string>, body: BodyInit | null) =>
    world.fetch(
      new Request(new URL(path, referralUrl), {
        method: 'POST',
        headers: { cookie, origin: referralUrl.origin, ...headers },
        body,
        duplex: 'half',
      } as RequestInit),
    )

  /** A stream that tells no length and never ends. */
  const endless = () =>
    new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(97)) })

  test('is cut off at its limit, also when it tells no length or a wrong one (T19.2)', async () => {
    assert.equal((await send('/log-in/staff', form, 'a'.repeat(200_000))).status, 413)
    assert.equal((await send('/log-in/staff', form, endless())).status, 413)
    assert.equal((await send('/cases?treatment=physiotherapy', multipart, endless())).status, 413)
    assert.equal((await send('/imports', multipart, endless())).status, 413)
    assert.equal((await send('/api/token', form, endless())).status, 413)
    assert.equal((await send('/api/cases', { 'content-type': 'application/json' }, endless())).status, 413)
  })

  test('is no fault of ours, however it is put together (T19.4)', async () => {
    const part = (name: string, value = 'x') =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const bodies: readonly [Record<string, string>, string][] = [
      [multipart, `${Array.from({ length: 1400 }, (_, n) => part(`f${n}`)).join('')}--${boundary}--\r\n`],
      [multipart, `${Array.from({ length: 1400 }, () => part('clinics')).join('')}--${boundary}--\r\n`],
      [multipart, part('a')],
      [multipart, `--${boundary}\r\n${'X-A: b\r\n'.repeat(5000)}\r\n`],
      [multipart, `--${boundary}\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n--${boundary}--\r\n`],
      [{ 'content-type': 'multipart/form-data' }, 'x'],
      [{ 'content-type': 'application/json' }, '{"_csrf":1}'],
      [{ 'content-type': 'text/plain' }, '_csrf=x'],
      [form, 'a&'.repeat(40_000)],
      [form, `${'%'.repeat(1000)}=%ff%fe&__proto__=x&constructor=y`],
      [form, ''],
    ]
    for (const path of ['/cases?treatment=physiotherapy', '/imports', '/account/password', '/language']) {
      for (const [headers, body] of bodies) {
        const { status } = await send(path, headers, body)
        assert.ok([303, 400, 403, 404, 413, 422].includes(status), `${path} ${body.slice(0, 60)}: ${status}`)
      }
    }
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
)

describe('downloading an attachment', () => {
  let world: World
  let cast: Cast
  let path: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const mette = await world.browser({ userId: cast.mette.userId })
    await mette.post(`/cases/${caseId}/attachments`, { attachments: new File([pdf], 'svar på prøve.pdf') as Blob })
    const page = await mette.get(`/cases/${caseId}`)
    path = /href="([^"]+\/attachments\/[^"]+)"/.exec(page.text)?.[1] ?? ''
  })
  after(() => world.close())

  test('gives back what was sent, as a download under its name', async () => {
    const answer = await (await world.browser({ userId: cast.ali.userId })).get(path)
    assert.equal(answer.status, 200)
    assert.deepEqual(Buffer.from(answer.bytes), pdf)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; .*svar%20p%C3%A5%20pr%C3%B8ve\.pdf$/)
  })

  test('is noted in the trail, by id and never by name', async () => {
    await (await world.browser({ userId: cast.ali.userId })).get(path)
    const events = await world.sql<{ event: string }>(
      "select event from audit_events where action = 'case.attachment.view'",
    )
    assert.ok(events.length > 0)
    assert.ok(events.every(({ event }) => event.includes(path.split('/').at(-1) ?? '?') && !event.includes('prøve')))
  })

  test('is not for another insurer, the administrator, a clinic or the operator', async () => {
    assert.equal((await (await world.browser({ userId: cast.jonas.userId })).get(path)).status, 404)
    for (const { userId } of [cast.birthe, cast.sara, cast.omar])
      assert.ok([403, 404].includes((await (await world.browser({ userId })).get(path)).status))
    assert.equal(
      (await (await world.browser({ userId: cast.mette.userId })).get(`${path.slice(0, -8)}00000000`)).status,
      404,
    )
  })
})

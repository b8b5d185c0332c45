import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const pdf = Buffer.from(
  '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
)

describe('a file on a patient’s own case', () => {
  let world: World
  let cast: Cast
  let whose: Awaited<ReturnType<typeof openCaseFor>>
  let path: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    whose = await openCaseFor(world, cast.mette, cast.ana)
    const mette = await world.browser(cast.mette)
    await mette.post(`/cases/${whose.caseId}/attachments`, { attachments: new File([pdf], 'Skanning.pdf') })
    const [file] = await world.sql<{ id: string }>('select id from attachments where case_id = $1', [whose.caseId])
    path = `/my/cases/${whose.caseId}/attachments/${file?.id}`
  })
  after(() => world.close())

  test('stands on the case by its name, and opens as a download that is logged', async () => {
    const ana = await world.browser(whose)
    const page = await ana.get(`/my/cases/${whose.caseId}`)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Der ligger også 1 bilag i sagen: Skanning\.pdf/)
    assert.ok(page.text.includes(`href="${path}"`))
    const file = await ana.get(path)
    assert.equal(file.headers.get('content-type'), 'application/pdf')
    assert.match(file.headers.get('content-disposition') ?? '', /attachment/)
    assert.deepEqual(Buffer.from(file.bytes), pdf)
    const [row] = await world.sql<{ event: string }>(
      `select event from audit_events where case_id = $1 and action = 'my-case.view' order by at desc limit 1`,
      [whose.caseId],
    )
    assert.ok(row?.event.includes(path.split('/').at(-1) ?? 'nothing'))
  })

  test('is nobody else’s', async () => {
    const other = await openCaseFor(world, cast.jonas, cast.bo)
    for (const who of [other, cast.mette]) assert.equal((await (await world.browser(who)).get(path)).status, 404)
    const elsewhere = path.replace(whose.caseId, other.caseId)
    assert.equal((await (await world.browser(other)).get(elsewhere)).status, 404)
  })
})

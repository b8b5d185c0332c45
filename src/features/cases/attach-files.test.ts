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

describe('adding files to a case', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const sendTo = async (caseId: string, files: Blob | string, member = cast.mette) =>
    (await world.browser({ userId: member.userId })).post(`/cases/${caseId}/attachments`, { attachments: files })

  test('adds what can be read and shows it under a safe name', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const answer = await sendTo(caseId, new File([pdf], '../../svar på prøve.pdf.exe'))
    assert.equal(answer.location, `/cases/${caseId}?notice=attached`)
    const page = await (await world.browser({ userId: cast.mette.userId })).get(answer.location ?? '')
    assert.match(plain(page.text), /Filerne er vedlagt.*svar på prøve\.pdf/)
    assert.match(plain(page.text), /1 bilag vedlagt af Mette Sagsen/)
  })

  test('says what is wrong with a file on the page of the case', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    for (const [file, said] of [
      [new File(['<html>'], 'side.png'), /side\.png er ikke en almindelig PDF, PNG eller JPEG/],
      [new File([pdf.subarray(0, 60)], 'halv.pdf'), /halv\.pdf kan ikke læses/],
      ['', /Vælg en fil/],
    ] as const) {
      const answer = await sendTo(caseId, file)
      assert.equal(answer.status, 422)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), said)
    }
  })

  test('is not for another insurer or for those who only administer', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    const file = () => new File([pdf], 'a.pdf')
    assert.equal((await sendTo(caseId, file(), cast.jonas)).status, 404)
    assert.ok([403, 404].includes((await sendTo(caseId, file(), cast.birthe)).status))
    assert.ok([403, 404].includes((await sendTo(caseId, file(), cast.omar)).status))
    assert.deepEqual(await world.sql('select from attachments where case_id = $1', [caseId]), [])
  })
})

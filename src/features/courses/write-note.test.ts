import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a note on the course', () => {
  let world: World
  let cast: Cast
  let caseId: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    caseId = (await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })).caseId
  })
  after(() => world.close())

  test('is saved sealed and stands on the case with its author', async () => {
    const browser = await world.browser(cast.peter)
    await browser.get(`/clinic/cases/${caseId}`)
    const page = await browser.postAndFollow(`/clinic/cases/${caseId}/notes`, { text: 'Bevæger sig bedre\nend sidst' })
    assert.match(plain(page.text), /Notatet er gemt\..*Skrevet af Peter Testersen Bevæger sig bedre end sidst/)
    const [row] = await world.sql<{ text_sealed: Buffer }>(`select text_sealed from course_notes`)
    assert.doesNotMatch(row!.text_sealed.toString('latin1'), /bedre/)
  })

  test('comes back with what is wrong when it is empty', async () => {
    const browser = await world.browser(cast.sara)
    await browser.get(`/clinic/cases/${caseId}`)
    const page = await browser.post(`/clinic/cases/${caseId}/notes`, { text: '  ' })
    assert.equal(page.status, 422)
    assert.match(page.text, /aria-invalid/)
    assertAccessible(page.text)
  })

  test('is not the administrator’s to write, and another clinic finds no case', async () => {
    const lone = await world.browser(cast.lone)
    await lone.get('/clinic/cases')
    assert.equal((await lone.post(`/clinic/cases/${caseId}/notes`, { text: 'x' })).status, 403)
    const tove = await world.browser(cast.tove)
    await tove.get('/clinic/cases')
    assert.equal((await tove.post(`/clinic/cases/${caseId}/notes`, { text: 'x' })).status, 404)
  })
})

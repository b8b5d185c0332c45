import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { rights } from './rights.ts'

describe('a patient’s page of rights', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('offers every right with who answers and how long, the copy at once, and the withdrawal (R3.1)', async () => {
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    const page = await (await world.browser({ personId })).get(routes.my.rights.overview.href({}))
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    for (const right of rights) assert.ok(page.text.includes(`href="${routes.my.rights.form.href({ right })}"`), right)
    assert.ok(page.text.includes(routes.my.download.page.href({})))
    assert.ok(page.text.includes(routes.my.withdrawal.form.href({ caseId })))
    assert.match(plain(page.text), /svar senest én måned/)
  })

  test('shows the way to Datatilsynet wherever a right is shown (T5.8)', async () => {
    const { personId } = await openCaseFor(world, cast.mette, cast.bo)
    const browser = await world.browser({ personId })
    const paths = [
      routes.my.rights.overview.href({}),
      routes.my.download.page.href({}),
      ...rights.map((right) => routes.my.rights.form.href({ right })),
    ]
    for (const path of paths) {
      const page = await browser.get(path)
      assert.equal(page.status, 200, path)
      assertAccessible(page.text)
      assert.match(page.text, /href="https:\/\/www\.datatilsynet\.dk\/"/, path)
    }
  })

  test('says which case is stored only (T5.4)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.bo, { caseNumber: 'STILLE-1' })
    await askAs(world, whose, 'objection', { text: 'Jeg er imod det' })
    const page = await (await world.browser(whose)).get(routes.my.rights.overview.href({}))
    assert.match(plain(page.text), /Sag STILLE-1 hos Nordlys Sundhed bliver kun gemt lige nu/)
  })

  test('is the same in English', async () => {
    const { personId } = await openCaseFor(world, cast.mette, cast.bo)
    const browser = await world.browser({ personId })
    const page = await browser.postAndFollow('/language', { language: 'en', returnTo: '/my/rights' })
    assertAccessible(page.text)
    assert.match(plain(page.text), /My rights.*You get an answer within one month/)
  })

  test('is for patients: staff do not find it', async () => {
    const staff = await world.browser(cast.mette)
    assert.equal((await staff.get(routes.my.rights.overview.href({}))).status, 404)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('users of an organisation', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const birthe = () => world.browser({ userId: cast.birthe.userId })

  test('an administrator sees the users of their own organisation and of no other (R2.6)', async () => {
    const page = await (await birthe()).get('/organisation/users')
    assert.equal(page.status, 200)
    assertAccessible(page.text)
    const words = plain(page.text)
    assert.match(words, /Mette Sagsen/)
    assert.match(words, /Birthe Bestyrer \(dig\)/)
    assert.doesNotMatch(words, /Jonas|Sara|Omar/)
  })

  test('only administrators see them', async () => {
    for (const { userId } of [cast.mette, cast.sara, cast.tove, cast.dorte]) {
      const page = await (await world.browser({ userId })).get('/organisation/users')
      assert.equal(page.status, 403)
    }
    const nobody = await (await world.browser()).get('/organisation/users')
    assert.match(nobody.location ?? '', /^\/log-in\?returnTo=/)
  })

  test('the roles that are offered fit the kind of organisation', async () => {
    const insurer = (await (await birthe()).get('/organisation/users')).text
    assert.match(insurer, /value="case-handler"/)
    assert.doesNotMatch(insurer, /value="(secretary|practitioner|support|data-protection-officer)"/)
    const clinic = (await (await world.browser(cast.lone)).get('/organisation/users')).text
    assert.match(clinic, /value="secretary"/)
    assert.doesNotMatch(clinic, /value="(case-handler|support)"/)
    const operator = (await (await world.browser(cast.omar)).get('/organisation/users')).text
    assert.match(operator, /value="data-protection-officer"/)
    assert.doesNotMatch(operator, /value="(case-handler|secretary)"/)
  })
})

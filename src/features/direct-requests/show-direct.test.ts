import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { askAsStaff } from '#tests/cast/direct.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a request of a member of staff, for whoever answers', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const grant = { decision: 'grant', note: 'Det er gjort.' }
  const answer = async (who: Member, asked: { rightsRequestId: string }, fields: Record<string, string>) =>
    (await world.browser(who)).postAndFollow(routes.directRequest.answer.href(asked), fields)

  test('is nobody’s to do for themselves, not even in the database (T3.1)', async () => {
    const asked = await askAsStaff(world, cast.omar, 'access')
    const path = routes.directRequest.show.href(asked)
    const page = await (await world.browser(cast.omar)).get(path)
    assert.match(plain(page.text), /Det er din egen anmodning/)
    assert.ok(!page.text.includes(routes.directRequest.answer.href(asked)))
    const tried = await answer(cast.omar, asked, grant)
    assert.match(plain(tried.text), /Ingen svarer på sin egen anmodning/)
    const forced = world.sql(
      `with logged as (select append_audit_event('test', '{}', null, null, null))
       insert into rights_request_states (request_id, state, by_kind, by_user) select $1, 'granted', 'staff', $2 from logged`,
      [asked.rightsRequestId, cast.omar.userId],
    )
    await assert.rejects(forced, { constraint: 'nobody_answers_their_own_request' })
  })

  test('speaks English to those who chose it', async () => {
    const asked = await askAsStaff(world, cast.mette, 'erasure')
    const birthe = await world.browser(cast.birthe)
    birthe.setCookie('language', 'en')
    await world.sql(`update users set language = 'en' where id = $1`, [cast.birthe.userId])
    const page = await birthe.get(routes.directRequest.show.href(asked))
    assertAccessible(page.text)
    assert.match(plain(page.text), /must have an answer by .*This cannot be undone/)
  })
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a request from somebody who is not yet known', () => {
  let world: World
  let cast: Cast
  const id = newId<'rights-request'>()
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.ana)
    const logged = `with logged as (select append_audit_event('test', '{}', null, null, null))`
    await world.sql(
      `${logged} insert into rights_requests (id, person_id, case_id, controller_id, "right", received_at) select $1, $2, $3, $4, 'access', $5 from logged`,
      [id, personId, caseId, cast.nordlys.id, world.clock.now()],
    )
    await world.sql(
      `${logged} insert into rights_request_states (request_id, state, by_kind) select $1, 'received', 'staff' from logged`,
      [id],
    )
  })
  after(() => world.close())

  const path = routes.rights.show.href({ rightsRequestId: id })

  test('stands still and cannot be answered until a colleague has checked who asks (T3.1)', async () => {
    const mette = await world.browser(cast.mette)
    const page = await mette.get(path)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Fristen står stille.*Kontrollér, hvem der spørger/)
    const forced = await mette.postAndFollow(routes.rights.answer.href({ rightsRequestId: id }), {
      decision: 'grant',
      note: 'Her er det',
    })
    assert.match(plain(forced.text), /Kontrollér først, hvem der spørger/)
  })

  test('runs once a named colleague has said how it was checked (T3.1)', async () => {
    const mette = await world.browser(cast.mette)
    const page = await mette.postAndFollow(routes.rights.identityCheck.href({ rightsRequestId: id }), {
      means: 'call-back',
    })
    assert.match(plain(page.text), /skal have svar senest.*opringning til det kendte nummer.*Mette Sagsen/)
    const checks = await world.sql<{ means: string; checked_by: string }>(
      'select means, checked_by from rights_identity_checks',
    )
    assert.deepEqual(checks, [{ means: 'call-back', checked_by: cast.mette.userId }])
  })
})

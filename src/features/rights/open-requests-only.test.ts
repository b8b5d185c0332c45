import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a clinic that is asked by a patient whose case it no longer sees', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('knows who asks while the request is open, and not after the answer (R1.6, R3.2)', async () => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const asked = await askAs(world, whose, 'access')
    const at = { rightsRequestId: asked['Klinikken på Bakken'] ?? assert.fail('the clinic was not asked') }
    await (await world.browser(whose)).post(routes.my.withdrawal.create.href(whose), { sure: 'yes' })
    const { userId, organisationId } = cast.lone
    const names = () =>
      world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
        tx.rows(sql`select id from patients where person_id = ${whose.personId}`),
      )
    const lone = await world.browser(cast.lone)
    assert.equal((await lone.get(routes.clinic.case.href(whose))).status, 404)
    assert.match(plain((await lone.get(routes.rights.show.href(at))).text), /Ana Prøvesen skal have svar/)
    assert.equal((await names()).length, 1)
    await lone.postAndFollow(routes.rights.answer.href(at), { decision: 'grant', note: 'Her er det.' })
    assert.deepEqual(await names(), [])
    const after = plain((await lone.get(routes.rights.show.href(at))).text)
    assert.match(after, /Personen har fået svar.*Her er det\./)
    assert.ok(!after.includes('Ana Prøvesen'))
  })
})

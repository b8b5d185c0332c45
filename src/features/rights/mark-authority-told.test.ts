import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('an authority that received data and what came of a request', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const as = ({ userId }: Member) => world.browser({ userId })
  /** A case that the police were told of, and a request about it that Nordlys granted. */
  const granted = async (
    right: string,
    fields: Readonly<Record<string, string>> = { text: 'Jeg er uenig' },
    value?: string,
  ) => {
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const told = { law: 'criminal-investigation', authority: 'Københavns Politi', fields: ['referral'] }
    const form = { ...told, reason: 'Efterforskning', checked: 'yes' }
    await (await as(cast.birthe)).post(routes.case.authorities.create.href(whose), form)
    const rightsRequestId = (await askAs(world, whose, right, fields))['Nordlys Sundhed'] ?? ''
    const mette = await as(cast.mette)
    const answer = { decision: 'grant', note: 'Ja', value }
    assert.equal((await mette.post(routes.rights.answer.href({ rightsRequestId }), answer)).status, 303)
    return { ...whose, rightsRequestId, mette }
  }
  const notices = (rightsRequestId: string) =>
    world.sql<{ id: string; authority: string; told_by: string | null }>(
      'select id, authority, told_by from authority_notices where request_id = $1',
      [rightsRequestId],
    )
  const wrong = { field: 'complaint', text: 'Det er ikke lænden', proposal: 'Ondt i nakken' }

  test('must be told of a correction, a restriction and an erasure, and of nothing else (T5.2, T5.4, T5.3, T8.1)', async () => {
    const correction = await granted('rectification', wrong, 'Ondt i nakken')
    for (const { rightsRequestId } of [correction, await granted('restriction'), await granted('erasure')])
      assert.deepEqual(
        (await notices(rightsRequestId)).map(({ authority }) => authority),
        ['Københavns Politi'],
      )
    assert.deepEqual(await notices((await granted('access')).rightsRequestId), [])
  })

  test('is on the request until somebody notes that it was told, and the person sees it (T5.2, T8.1)', async () => {
    const { rightsRequestId, mette, personId } = await granted('rectification', wrong, 'Ondt i nakken')
    const show = routes.rights.show.href({ rightsRequestId })
    const page = await mette.get(show)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Myndigheder, der skal have besked.*Københavns Politi fik oplysninger/)
    const ana = await world.browser({ personId })
    const mine = routes.my.rights.show.href({ rightsRequestId })
    assert.match(plain((await ana.get(mine)).text), /Nordlys Sundhed skal fortælle Københavns Politi om det/)
    const [notice] = await notices(rightsRequestId)
    const noted = routes.rights.authorityTold.href({ rightsRequestId, noticeId: notice!.id })
    assert.match(plain((await mette.postAndFollow(noted)).text), /Det er noteret.*Københavns Politi har fået besked/)
    assert.match(plain((await (await as(cast.ali)).postAndFollow(noted)).text), /Det var allerede noteret/)
    assert.deepEqual(await notices(rightsRequestId), [{ ...notice, told_by: cast.mette.userId }])
    const seen = await ana.get(mine)
    assertAccessible(seen.text)
    assert.match(plain(seen.text), /Københavns Politi har fået besked/)
  })

  test('is noted by nobody but those who answer for it (T8.1)', async () => {
    const { rightsRequestId } = await granted('restriction')
    const [notice] = await notices(rightsRequestId)
    const noted = routes.rights.authorityTold.href({ rightsRequestId, noticeId: notice!.id })
    for (const member of [cast.jonas, cast.lone, cast.sara, cast.omar]) {
      const { status } = await (await as(member)).post(noted)
      assert.ok(status === 403 || status === 404, `${member.name}: ${status}`)
    }
    assert.equal((await notices(rightsRequestId))[0]?.told_by, null)
  })

  test('is still to be told when the case is gone (T5.3)', async () => {
    const { rightsRequestId, caseId } = await granted('erasure')
    await world.sql(`select erase_case($1, 'request', null)`, [caseId])
    assert.deepEqual(
      (await notices(rightsRequestId)).map(({ authority, told_by }) => [authority, told_by]),
      [['Københavns Politi', null]],
    )
  })
})

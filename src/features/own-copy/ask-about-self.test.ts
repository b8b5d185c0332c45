import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('a member of staff who uses a right', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function ask(who: Member, right: string, fields: Record<string, string>) {
    const browser = await world.browser(who)
    await browser.postAndFollow(routes.account.data.create.href({ right }), fields)
    const [row] = await world.sql<{ id: string; house: string; means: string }>(
      `select r.id, o.name as house, i.means from direct_requests d join rights_requests r on r.id = d.request_id
       join organisations o on o.id = r.controller_id join rights_identity_checks i on i.request_id = r.id
       where d.user_id = $1 order by r.id desc limit 1`,
      [who.userId],
    )
    if (!row) throw new Error('Nothing was asked')
    return row
  }
  const seenBy = async (who: Member, rightsRequestId: string) =>
    (await (await world.browser(who)).get(routes.directRequest.show.href({ rightsRequestId }))).status

  test('has a form for each right, with what it means for them and the way to Datatilsynet (R3.1, T5.8)', async () => {
    const sara = await world.browser(cast.sara)
    for (const right of ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection']) {
      const page = await sara.get(routes.account.data.form.href({ right }))
      assert.equal(page.status, 200)
      assertAccessible(page.text)
      assert.match(plain(page.text), /Du får svar senest om en måned.*Klag til Datatilsynet/)
    }
    assert.equal((await sara.get(routes.account.data.form.href({ right: 'everything' }))).status, 404)
  })

  test('reaches their own administrator for what we do on behalf of their house, known by their log-in (R3.1, T3.1)', async () => {
    const { id, house, means } = await ask(cast.sara, 'restriction', { activity: 'access.users', text: 'Jeg er uenig' })
    assert.deepEqual([house, means], ['Klinikken på Bakken', 'log-in'])
    assert.equal(await seenBy(cast.lone, id), 200)
    for (const other of [cast.peter, cast.birthe, cast.omar]) assert.notEqual(await seenBy(other, id), 200)
    const own = await (await world.browser(cast.sara)).get(routes.account.data.show.href({}))
    assert.match(
      plain(own.text),
      /Dine anmodninger.*Få begrænset brugen Hvem svarer? ?.*Klinikken på Bakken|Få begrænset brugen.*Klinikken på Bakken.*Svar senest/,
    )
  })

  test('reaches the operator for what the operator decides itself (R3.1)', async () => {
    const { id, house } = await ask(cast.mette, 'access', { activity: 'access.terms' })
    assert.equal(house, 'Klinikbro Drift')
    assert.equal(await seenBy(cast.omar, id), 200)
    assert.equal(await seenBy(cast.birthe, id), 404)
  })

  test('reaches the operator when they are the only one in their house who could answer (R3.1)', async () => {
    assert.equal((await ask(cast.birthe, 'access', { activity: 'access.users' })).house, 'Klinikbro Drift')
  })

  test('stands in the operator’s list of deadlines, like everybody’s, without a name (R3.1)', async () => {
    const page = await (await world.browser(cast.dorte)).get(routes.rights.overview.href({}))
    assert.match(plain(page.text), /Få begrænset brugen Klinikken på Bakken/)
    assert.ok(!page.text.includes('Sara Skranke'))
  })

  test('is asked again for what is missing, and what was typed stays', async () => {
    const sara = await world.browser(cast.sara)
    const page = await sara.post(routes.account.data.create.href({ right: 'rectification' }), {
      text: 'Det staves med y',
    })
    assert.equal(page.status, 422)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Vælg, hvad der er forkert.*Skriv, hvad der skal stå/)
    assert.match(page.text, /Det staves med y/)
    const bare = await sara.post(routes.account.data.create.href({ right: 'objection' }))
    assert.match(plain(bare.text), /Vælg, hvad det handler om.*Skriv hvorfor/)
  })

  test('stores what was written sealed', async () => {
    await ask(cast.tove, 'objection', { activity: 'operation.site', text: 'Hemmeligheden' })
    const rows = await world.sql<Record<string, unknown>>('select * from direct_requests')
    const stored = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.doesNotMatch(stored, /Hemmeligheden/)
  })
})

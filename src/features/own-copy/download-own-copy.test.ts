import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { giveApp } from '#tests/cast/log-in.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { leftOutOfOwnCopy, ownSections } from './own-copy.ts'

describe('the file of what we hold about a member of staff', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const data = routes.account.data
  type File = { data: Record<string, Record<string, unknown>[]>; meaning: { processing: unknown[] } }
  const fileOf = async (who: Member) =>
    JSON.parse((await (await world.browser(who)).get(data.file.href({}))).text) as File

  test('comes as a file with every kind of thing, what it is for, and the trail of what they did, without whom it was about (T5.1, T5.5)', async () => {
    await giveApp(world, cast.ali)
    const { caseId, personId } = await openCaseFor(world, cast.ali, cast.ana, { clinics: [cast.bakken] })
    await (await world.browser(cast.ali)).get(routes.case.show.href({ caseId }))
    const file = await fileOf(cast.ali)
    assert.deepEqual(Object.keys(file.data), [...ownSections])
    assert.equal(file.data['users']?.[0]?.['email'], cast.ali.email)
    assert.equal(file.data['user_totp']?.length, 1)
    assert.ok(file.data['web_sessions']?.length)
    assert.ok(file.data['terms_acceptances']?.length)
    assert.ok(file.data['doings']?.some(({ action, result }) => action === 'case.view' && result === 'seen'))
    const text = JSON.stringify(file)
    for (const foreign of [personId, caseId, cast.ana.cpr, cast.mette.email])
      assert.ok(!text.includes(foreign), foreign)
    assert.ok(file.meaning.processing.length >= 5)
    const page = await (await world.browser(cast.ali)).get(data.show.href({}))
    assert.match(plain(page.text), /Hvad du har gjort.*Så en sag/)
  })

  test('tells what others did with the account, and the steps of logging in', async () => {
    const birthe = await world.browser(cast.birthe)
    await birthe.post(routes.organisation.roles.href({ userId: cast.ali.userId }), { roles: ['case-handler'] })
    const jar = await world.browser()
    await jar.get('/log-in/staff')
    await jar.post('/password-reset', { email: cast.ali.email })
    const file = await fileOf(cast.ali)
    assert.deepEqual(
      file.data['done_with_account']?.map(({ action }) => action),
      ['user.change-roles'],
    )
    assert.deepEqual(
      file.data['log_ins']?.map(({ action }) => action),
      ['password.reset'],
    )
    assert.deepEqual((await fileOf(cast.mette)).data['log_ins'], [])
  })

  test('leaves no table out that names a member of staff, unless it is said why (T5.1)', async () => {
    const tables = await world.sql<{ name: string }>(
      `select distinct table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'user_id' order by 1`,
    )
    const known = new Set<string>([...ownSections, ...Object.keys(leftOutOfOwnCopy)])
    assert.ok(tables.length > 8)
    assert.deepEqual(
      tables.map(({ name }) => name).filter((name) => !known.has(name)),
      [],
    )
  })
})

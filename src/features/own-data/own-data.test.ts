import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { classesOf, type Role } from '#policy/actor.ts'
import { actionNames } from '#policy/vocabulary.ts'
import { whoMay } from '#policy/who-may.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp } from '#tests/cast/log-in.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { hasWords } from './doing-words.ts'
import { leftOutOfOwnCopy, ownSections } from './own-copy.ts'

describe('what we hold about a member of staff', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const data = routes.account.data
  type File = { data: Record<string, Record<string, unknown>[]>; meaning: { processing: unknown[] } }
  const fileOf = async (who: typeof cast.mette) =>
    JSON.parse((await (await world.browser(who)).get(data.file.href({}))).text) as File

  test('is shown to each of them, whatever their house and role, and to nobody else (R3.1, T5.1)', async () => {
    for (const member of [cast.mette, cast.sara, cast.peter, cast.lone, cast.omar, cast.dorte]) {
      const page = await (await world.browser(member)).get(data.show.href({}))
      assert.equal(page.status, 200)
      assertAccessible(page.text)
      assert.match(plain(page.text), new RegExp(`alt, vi har om ${member.name} som bruger hos`))
      assert.ok(plain(page.text).includes(member.email))
      assert.match(page.text, /href="https:\/\/www\.datatilsynet\.dk\/"/)
    }
    assert.equal((await (await world.browser()).get(data.show.href({}))).location, '/log-in?returnTo=%2Faccount%2Fdata')
    const { personId } = await openCaseFor(world, cast.mette, cast.bo, {})
    assert.equal((await (await world.browser({ personId })).get(data.show.href({}))).status, 404)
  })

  test('stands in the menu of every member of staff', async () => {
    for (const member of [cast.mette, cast.sara, cast.omar]) {
      const page = await (await world.browser(member)).get('/account')
      assert.match(page.text, /href="\/account\/data"[^>]*>\s*Mine oplysninger/)
    }
  })

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

  test('has plain words for everything that staff may do', () => {
    const roles: readonly Role[] = ['administrator', 'case-handler', 'secretary', 'practitioner', 'support']
    const classes = (['insurer', 'clinic', 'operator'] as const).flatMap((organisationKind) => [
      ...classesOf({ kind: 'staff', userId: '' as never, organisationId: '' as never, organisationKind, roles }),
    ])
    const theirs = actionNames.filter((name) => whoMay(referralPolicy, name).some(({ who }) => classes.includes(who)))
    assert.ok(theirs.length > 60)
    assert.deepEqual(
      theirs.filter((name) => !hasWords(name)),
      [],
    )
  })

  test('says what cannot be erased, why and for how long, as the policy has it (T5.3)', async () => {
    for (const path of [data.show.href({}), data.form.href({ right: 'erasure' })]) {
      const page = await (await world.browser(cast.sara)).get(path)
      assertAccessible(page.text)
      assert.match(
        plain(page.text),
        /uden at det handler om en sag eller en patient.*5 år.*databeskyttelsesloven § 41, stk\. 7/,
      )
    }
  })

  test('lets them correct their own name at once, and a name must be there (T5.2)', async () => {
    const tove = await world.browser(cast.tove)
    const wrong = await tove.post(data.name.href({}), { name: ' ' })
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    const page = await tove.postAndFollow(data.name.href({}), { name: 'Tove Skrånke' })
    assert.match(plain(page.text), /Dit navn er rettet.*alt, vi har om Tove Skrånke/)
    const [event] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'own-data.correct'`,
    )
    assert.ok(event && !event.event.includes('Skrånke'))
  })

  test('speaks English too', async () => {
    const browser = await world.browser(cast.mette)
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get(data.show.href({}))).text), /Here is everything we hold about Mette Sagsen/)
  })
})

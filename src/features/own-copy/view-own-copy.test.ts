import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { classesOf, type Role } from '#policy/actor.ts'
import { actionNames } from '#policy/vocabulary.ts'
import { whoMay } from '#policy/who-may.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { hasWords } from './doing-words.ts'

describe('what we hold about a member of staff', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const data = routes.account.data

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

  test('speaks English too', async () => {
    const browser = await world.browser(cast.mette)
    browser.setCookie('language', 'en')
    assert.match(plain((await browser.get(data.show.href({}))).text), /Here is everything we hold about Mette Sagsen/)
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
})

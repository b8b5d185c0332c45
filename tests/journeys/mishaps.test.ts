import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { giveApp, givePassword, testPassword } from '#tests/cast/log-in.ts'
import { openServedWorld, type ServedWorld } from '#tests/harness/served-world.ts'
import { onPhone, setOut } from './walk.ts'

/** The pages that one meets when something is wrong, or when log-in takes another way: as carefully made as the others. */
describe('when it does not go as planned', () => {
  let served: ServedWorld
  let cast: Cast

  before(async () => {
    served = await openServedWorld()
    cast = await settle(served.world)
    await givePassword(served.world, cast.mette)
    await giveApp(served.world, cast.mette)
    await givePassword(served.world, cast.ali)
  })
  after(() => served.close())

  async function halfWay(email: string) {
    const walk = await setOut(served, onPhone)
    await walk.go('/log-in/staff')
    await walk.fill('Arbejdsmail', email)
    await walk.fill('Adgangskode', testPassword)
    await walk.press('Fortsæt')
    return walk
  }

  test('a page that is not there says so, with a way home', async () => {
    const walk = await setOut(served, onPhone, cast.mette)
    assert.equal((await walk.page.goto('/cases/01900000-0000-7000-8000-000000000001'))?.status(), 404)
    await walk.look('not-found')
    await walk.close()
  })

  test('what another role may do is refused in plain words', async () => {
    const walk = await setOut(served, onPhone, cast.mette)
    const answer = await walk.page.goto('/organisation/users')
    assert.ok([403, 404].includes(answer?.status() ?? 0))
    await walk.look('refused')
    await walk.close()
  })

  test('a wrong password keeps the mail that was typed', async () => {
    const walk = await setOut(served, onPhone)
    await walk.go('/log-in/staff')
    await walk.fill('Arbejdsmail', cast.mette.email)
    await walk.fill('Adgangskode', 'ikke den rigtige')
    await walk.press('Fortsæt')
    await walk.sees('E-mailen eller adgangskoden passer ikke')
    assert.equal(await walk.page.getByLabel('Arbejdsmail').inputValue(), cast.mette.email)
    await walk.look('wrong-password')
    await walk.close()
  })

  test('a telephone left at home is answered with a recovery code', async () => {
    const walk = await halfWay(cast.mette.email)
    await walk.follow(/Brug en nødkode/)
    await walk.press('Log ind')
    await walk.sees('Der er fejl i formularen')
    await walk.look('recovery')
    await walk.close()
  })

  test('a colleague without a second factor sets one up', async () => {
    const walk = await halfWay(cast.ali.email)
    await walk.page.waitForURL('**/set-up**')
    await walk.look('set-up')
    await walk.close()
  })
})

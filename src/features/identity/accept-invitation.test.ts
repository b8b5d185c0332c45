import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const chosen = 'otte blå skeer synger'

describe('accepting an invitation', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())
  beforeEach(() => world.clock.advance({ minutes: 2 }))

  async function invite(email: string): Promise<string> {
    const { token, hash } = newToken()
    await world.sql(
      `insert into invitations (id, token_hash, organisation_id, email, name, roles, invited_by, expires_at)
       values ($1, $2, $3, $4, 'Nye Kollega', '{case-handler}', $5, now() + interval '7 days')`,
      [newId(), hash, cast.nordlys.id, email, cast.birthe.userId],
    )
    return `/invitations/${token}`
  }

  const accept = async (link: string, fields: Record<string, string> = {}) => {
    const browser = await world.browser()
    await browser.get('/log-in')
    await browser.get(link)
    const answer = await browser.post(link, { name: 'Nye Kollegasen', password: chosen, repeated: chosen, ...fields })
    return { browser, answer }
  }

  test('shows who invites and to which address, and makes an account that goes on to its second factor', async () => {
    const link = await invite('nye@nordlys.example')
    const page = await (await world.browser()).get(link)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Nordlys Sundhed har inviteret dig/)
    assert.match(page.text, /value="Nye Kollega"/)
    const { browser, answer } = await accept(link)
    assert.deepEqual([answer.status, answer.location], [303, '/log-in/set-up'])
    assert.match(plain((await browser.get('/log-in/set-up')).text), /Gør din konto sikker/)
    assert.match((await browser.get('/cases')).location ?? '', /^\/log-in/)
    const [user] = await world.sql(
      `select u.email, u.name, u.organisation_id, r.role, r.granted_by from users u join user_roles r on r.user_id = u.id where u.name = 'Nye Kollegasen'`,
    )
    assert.deepEqual(user, {
      email: 'nye@nordlys.example',
      name: 'Nye Kollegasen',
      organisation_id: cast.nordlys.id,
      role: 'case-handler',
      granted_by: cast.birthe.userId,
    })
  })

  test('works once, until it expires or is withdrawn, and then shows nothing of anybody', async () => {
    const used = await invite('one@nordlys.example')
    await accept(used)
    const withdrawn = await invite('two@nordlys.example')
    await world.sql(`update invitations set withdrawn_at = now() where email = 'two@nordlys.example'`)
    const expired = await invite('three@nordlys.example')
    await world.sql(
      `update invitations set expires_at = now() - interval '1 day' where email = 'three@nordlys.example'`,
    )
    for (const link of [used, withdrawn, expired, '/invitations/never-was']) {
      const page = await (await world.browser()).get(link)
      assert.equal(page.status, 410)
      assertAccessible(page.text)
      assert.doesNotMatch(plain(page.text), /Nordlys Sundhed|nordlys\.example/)
      assert.equal((await accept(link)).answer.status, 410)
    }
  })

  test('asks for a good password and a name, and keeps what was typed', async () => {
    const link = await invite('four@nordlys.example')
    const { answer } = await accept(link, { password: 'kort', repeated: 'kort' })
    assert.equal(answer.status, 422)
    assertAccessible(answer.text)
    assert.match(plain(answer.text), /mindst 12 tegn/)
    assert.match(answer.text, /value="Nye Kollegasen"/)
    assert.equal((await accept(link, { name: '' })).answer.status, 422)
  })

  test('makes no second account for an address that has one, and stays open', async () => {
    const link = await invite(cast.mette.email)
    const { answer } = await accept(link)
    assert.equal(answer.status, 409)
    assert.match(plain(answer.text), /findes allerede en konto/)
    assert.equal((await (await world.browser()).get(link)).status, 200)
  })
})

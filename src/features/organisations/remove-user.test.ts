import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { type Id, newId } from '#kernel/ids.ts'
import { sql } from '#platform/db/sql.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('removing a colleague', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  async function administrator(organisationId: Id<'organisation'>, name: string): Promise<Member> {
    const userId = newId<'user'>()
    const email = `${name.toLowerCase()}@${organisationId.slice(-6)}.example`
    await world.sql('insert into users (id, organisation_id, email, name) values ($1, $2, $3, $4)', [
      userId,
      organisationId,
      email,
      name,
    ])
    await world.sql(`insert into user_roles (organisation_id, user_id, role) values ($1, $2, 'administrator')`, [
      organisationId,
      userId,
    ])
    return { userId, organisationId, email, name }
  }

  test('ends sessions, roles and every way of logging in at once (R2.6, T19.6)', async () => {
    const { userId } = cast.mette
    const mette = await world.browser({ userId })
    await world.sql(`insert into user_passwords (user_id, phc) values ($1, 'x')`, [userId])
    await world.sql(`insert into user_totp (user_id, secret_sealed) values ($1, 'x')`, [userId])
    await world.sql(`insert into user_recovery_codes (user_id, hash) values ($1, 'x')`, [userId])
    await world.sql(
      `insert into password_resets (token_hash, user_id, expires_at) values ('x', $1, now() + interval '1 hour')`,
      [userId],
    )
    assert.notEqual((await mette.get('/cases/new')).status, 303)

    const page = await (await world.browser(cast.birthe)).postAndFollow(`/organisation/users/${userId}/removal`)
    assert.match(plain(page.text), /Adgangen er fjernet/)
    assert.doesNotMatch(plain(page.text), /Mette/)
    for (const table of [
      'web_sessions',
      'user_roles',
      'user_passwords',
      'user_totp',
      'user_recovery_codes',
      'password_resets',
    ]) {
      assert.deepEqual(await world.sql(`select 1 from ${table} where user_id = $1`, [userId]), [], table)
    }
    assert.match((await mette.get('/organisation/users')).location ?? '', /^\/log-in/)
    assert.equal((await (await world.browser(cast.birthe)).get(`/organisation/users/${userId}`)).status, 404)
    assert.equal((await (await world.browser(cast.birthe)).post(`/organisation/users/${userId}/removal`)).status, 404)
  })

  test('gives the address back, so that it can be invited again', async () => {
    const birthe = await world.browser(cast.birthe)
    const invitation = { name: 'Mette Sagsen', email: cast.mette.email, roles: 'case-handler' }
    const page = await birthe.postAndFollow('/organisation/invitations', invitation)
    assert.match(plain(page.text), /Invitationen er på vej/)
  })

  test('of one another at the same moment leaves one of two administrators', async () => {
    for (let round = 0; round < 5; round++) {
      const [one, two] = [await administrator(cast.havblik.id, 'Een'), await administrator(cast.havblik.id, 'To')]
      const [first, second] = [await world.browser(one), await world.browser(two)]
      // Each form is fetched first, so that the two posts meet.
      await Promise.all([first.get('/organisation/users'), second.get('/organisation/users')])
      const answers = await Promise.all([
        first.post(`/organisation/users/${two.userId}/removal`),
        second.post(`/organisation/users/${one.userId}/removal`),
      ])
      const left = await world.sql<{ user_id: string }>(
        `select user_id from user_roles where organisation_id = $1 and role = 'administrator'`,
        [cast.havblik.id],
      )
      assert.equal(left.length, 1, answers.map(({ status }) => status).join())
      assert.equal(answers.filter(({ status }) => status === 303).length >= 1, true)
      await world.sql('alter table user_roles disable trigger organisation_keeps_an_administrator')
      await world.sql('delete from user_roles where organisation_id = $1', [cast.havblik.id])
      await world.sql('update users set email = id || email where id = any ($1)', [[one.userId, two.userId]])
      await world.sql('alter table user_roles enable trigger organisation_keeps_an_administrator')
    }
  })

  test('of one another in two open transactions makes the second wait and then refuses it', async () => {
    const [one, two] = [await administrator(cast.fjorden.id, 'Een'), await administrator(cast.fjorden.id, 'To')]
    const actor = (userId: Id<'user'>) => ({ kind: 'staff', userId, organisationId: cast.fjorden.id }) as const
    const remove = (userId: Id<'user'>) => sql`select end_access(${userId})`
    let second: Promise<unknown> | undefined
    await world.request.transaction(actor(one.userId), async (tx) => {
      await tx.run(remove(two.userId))
      second = world.request.transaction(actor(two.userId), (other) => other.run(remove(one.userId)))
      second.catch(() => undefined)
      await waitUntilBlocked()
    })
    await assert.rejects(second ?? Promise.resolve(), { constraint: 'organisation_keeps_an_administrator' })
  })

  /** The second transaction stands in line for the organisation's row. */
  async function waitUntilBlocked() {
    for (let look = 0; look < 1000; look++) {
      if ((await world.sql('select 1 from pg_locks where not granted')).length > 0) return
      await setTimeout(5)
    }
    throw new Error('Nobody waited')
  }

  test('of another organisation does nothing, even by SQL', async () => {
    const actor = { kind: 'staff', userId: cast.birthe.userId, organisationId: cast.nordlys.id } as const
    const [ended] = await world.request.transaction(actor, (tx) =>
      tx.rows(sql<{ ended: boolean }>`select end_access(${cast.sara.userId}) as ended`),
    )
    assert.equal(ended?.ended, false)
    assert.deepEqual(await world.sql('select 1 from user_removals where user_id = $1', [cast.sara.userId]), [])
  })
})

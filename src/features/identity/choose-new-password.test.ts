import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { jobEvents } from '#tests/cast/job-events.ts'
import { givePassword, testPassword } from '#tests/cast/log-in.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { identityTasks } from './index.ts'

const fresh = 'syv gule cykler ruster'

describe('choosing a new password by a mailed link', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    for (const member of [cast.mette, cast.ali]) await givePassword(world, member)
  })
  after(() => world.close())

  /** Runs the job as the worker does, and gives what it mailed. */
  async function mailsTo(userId: string): Promise<Mail[]> {
    const sent: Mail[] = []
    const mail = { send: async (one: Mail) => void sent.push(one), close: () => {} }
    const tasks = identityTasks(workerServices(world, { mail }), openGate(referralPolicy))
    await tasks['send-password-reset']?.({ userId }, { attempt: 1 })
    return sent
  }

  async function linkFor({ userId, email }: Member): Promise<string> {
    const [mail] = await mailsTo(userId)
    assert.equal(mail?.to, email)
    const link = /http\S+\/password-reset\/[\w-]+/.exec(mail.text)?.[0]
    return new URL(link ?? assert.fail(mail.text)).pathname
  }

  const save = async (link: string, password: string, repeated = password) => {
    const browser = await world.browser()
    await browser.get('/log-in')
    await browser.get(link)
    return browser.post(link, { password, repeated })
  }

  test('takes the new password, once, and ends every session of that user', async () => {
    const inside = await world.browser(cast.mette)
    assert.equal((await inside.get('/account')).status, 200)
    const [link, other] = [await linkFor(cast.mette), await linkFor(cast.mette)]
    const mailed = ['access.log-in', 'user-administration', 'send-password-reset', null]
    assert.deepEqual(await jobEvents(world, 'password.send-reset'), [mailed, mailed])
    const browser = await world.browser()
    const page = await browser.get(link)
    assertAccessible(page.text)
    const told = await browser.postAndFollow(link, { password: fresh, repeated: fresh })
    assert.match(plain(told.text), /Din nye adgangskode er gemt/)
    assert.match((await inside.get('/account')).location ?? '', /^\/log-in/)
    for (const used of [link, other]) assert.equal((await save(used, 'another fine password')).status, 410)

    await browser.get('/log-in/staff')
    const attempt = (password: string) => browser.post('/log-in/staff', { email: cast.mette.email, password })
    assert.equal((await attempt(testPassword)).status, 422)
    assert.equal((await attempt(fresh)).status, 303)
  })

  test('a link is over after half an hour, and looks like one that never was', async () => {
    const link = await linkFor(cast.ali)
    world.clock.advance({ minutes: 31 })
    const browser = await world.browser()
    const [late, never] = [await browser.get(link), await browser.get('/password-reset/never-was')]
    const bare = (text: string) => text.replaceAll(/nonce="[^"]+"|value="[^"]+"/g, '')
    assert.deepEqual([late.status, bare(late.text)], [never.status, bare(never.text)])
    assert.equal(late.status, 410)
    assertAccessible(late.text)
    assert.equal((await save(link, fresh)).status, 410)
  })

  test('refuses passwords that are short, common, the e-mail, or typed differently', async () => {
    world.clock.advance({ minutes: 10 })
    const link = await linkFor(cast.ali)
    for (const [password, repeated, words] of [
      ['kort', 'kort', /mindst 12 tegn/],
      ['passwordpassword', 'passwordpassword', /let at gætte/],
      [`${cast.ali.email.split('@')[0]}-og-mere`, '', /e-mailadresse|Udfyld/],
      [fresh, `${fresh}!`, /ikke ens/],
    ] as const) {
      const answer = await save(link, password, repeated)
      assert.equal(answer.status, 422)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), words)
      assert.ok(!answer.text.includes(password), password)
    }
    assert.equal((await save(link, fresh)).status, 303)
  })

  test('nothing is mailed to a removed user, and no token is ever stored or queued', async () => {
    const link = await linkFor(cast.ali)
    const token = link.split('/').at(-1) ?? ''
    const rows = await world.sql<Record<string, unknown>>('select r::text as row from password_resets r')
    assert.ok(!JSON.stringify(rows).includes(token))
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
    assert.deepEqual(await mailsTo(cast.ali.userId), [])
    assert.equal((await save(link, fresh)).status, 410)
  })
})

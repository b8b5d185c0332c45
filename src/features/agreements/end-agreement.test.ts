import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dayOf } from '#kernel/time.ts'
import { appointmentFor, crowd, timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('ending an agreement', () => {
  let world: World
  let cast: Cast
  const people = crowd(6)
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const today = () => dayOf(world.clock.now())
  const pathOf = ({ id }: { id: string }) => `/operator/organisations/${id}`
  const omar = () => world.browser(cast.omar)
  const until = (days: number, reason = 'their-notice') => ({ lastDay: today().add({ days }).toString(), reason })

  test('is told in numbers before it is decided (R1.11)', async () => {
    const whose = await openCaseFor(world, cast.mette, people.pop()!, { clinics: [cast.bakken] })
    const [time] = await timesAt(world, cast.bakken, 1)
    await appointmentFor(world, whose, time!)
    const browser = await omar()
    const form = await browser.get(`${pathOf(cast.nordlys)}/ending`)
    assertAccessible(form.text)
    const wrong = await browser.get(
      `${pathOf(cast.nordlys)}/ending/consequences?lastDay=${today().subtract({ days: 1 })}`,
    )
    assert.equal(wrong.status, 422)
    assertAccessible(wrong.text)
    const page = await browser.get(
      `${pathOf(cast.nordlys)}/ending/consequences?lastDay=${today().add({ days: 1 })}&reason=closing`,
    )
    const text = plain(page.text)
    assertAccessible(page.text)
    assert.match(text, /3 brugere mister adgangen/)
    assert.match(text, /1 åben sag lukkes, og patienterne får besked/)
    assert.match(text, /1 kommende tid aflyses/)
    assert.match(text, /1 sag, til opbevaringstiden er gået, til \d\d\.\d\d\.\d{4}/)
    assert.match(text, /logningen, uden navne/)
    assert.deepEqual(await world.sql('select from agreement_endings'), [], 'looking changes nothing')
  })

  test('leaves no times to be found after its last day, and the database refuses one', async () => {
    const whose = await openCaseFor(world, cast.mette, people.pop()!, { clinics: [cast.bakken] })
    const [, later] = await timesAt(world, cast.bakken, 2)
    const browser = await omar()
    await browser.post(`${pathOf(cast.bakken)}/ending`, until(1))
    assert.deepEqual(await timesAt(world, cast.bakken, 5), [])
    await assert.rejects(appointmentFor(world, whose, later!), /Not held: outside-approval/)
    await browser.post(`${pathOf(cast.bakken)}/ending/taking-back`)
    assert.ok((await timesAt(world, cast.bakken, 5)).length > 0)
  })

  test('of an insurer lets its cases be booked up to the last day and not after it', async () => {
    const whose = await openCaseFor(world, cast.jonas, people.pop()!)
    const [time] = await timesAt(world, cast.bakken, 1)
    const browser = await omar()
    await browser.post(`${pathOf(cast.havblik)}/ending`, until(1))
    await assert.rejects(appointmentFor(world, whose, time!), /outside-approval/)
    await browser.post(`${pathOf(cast.havblik)}/ending/taking-back`)
    await appointmentFor(world, whose, time!)
  })

  test('is the operator’s administrator’s alone, and never of the operator', async () => {
    for (const [who, status] of [
      [cast.birthe, 403],
      [cast.lone, 403],
      [cast.dorte, 403],
    ] as const) {
      const answer = await (await world.browser(who)).post(`${pathOf(cast.nordlys)}/ending`, until(3))
      assert.ok([status, 404].includes(answer.status), `${who.name}: ${answer.status}`)
    }
    assert.equal((await (await omar()).post(`${pathOf(cast.operator)}/ending`, until(3))).status, 404)
    const own = world.sql(
      `insert into agreement_endings (id, organisation_id, last_day, reason) values (gen_random_uuid(), $1, current_date + 1, 'breach')`,
      [cast.operator.id],
    )
    await assert.rejects(own, { constraint: 'the_operator_stays' })
  })

  test('ends all use in the same moment when its last day is today (T19.6)', async () => {
    const [mette, birthe] = [await world.browser(cast.mette), await world.browser(cast.birthe)]
    assert.equal((await mette.get('/cases')).status, 200)
    await birthe.post('/organisation/api-clients', { name: 'Sagssystem' })
    await birthe.postAndFollow('/organisation/invitations', {
      name: 'Ny',
      email: 'ny@n.example',
      roles: 'case-handler',
    })
    const browser = await omar()
    const page = await browser.postAndFollow(`${pathOf(cast.nordlys)}/ending`, until(0))
    assert.match(plain(page.text), /Aftalen er slut. Al adgang er lukket/)
    assertAccessible(page.text)
    for (const one of [mette, birthe]) assert.match((await one.get('/cases')).location ?? '', /^\/log-in/)
    const left = await world.sql<{ sessions: number; clients: number; invitations: number }>(
      `select (select count(*)::integer from web_sessions s join users u on u.id = s.user_id where u.organisation_id = $1) as sessions,
         (select count(*)::integer from api_clients where organisation_id = $1 and revoked_at is null) as clients,
         (select count(*)::integer from invitations where organisation_id = $1 and accepted_at is null and withdrawn_at is null) as invitations`,
      [cast.nordlys.id],
    )
    assert.deepEqual(left, [{ sessions: 0, clients: 0, invitations: 0 }])
    await assert.rejects(world.browser(cast.birthe), { constraint: 'no_log_in_after_the_agreement' })
  })

  test('lets nothing new begin with who has left: no case, no credential, no invitation, no transfer (T19.6)', async () => {
    await assert.rejects(openCaseFor(world, cast.mette, people.pop()!), {
      constraint: 'no_new_use_after_the_agreement',
    })
    const client = world.sql(
      `insert into api_clients (id, organisation_id, name, secret_hash) values (gen_random_uuid(), $1, 'x', 'x')`,
      [cast.nordlys.id],
    )
    await assert.rejects(client, { constraint: 'no_new_use_after_the_agreement' })
    const invitation = world.sql(
      `insert into invitations (id, token_hash, organisation_id, email, name, roles, expires_at) values (gen_random_uuid(), 'x', $1, 'x@x.example', 'X', '{administrator}', now() + interval '1 day')`,
      [cast.nordlys.id],
    )
    await assert.rejects(invitation, { constraint: 'no_new_use_after_the_agreement' })
  })

  test('takes no effect before its last day, whoever writes it', async () => {
    const [row] = await world.sql<{ id: string }>(
      `with announced as (insert into agreement_endings (id, organisation_id, last_day, reason) values (gen_random_uuid(), $1, current_date + 3, 'breach') returning id),
         audited as (select append_audit_event('test', '{}', null, null, null)) select id from announced, audited`,
      [cast.fjorden.id],
    )
    const early = world.sql(
      `insert into agreement_effects (organisation_id, ending_id, took_effect_at, access_until) values ($1, $2, now(), current_date)`,
      [cast.fjorden.id, row?.id],
    )
    await assert.rejects(early, { constraint: 'effect_comes_with_the_last_day' })
    await assert.rejects(world.sql('update agreement_endings set last_day = last_day - 9'), {
      constraint: 'ledger_is_append_only',
    })
  })
})

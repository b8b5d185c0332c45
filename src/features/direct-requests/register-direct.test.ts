import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { dayOf } from '#kernel/time.ts'
import { sql } from '#platform/db/sql.ts'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { writeToUs } from '#tests/cast/direct.ts'
import { dateIn } from '#tests/cast/place-hold.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

const { register, list } = routes.directRequest

describe('a request of a colleague or an enquirer that came by letter', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const letter = (fields: Record<string, string>) => ({
    ...dateIn(world, 'receivedOn', -4),
    means: 'letter',
    ...fields,
  })
  const enter = async (who: { userId: Cast['birthe']['userId'] }, fields: Record<string, string>) => {
    const browser = await world.browser(who)
    await browser.get(register.form.href({}))
    return browser.post(register.create.href({}), letter(fields))
  }
  const emailOf = async ({ userId }: Cast['mette']) =>
    (await world.sql<{ email: string }>('select email from users where id = $1', [userId]))[0]!.email

  test('is entered by an administrator, for a colleague, with the day that it came (R3.1, T3.1)', async () => {
    const birthe = await world.browser(cast.birthe)
    const page = await birthe.get(list.href({}))
    assert.match(page.text, /href="\/organisation\/requests\/new"/)
    assertAccessible((await birthe.get(register.form.href({}))).text)
    const correction = {
      email: cast.mette.email.toUpperCase(),
      right: 'rectification',
      field: 'email',
      proposal: 'ny@nordlys.example',
    }
    const entered = await birthe.postAndFollow(register.create.href({}), letter(correction))
    assertAccessible(entered.text)
    assert.match(plain(entered.text), /Mette Sagsen.*ny@nordlys\.example.*brev/)
    const [row] = await world.sql<{ id: string; day: string; means: string; by: string }>(
      `select r.id, to_char(r.received_at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day, i.means, i.checked_by as by
       from rights_requests r join rights_identity_checks i on i.request_id = r.id where r.person_id is null`,
    )
    const received = dayOf(world.clock.now()).subtract({ days: 4 }).toString()
    assert.deepEqual([row!.day, row!.means, row!.by], [received, 'letter', cast.birthe.userId])
    const mine = await (await world.browser(cast.mette)).get(routes.account.data.show.href({}))
    assert.match(plain(mine.text), /Få rettet en fejl: E-mail/)
    const answer = routes.directRequest.answer.href({ rightsRequestId: row!.id })
    await birthe.postAndFollow(answer, { decision: 'grant', value: 'ny@nordlys.example', note: 'Det er rettet.' })
    assert.equal(await emailOf(cast.mette), 'ny@nordlys.example')
  })

  test('is entered at the operator for who wrote to it, and an objection freezes the latest of it at once (T5.6)', async () => {
    const leadId = await writeToUs(world, { message: 'Ring til mig', email: 'eva@proeve.example', name: 'Eva Brevsen' })
    const objection = { email: 'Eva@proeve.example', right: 'objection', text: 'Brug det ikke' }
    const answer = await enter(cast.omar, objection)
    assert.equal(answer.status, 303)
    const [frozen] = await world.sql('select lead_id from direct_restrictions where lifted_at is null')
    assert.deepEqual(frozen, { lead_id: leadId })
  })

  test('loses nothing of what was typed where something is missing or nobody is known', async () => {
    const wrong: readonly [Cast['birthe'], Record<string, string>, RegExp][] = [
      [cast.birthe, { email: 'ukendt@nordlys.example', right: 'access' }, /Ingen hos jer har den e-mail/],
      [cast.omar, { email: 'ukendt@nordlys.example', right: 'access' }, /ingen har skrevet til os fra den/],
      [cast.birthe, { email: cast.birthe.email, right: 'access' }, /Det er din egen/],
      [cast.birthe, { email: cast.ali.email, right: 'rectification', proposal: 'X' }, /Vælg, hvad der er forkert/],
      [cast.birthe, { email: cast.ali.email, right: 'rectification', field: 'email' }, /Skriv, hvad der skal stå/],
      [cast.birthe, { email: cast.ali.email, right: 'objection' }, /Skriv, hvad personen skriver/],
      [cast.birthe, { email: cast.ali.email, right: 'access', ...dateIn(world, 'receivedOn', 2) }, /ikke kommet endnu/],
      [cast.birthe, { email: cast.ali.email, right: 'access', means: '' }, /Hvordan har I kontrolleret/],
    ]
    for (const [who, fields, said] of wrong) {
      const answer = await enter(who, fields)
      assert.equal(answer.status, 422, String(said))
      assertAccessible(answer.text)
      assert.match(plain(answer.text), said)
      assert.ok(answer.text.includes(`value="${fields['email']}"`))
    }
  })

  test('is nobody’s to enter but an administrator’s, for their own house, and not for themselves', async () => {
    for (const who of [cast.mette, cast.sara, cast.dorte])
      assert.ok([403, 404].includes((await enter(who, { email: cast.ali.email, right: 'access' })).status))
    const { userId, organisationId } = cast.birthe
    for (const [asker, reason] of [
      [cast.sara.userId, 'of another house'],
      [userId, 'of themselves'],
    ] as const) {
      const attempt = world.request.transaction({ kind: 'staff', userId, organisationId }, async (tx) => {
        const id = newId<'rights-request'>()
        await tx.run(sql`
          insert into rights_requests (id, controller_id, "right", received_at) values (${id}, ${organisationId}, 'access', now())`)
        await tx.run(sql`
          insert into rights_identity_checks (request_id, means, checked_by) values (${id}, 'letter', ${userId})`)
        await tx.run(sql`
          insert into direct_requests (request_id, asker, user_id, language, activity)
          values (${id}, 'staff', ${asker}, 'da', 'access.users')`)
        await tx.run(sql`
          insert into rights_request_states (request_id, state, by_kind, by_user) values (${id}, 'received', 'staff', ${userId})`)
      })
      await assert.rejects(attempt, reason === 'of another house' ? /row-level security/ : /./, reason)
    }
  })
})

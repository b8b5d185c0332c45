import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { queueStaffMail } from '#features/notifications/index.ts'
import { routes } from '#src/routes.ts'
import { type Cast, type Member, settle } from '#tests/cast/cast.ts'
import { askAsStaff, mailsOf } from '#tests/cast/direct.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('answering a member of staff', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const grant = { decision: 'grant', note: 'Det er gjort.' }
  const refuse = { decision: 'refuse', note: 'Nej, for det er rigtigt.', law: 'art-16' }
  const answer = async (who: Member, asked: { rightsRequestId: string }, fields: Record<string, string>) =>
    (await world.browser(who)).postAndFollow(routes.directRequest.answer.href(asked), fields)
  const post = async (who: Member, path: string, fields: Record<string, string>) =>
    (await world.browser(who)).post(path, fields)

  test('corrects an e-mail for whoever asked, tells them, and they read the answer (R3.1, T5.2)', async () => {
    const asked = await askAsStaff(world, cast.sara, 'rectification', {
      field: 'email',
      text: 'Slåfejl',
      proposal: 'Sara@Bakken.example',
    })
    const page = await (await world.browser(cast.lone)).get(routes.directRequest.show.href(asked))
    assertAccessible(page.text)
    assert.match(page.text, /value="Sara@Bakken\.example"/)
    const path = routes.directRequest.answer.href(asked)
    assert.equal((await post(cast.lone, path, { ...grant, value: 'nej' })).status, 422)
    const taken = await post(cast.lone, path, { ...grant, value: cast.peter.email })
    assert.equal(taken.status, 422)
    assertAccessible(taken.text)
    assert.match(plain(taken.text), /Den e-mail hører til en anden konto/)
    await answer(cast.lone, asked, { ...grant, value: 'Sara@Bakken.example' })
    const own = await (await world.browser(cast.sara)).get(routes.account.data.request.href(asked))
    assertAccessible(own.text)
    assert.match(plain(own.text), /Klinikken på Bakken har imødekommet din anmodning.*Det er gjort\./)
    assert.match(plain((await (await world.browser(cast.sara)).get('/account')).text), /sara@bakken\.example/)
    const sent = await mailsOf(world, 'send-direct-notice')
    assert.deepEqual(
      sent.map(({ to, subject }) => [to, subject]),
      [
        ['post@klinikkenpbakken.example', 'En anmodning om personoplysninger venter'],
        ['sara@bakken.example', 'Der er nyt om din anmodning'],
      ],
    )
    assert.doesNotMatch(sent.map(({ text }) => text).join(), /Det er gjort|Slåfejl/)
  })

  test('corrects a practitioner’s name and authorisation id through their administrator (T5.2)', async () => {
    const name = { field: 'practitioner-name', text: 'Giftet', proposal: 'Peter Prøvesen' }
    await answer(cast.lone, await askAsStaff(world, cast.peter, 'rectification', name), {
      ...grant,
      value: 'Peter Prøvesen',
    })
    const id = { field: 'authorisation-id', text: 'Forkert', proposal: 'cbdj7' }
    const asked = await askAsStaff(world, cast.peter, 'rectification', id)
    assert.equal(
      (await post(cast.lone, routes.directRequest.answer.href(asked), { ...grant, value: '12' })).status,
      422,
    )
    await answer(cast.lone, asked, { ...grant, value: 'cbdj7' })
    const rows = await world.sql('select name, authorisation_id from practitioners where user_id = $1', [
      cast.peter.userId,
    ])
    assert.deepEqual(rows, [{ name: 'Peter Prøvesen', authorisation_id: 'CBDJ7' }])
    const nobodys = await askAsStaff(world, cast.sara, 'rectification', { ...id, proposal: 'CBDJ8' })
    const none = await post(cast.lone, routes.directRequest.answer.href(nobodys), { ...grant, value: 'CBDJ8' })
    assert.match(plain(none.text), /Personen har ikke den oplysning her/)
  })

  test('restricts an account: the gate refuses its owner everything but their own data, and others a change, until it is lifted (T5.4)', async () => {
    const asked = await askAsStaff(world, cast.ali, 'restriction')
    const ali = await world.browser(cast.ali)
    assert.equal((await ali.get('/cases')).status, 200)
    await answer(cast.birthe, asked, grant)
    const refused = await ali.get('/cases')
    assert.equal(refused.status, 403)
    assertAccessible(refused.text)
    assert.match(plain(refused.text), /Din konto bliver kun gemt lige nu/)
    const own = await ali.get(routes.account.data.show.href({}))
    assert.equal(own.status, 200)
    assert.match(plain(own.text), /Din konto bliver kun gemt lige nu/)
    const user = { userId: cast.ali.userId }
    const birthe = await world.browser(cast.birthe)
    assert.equal((await birthe.get(routes.organisation.user.href(user))).status, 200)
    assert.equal((await birthe.post(routes.organisation.roles.href(user), { roles: ['administrator'] })).status, 403)
    const [denied] = await world.sql<{ event: string }>(
      `select event from audit_events where action = 'case.list' and event like '%denied%' and event like '%restricted%'`,
    )
    assert.ok(denied?.event.includes(cast.ali.userId))
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, {})
    const { userId, organisationId } = cast.mette
    await world.request.transaction({ kind: 'staff', userId, organisationId }, (tx) =>
      queueStaffMail(tx, { template: 'session-request', organisationId, userId: cast.ali.userId, caseId }),
    )
    const mailed = (await mailsOf(world, 'send-notification')).map(({ to }) => to)
    assert.deepEqual(mailed, ['post@nordlyssundhed.example'])
    const lift = routes.directRequest.lifting.href(asked)
    const early = await birthe.post(lift, { reason: 'Afklaret' })
    assert.equal(early.status, 422)
    assert.match(plain(early.text), /Giv personen besked først/)
    await birthe.postAndFollow(lift, { reason: 'Afklaret', told: 'yes' })
    assert.equal((await ali.get('/cases')).status, 200)
  })

  test('by the operator about its own terms stops nobody’s work: the restriction is done by hand, and that is said (T5.4)', async () => {
    const asked = await askAsStaff(world, cast.jonas, 'restriction', { activity: 'access.terms', text: 'Jeg er uenig' })
    const page = await (await world.browser(cast.omar)).get(routes.directRequest.show.href(asked))
    assert.match(plain(page.text), /Begrænsningen sker i hånden/)
    await answer(cast.omar, asked, grant)
    assert.equal((await (await world.browser(cast.jonas)).get('/cases')).status, 200)
  })

  test('erases an account by ending its access, and the answer goes to the address it had (T5.3, T19.6)', async () => {
    const asked = await askAsStaff(world, cast.ali, 'erasure')
    await mailsOf(world, 'send-direct-notice')
    const page = await (await world.browser(cast.birthe)).get(routes.directRequest.show.href(asked))
    assert.match(plain(page.text), /slutter adgangen med det samme/)
    await answer(cast.birthe, asked, grant)
    await assert.rejects(world.browser(cast.ali), { constraint: 'no_log_in_without_access' })
    const [mail] = await mailsOf(world, 'send-direct-notice')
    assert.equal(mail?.to, cast.ali.email)
    assert.match(mail?.text ?? '', /Vi har imødekommet din anmodning\.\n\nDet er gjort\.[^]*datatilsynet/)
    const list = await (await world.browser(cast.birthe)).get(routes.directRequest.list.href({}))
    assert.match(plain(list.text), /Få slettet.*Slettet/)
  })

  test('does not end the only administrator of a house, and says what to do first (T5.3)', async () => {
    const asked = await askAsStaff(world, cast.lone, 'erasure')
    const refused = await post(cast.omar, routes.directRequest.answer.href(asked), grant)
    assert.equal(refused.status, 422)
    assert.match(plain(refused.text), /Kontoen hører til en anden organisation/)
  })

  test('must say what a refusal rests on, and the asker learns it with the way to Datatilsynet (T5.8)', async () => {
    const asked = await askAsStaff(world, cast.sara, 'rectification', {
      field: 'other',
      text: 'Min rolle',
      proposal: 'Leder',
    })
    const { law: _, ...bare } = refuse
    assert.equal((await post(cast.lone, routes.directRequest.answer.href(asked), bare)).status, 422)
    await answer(cast.lone, asked, refuse)
    const own = await (await world.browser(cast.sara)).get(routes.account.data.request.href(asked))
    assert.match(plain(own.text), /har afslået.*det er rigtigt\..*artikel 16.*Klag til Datatilsynet/)
    const again = await answer(cast.lone, asked, grant)
    assert.match(plain(again.text), /Anmodningen er allerede besvaret/)
  })
})

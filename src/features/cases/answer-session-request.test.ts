import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('answering a request for further sessions', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const asked = async () => {
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const sara = await world.browser({ userId: cast.sara.userId })
    const reason = 'Knæet kan endnu ikke bære'
    await sara.postAndFollow(`/clinic/cases/${opened.caseId}/session-request`, { sessions: '4', reason })
    const [row] = await world.sql<{ id: string }>('select id from session_requests where case_id = $1', [opened.caseId])
    return { ...opened, path: `/session-requests/${row?.id}` }
  }
  const browserOf = (member = cast.mette) => world.browser({ userId: member.userId })
  const inMonths = (months: number) =>
    world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate().add({ months }).toString()
  const granting = () => ({ decision: 'grant', sessions: '3', until: inMonths(2) })
  const toldAbout = async (caseId: string) => {
    const rows = await world.sql<{ template: string }>(
      'select distinct template from notifications where case_id = $1',
      [caseId],
    )
    return rows.map(({ template }) => template)
  }

  test('shows the reason, how the case stands, and proposes what was asked for', async () => {
    const { path } = await asked()
    const page = await (await browserOf()).get(path)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /beder om 4 behandlinger mere.*0 af 6 behandlinger er brugt.*Knæet kan endnu ikke bære/,
    )
    assert.match(page.text, /name="sessions" value="4"/)
    assert.doesNotMatch(page.text, /\schecked/)
  })

  test('granted: the same clinic gets a further approval, and clinic and patient are told', async () => {
    const { caseId, path } = await asked()
    const page = await (await browserOf()).postAndFollow(`${path}/answer`, granting())
    assert.match(plain(page.text), /Svaret er sendt til klinikken.*3 behandlinger godkendt/)
    const approvals = await world.sql<{ sessions: number; clinic_id: string }>(
      'select a.sessions, k.clinic_id from approvals a join approval_clinics k on k.approval_id = a.id where a.case_id = $1 order by a.granted_at',
      [caseId],
    )
    assert.deepEqual(approvals, [
      { sessions: 6, clinic_id: cast.bakken.id },
      { sessions: 3, clinic_id: cast.bakken.id },
    ])
    const told = await toldAbout(caseId)
    assert.ok(told.includes('session-answer') && told.includes('sessions-granted'))
    const sara = await world.browser({ userId: cast.sara.userId })
    assert.match(plain((await sara.get(`/clinic/cases/${caseId}`)).text), /3 behandlinger/)
  })

  test('refused: the clinic reads why, and the patient is not told of sessions', async () => {
    const { caseId, path } = await asked()
    await (await browserOf()).postAndFollow(`${path}/answer`, {
      decision: 'refuse',
      refusal: 'Forsikringen dækker ikke flere',
    })
    const sara = await world.browser({ userId: cast.sara.userId })
    assert.match(plain((await sara.get(`/clinic/cases/${caseId}`)).text), /Forsikringen dækker ikke flere/)
    assert.ok(!(await toldAbout(caseId)).includes('sessions-granted'))
    const [row] = await world.sql<{ dump: string }>("select string_agg(a::text, '') as dump from session_answers a")
    assert.doesNotMatch(row?.dump ?? '', /dækker/)
  })

  test('keeps what was typed when half an answer is given', async () => {
    const { path } = await asked()
    const browser = await browserOf()
    for (const [sent, said] of [
      [{}, /Vælg, hvad I svarer/],
      [{ ...granting(), sessions: '' }, /Indtast et antal/],
      [{ ...granting(), until: '' }, /Indtast en slutdato/],
      [{ ...granting(), until: '2020-01-01' }, /Datoen er passeret/],
      [{ decision: 'refuse' }, /Skriv, hvorfor I giver afslag/],
    ] as const) {
      const answer = await browser.post(`${path}/answer`, sent)
      assert.equal(answer.status, 422)
      assertAccessible(answer.text)
      assert.match(plain(answer.text), said)
    }
    const half = await browser.post(`${path}/answer`, { decision: 'refuse', sessions: '17' })
    assert.match(half.text, /value="17"/)
  })

  test('counts once, whoever was first', async () => {
    const { caseId, path } = await asked()
    await (await browserOf()).postAndFollow(`${path}/answer`, granting())
    const late = await (await browserOf(cast.ali)).postAndFollow(`${path}/answer`, granting())
    assert.match(plain(late.text), /En kollega har allerede svaret/)
    assert.equal((await world.sql('select from approvals where case_id = $1', [caseId])).length, 2)
  })

  test('grants nothing on a withdrawn consent', async () => {
    const { caseId, path } = await asked()
    const browser = await browserOf()
    await browser.post(`/cases/${caseId}/consent-withdrawal`)
    assert.match(plain((await browser.get(path)).text), /Samtykket til sagen er trukket tilbage/)
    assert.equal((await browser.post(`${path}/answer`, granting())).status, 422)
  })

  test('is not for another insurer, the administrator, the clinic or the operator', async () => {
    const { path } = await asked()
    assert.equal((await (await browserOf(cast.jonas)).get(path)).status, 404)
    assert.equal((await (await browserOf(cast.jonas)).post(`${path}/answer`, granting())).status, 404)
    for (const member of [cast.birthe, cast.sara, cast.omar]) {
      const browser = await browserOf(member)
      assert.ok([403, 404].includes((await browser.get(path)).status), member.name)
      assert.ok([403, 404].includes((await browser.post(`${path}/answer`, granting())).status), member.name)
    }
  })
})

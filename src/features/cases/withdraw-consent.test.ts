import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Id } from '#kernel/ids.ts'
import { bookVisit } from '#tests/cast/book-visit.ts'
import { timesAt } from '#tests/cast/booking.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('withdrawing a consent for a patient', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const offered = async () => {
    const free = await timesAt(world, cast.bakken, 5000)
    return free.filter((one) => one.practitionerId === cast.peterAtWork).map(({ startsAt }) => startsAt.toString())
  }
  /** A case at Bakken with a past and a coming visit; the coming one on the first time that was free. */
  const treated = async () => {
    const opened = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const [free] = (await timesAt(world, cast.bakken, 5000)).filter((one) => one.practitionerId === cast.peterAtWork)
    assert.ok(free)
    const visit = { caseId: opened.caseId, practitionerId: cast.peterAtWork, roomId: cast.room }
    const past = await bookVisit(world, { ...visit, startsAt: world.clock.now().subtract({ hours: 72 }) })
    const coming = await bookVisit(world, { ...visit, startsAt: free.startsAt })
    return { ...opened, past, coming, startsAt: free.startsAt.toString() }
  }
  const withdraw = async (caseId: Id<'case'>, member = cast.mette) =>
    (await world.browser({ userId: member.userId })).post(`/cases/${caseId}/consent-withdrawal`)
  const release = (caseId: Id<'case'>) =>
    world.sql(
      `with gone as (delete from occupancies o using appointments a where a.id = o.appointment_id and a.case_id = $1) select`,
      [caseId],
    )

  test('says first what it means', async () => {
    const { caseId } = await treated()
    const page = await (await world.browser({ userId: cast.mette.userId })).get(`/cases/${caseId}/consent-withdrawal`)
    assertAccessible(page.text)
    assert.match(plain(page.text), /Klinikken på Bakken kan ikke længere se sagen\. 1 kommende tid bliver aflyst/)
    assert.match(plain(page.text), /skrevet til klinikken, og bilagene bliver slettet og kan ikke hentes tilbage/)
    await release(caseId)
  })

  test('takes the sight from the clinic at once (R3.2)', async () => {
    const { caseId } = await treated()
    const sara = await world.browser({ userId: cast.sara.userId })
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 200)
    await withdraw(caseId)
    assert.equal((await sara.get(`/clinic/cases/${caseId}`)).status, 404)
    await release(caseId)
  })

  test('frees the coming time for others, gives the session back and leaves the past as it was', async () => {
    const { caseId, past, coming, startsAt } = await treated()
    assert.ok(!(await offered()).includes(startsAt))
    await withdraw(caseId)
    assert.ok((await offered()).includes(startsAt))
    const uses = await world.sql<{ appointment_id: string }>(
      'select u.appointment_id from session_uses u join appointments a on a.id = u.appointment_id where a.case_id = $1',
      [caseId],
    )
    assert.deepEqual(
      uses.map(({ appointment_id }) => appointment_id),
      [past],
    )
    const cancelled = await world.sql(
      `select x.appointment_id, x.reason, x.cancelled_by_kind, x.cancelled_by, x.session_given_back
       from appointment_cancellations x join appointments a on a.id = x.appointment_id where a.case_id = $1`,
      [caseId],
    )
    assert.deepEqual(cancelled, [
      {
        appointment_id: coming,
        reason: 'consent-withdrawn',
        cancelled_by_kind: 'insurer',
        cancelled_by: cast.mette.userId,
        session_given_back: true,
      },
    ])
    const occupied = await world.sql('select from occupancies where appointment_id = $1', [coming])
    assert.deepEqual(occupied, [])
    await release(caseId)
  })

  test('tells patient and clinic, and the page of the case says it is frozen', async () => {
    const { caseId } = await treated()
    const page = await (await world.browser({ userId: cast.mette.userId })).postAndFollow(
      `/cases/${caseId}/consent-withdrawal`,
    )
    assert.match(plain(page.text), /Samtykke trukket tilbage.*Ingen klinik ser sagen længere/)
    assert.match(plain(page.text), /Ser den ikke længere/)
    const told = await world.sql<{ template: string }>(
      "select distinct case when organisation_id is null then template else 'clinic: ' || template end as template from notifications where case_id = $1 and template <> 'case-opened' order by 1",
      [caseId],
    )
    assert.deepEqual(
      told.map(({ template }) => template),
      ['appointment-cancelled', 'clinic: consent-withdrawn', 'consent-withdrawn'],
    )
    await release(caseId)
  })

  test('done twice changes nothing more, and a new mark with a new referral opens the case again', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    await withdraw(caseId)
    assert.equal((await withdraw(caseId)).status, 303)
    const mette = await world.browser({ userId: cast.mette.userId })
    const today = world.clock.now().toString().slice(0, 10)
    const again = { consent: 'yes', consentedOn: today, means: 'digital' }
    const lacking = await mette.post(`/cases/${caseId}/consent`, { ...again, complaint: 'Skrevet på ny' })
    assert.equal(lacking.status, 422)
    assertAccessible(lacking.text)
    assert.match(plain(lacking.text), /Udfyld feltet Hvor på kroppen.*Skriv henvisningen igen.*Skrevet på ny/)
    await mette.postAndFollow(`/cases/${caseId}/consent`, { ...again, complaint: 'Skrevet på ny', 'body-part': 'Lænd' })
    const sara = await world.browser({ userId: cast.sara.userId })
    const seen = await sara.get(`/clinic/cases/${caseId}`)
    assert.equal(seen.status, 200)
    assert.match(plain(seen.text), /Skrevet på ny/)
    assert.doesNotMatch(plain(seen.text), /Ondt i lænden/)
  })

  test('is not for another insurer, the administrator, the clinic or the operator', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.bo, { clinics: [cast.bakken] })
    assert.equal((await withdraw(caseId, cast.jonas)).status, 404)
    for (const member of [cast.birthe, cast.sara, cast.omar])
      assert.ok([403, 404].includes((await withdraw(caseId, member)).status), member.name)
    assert.deepEqual(await world.sql('select from consent_withdrawals where case_id = $1', [caseId]), [])
  })
})

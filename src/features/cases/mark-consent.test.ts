import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('marking the consent afterwards', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const marked = () => ({ consent: 'yes', consentedOn: world.clock.now().toString().slice(0, 10), means: 'written' })
  const unmarked = () => openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], consent: null })
  const clinicSees = async (caseId: string) =>
    (await (await world.browser({ userId: cast.sara.userId })).get(`/clinic/cases/${caseId}`)).status

  test('shows the very text the patient agreed to, with nothing ticked, and where the case will go', async () => {
    const { caseId } = await unmarked()
    const page = await (await world.browser({ userId: cast.mette.userId })).get(`/cases/${caseId}/consent`)
    assertAccessible(page.text)
    assert.match(
      plain(page.text),
      /Jeg giver samtykke til.*Klinikken på Bakken|Klinikken på Bakken.*Jeg giver samtykke til/,
    )
    assert.doesNotMatch(page.text, /\schecked/)
  })

  test('hands the case over, and only then does the clinic see it', async () => {
    const { caseId } = await unmarked()
    assert.equal(await clinicSees(caseId), 404)
    const page = await (await world.browser({ userId: cast.ali.userId })).postAndFollow(
      `/cases/${caseId}/consent`,
      marked(),
    )
    assert.match(plain(page.text), /Samtykket er markeret.*Klar til booking/)
    assert.equal(await clinicSees(caseId), 200)
  })

  test('cannot be done without the tick, the day and the means', async () => {
    const { caseId } = await unmarked()
    const browser = await world.browser({ userId: cast.mette.userId })
    for (const lacking of ['consent', 'consentedOn', 'means']) {
      const answer = await browser.post(`/cases/${caseId}/consent`, { ...marked(), [lacking]: undefined })
      assert.equal(answer.status, 422, lacking)
      assertAccessible(answer.text)
    }
    assert.equal(await clinicSees(caseId), 404)
  })

  test('done twice leaves one mark', async () => {
    const { caseId } = await unmarked()
    const browser = await world.browser({ userId: cast.mette.userId })
    await browser.postAndFollow(`/cases/${caseId}/consent`, marked())
    await browser.postAndFollow(`/cases/${caseId}/consent`, marked())
    assert.equal((await world.sql('select from consent_marks where case_id = $1', [caseId])).length, 1)
  })

  test('is not for another insurer, the administrator, the clinic or the operator', async () => {
    const { caseId } = await unmarked()
    for (const { userId } of [cast.jonas, cast.birthe, cast.sara, cast.omar]) {
      const browser = await world.browser({ userId })
      assert.ok([403, 404].includes((await browser.get(`/cases/${caseId}/consent`)).status))
      assert.ok([403, 404].includes((await browser.post(`/cases/${caseId}/consent`, marked())).status))
    }
    const jonas = await world.browser({ userId: cast.jonas.userId })
    assert.equal((await jonas.get(`/cases/${caseId}/consent`)).status, 404)
    assert.deepEqual(await world.sql('select from consent_marks where case_id = $1', [caseId]), [])
  })
})

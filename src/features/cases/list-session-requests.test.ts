import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of requests for further sessions', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const listed = async (member = cast.mette) => {
    const seen = await (await world.browser({ userId: member.userId })).get('/session-requests')
    assert.equal(seen.status, 200)
    assertAccessible(seen.text)
    return plain(seen.text)
  }
  const ask = async (person: typeof cast.ana, sessions: string) => {
    const { caseId } = await openCaseFor(world, cast.mette, person, { clinics: [cast.bakken] })
    const sara = await world.browser({ userId: cast.sara.userId })
    await sara.postAndFollow(`/clinic/cases/${caseId}/session-request`, { sessions, reason: 'Planted-Reason' })
  }

  test('says so when nobody has asked', async () => {
    assert.match(await listed(), /Der er ingen ønsker/)
  })

  test('shows who, where, how many and that it waits, the longest waiting first', async () => {
    await ask(cast.ana, '4')
    await ask(cast.bo, '1')
    const text = await listed()
    assert.match(
      text,
      /Ana Prøvesen.*Klinikken på Bakken 4 behandlinger mere.*Venter på svar.*Bo Eksempelsen.*1 behandling mere.*Venter på svar/,
    )
    assert.doesNotMatch(text, /Planted/)
  })

  test('puts the answered last', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    const [, path = ''] = /href="(\/session-requests\/[^"]+)"/.exec((await mette.get('/session-requests')).text) ?? []
    await mette.postAndFollow(`${path}/answer`, { decision: 'refuse', refusal: 'Ikke dækket' })
    assert.match(await listed(), /Bo Eksempelsen.*Venter på svar.*Ana Prøvesen.*Afslået/)
  })

  test('is each insurer’s own, and for case handlers only', async () => {
    assert.match(await listed(cast.jonas), /Der er ingen ønsker/)
    for (const { userId } of [cast.birthe, cast.sara, cast.omar])
      assert.ok([403, 404].includes((await (await world.browser({ userId })).get('/session-requests')).status))
  })

  test('notes in the trail whose data were shown', async () => {
    const seen = await world.sql(
      "select distinct person_id from audit_events where action = 'session-request.list' and person_id is not null",
    )
    assert.equal(seen.length, 2)
  })
})

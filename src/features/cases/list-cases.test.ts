import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the list of cases', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const listed = async (query = '', member = cast.mette) => {
    const answer = await (await world.browser({ userId: member.userId })).get(`/cases${query}`)
    assert.equal(answer.status, 200)
    assertAccessible(answer.text)
    return plain(answer.text)
  }

  test('tells a case handler without cases what comes next', async () => {
    assert.match(await listed(), /Der er ingen sager endnu/)
  })

  test('shows who, what, how it stands and how much is used', async () => {
    await openCaseFor(world, cast.mette, cast.ana, { caseNumber: 'L-1' })
    await openCaseFor(world, cast.mette, cast.bo, {
      caseNumber: 'L-2',
      consent: null,
      treatmentType: 'foot-therapy',
      details: { complaint: 'x' },
    })
    const text = await listed()
    assert.match(text, /Ana Prøvesen.*L-1.*Fysioterapi.*Klar til booking.*0 af 6 brugt/)
    assert.match(text, /Bo Eksempelsen.*L-2.*Fodterapi.*Mangler samtykke.*Ana/)
  })

  test('finds by case number, by CPR number however it is typed, and by part of a name', async () => {
    for (const q of ['L-1', '020160-9996', '0201609996', 'ana', 'prø', 'Prove ana']) {
      const text = await listed(`?q=${encodeURIComponent(q)}`)
      assert.match(text, /L-1/, q)
      assert.doesNotMatch(text, /L-2/, q)
    }
    assert.match(await listed('?q=Planted'), /Ingen sager passer/)
  })

  test('filters by state and by treatment', async () => {
    const waiting = await listed('?state=awaiting-consent')
    assert.match(waiting, /L-2/)
    assert.doesNotMatch(waiting, /L-1/)
    assert.doesNotMatch(await listed('?treatment=physiotherapy'), /L-2/)
    assert.match(await listed('?state=nonsense'), /L-1.*|L-2/)
  })

  test('pages through many, each case once', async () => {
    for (let n = 0; n < 26; n++) await openCaseFor(world, cast.jonas, cast.bo, { caseNumber: `P-${100 + n}` })
    const browser = await world.browser({ userId: cast.jonas.userId })
    const first = await browser.get('/cases')
    const [, older = ''] = /href="(\/cases\?after=[^"]+)"/.exec(first.text) ?? []
    const second = await browser.get(older)
    const numbers = [first, second].map((seen) => new Set(plain(seen.text).match(/P-\d{3}/g)))
    assert.deepEqual(
      numbers.map((found) => found.size),
      [25, 1],
    )
    assert.ok([...numbers[1]!].every((number) => !numbers[0]!.has(number)))
  })

  test('never shows what another insurer has, by whatever search', async () => {
    for (const query of ['', '?q=L-1', '?q=0201609996', '?q=ana'])
      assert.doesNotMatch(await listed(query, cast.jonas), /L-1|Ana/)
  })

  test('notes in the trail whose data were shown', async () => {
    const before = await world.sql("select from audit_events where action = 'case.list' and person_id is not null")
    await listed('?q=L-1')
    const after = await world.sql("select from audit_events where action = 'case.list' and person_id is not null")
    assert.equal(after.length, before.length + 1)
  })

  test('is not for the operator, clinics or patients', async () => {
    const { personId } = await openCaseFor(world, cast.mette, cast.ana)
    for (const who of [{ userId: cast.omar.userId }, { userId: cast.sara.userId }, { personId }]) {
      assert.ok([403, 404].includes((await (await world.browser(who)).get('/cases')).status))
    }
  })
})

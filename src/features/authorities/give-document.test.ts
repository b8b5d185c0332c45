import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { routes } from '#src/routes.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { readWord } from '#tests/harness/read-word.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the document that an authority is given', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const given = async (fields: readonly string[]) => {
    const details = { complaint: 'Planted-Complaint' }
    const whose = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], details })
    const birthe = await world.browser({ userId: cast.birthe.userId })
    await birthe.post(routes.case.authorities.create.href(whose), {
      law: 'data-protection-supervision',
      authority: 'Datatilsynet',
      fields: [...fields],
      reason: 'Tilsyn',
      checked: 'yes',
    })
    const [row] = await world.sql<{ id: string }>(
      `select id from disclosures where case_id = $1 and direction = 'to-authority'`,
      [whose.caseId],
    )
    return { ...whose, birthe, at: { caseId: whose.caseId, disclosureId: row?.id ?? '' } }
  }

  test('is kept as it was given, whatever the case says later (T8.1)', async () => {
    const { birthe, caseId, at } = await given(['referral', 'cpr'])
    const before = await birthe.get(routes.case.authorities.json.href(at))
    assert.match(before.text, /Planted-Complaint/)
    await world.sql(
      `with event as (select append_audit_event('test', '{}', null, null, null))
       insert into case_details (case_id, treatment_type, field, version, value_sealed, entered_by_organisation)
       select d.case_id, d.treatment_type, d.field, 2, d.value_sealed, d.entered_by_organisation from case_details d, event where d.case_id = $1`,
      [caseId],
    )
    assert.equal((await birthe.get(routes.case.authorities.json.href(at))).text, before.text)
  })

  test('is there to read as well, with the law and every field that was given and no other (T8.1)', async () => {
    const { birthe, at } = await given(['referral', 'cpr', 'consents', 'approval', 'appointments'])
    const word = readWord((await birthe.get(routes.case.authorities.word.href(at))).bytes)
    assert.match(word.text, /Datatilsynet/)
    assert.match(word.text, /databeskyttelsesloven § 29, stk. 1/)
    assert.match(word.text, /Planted-Complaint/)
    assert.match(word.text, /0201609996/)
    assert.doesNotMatch(word.text, /Ana Prøvesen|Invalid|undefined/)
  })

  test('of another case, or of nothing, does not exist', async () => {
    const one = await given(['cpr'])
    const other = await given(['cpr'])
    const paths = [routes.case.authorities.json, routes.case.authorities.word]
    for (const path of paths) {
      const crossed = { caseId: one.caseId, disclosureId: other.at.disclosureId }
      assert.equal((await one.birthe.get(path.href(crossed))).status, 404)
      assert.equal((await one.birthe.get(path.href({ caseId: one.caseId, disclosureId: 'nothing' }))).status, 404)
    }
  })
})

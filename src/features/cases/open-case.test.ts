import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('opening a case', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  const disclosuresOf = (caseId: string) =>
    world.sql<{ recipient_id: string; fields: string[] }>(
      'select recipient_id, fields from disclosures where case_id = $1',
      [caseId],
    )

  test('hands the case to the one clinic that the insurer named, with the fields that the treatment asks for', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    const [disclosure, ...more] = await disclosuresOf(caseId)
    assert.equal(disclosure?.recipient_id, cast.bakken.id)
    assert.deepEqual(disclosure?.fields, [
      'contact',
      'cpr',
      'approval',
      'attachments',
      'complaint',
      'body-part',
      'onset',
      'earlier-treatment',
    ])
    assert.equal(more.length, 0)
  })

  test('hands it to nobody while the patient has several clinics to choose from', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana)
    assert.deepEqual(await disclosuresOf(caseId), [])
  })

  test('hands it to nobody without the mark of consent', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken], consent: null })
    assert.deepEqual(await disclosuresOf(caseId), [])
  })

  test('knows a patient of two insurers as one person with two records', async () => {
    const first = await openCaseFor(world, cast.mette, cast.bo)
    const second = await openCaseFor(world, cast.jonas, cast.bo)
    assert.equal(first.personId, second.personId)
    const records = await world.sql('select from patients where person_id = $1', [first.personId])
    assert.equal(records.length, 2)
  })

  test('stores nothing about the patient in the clear', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, {
      details: { complaint: 'Planted-Complaint', 'body-part': 'Planted-Part' },
    })
    const rows = await world.sql<{ dump: string }>(
      `select (select string_agg(p::text, ' ') from patients p) || (select string_agg(d::text, ' ') from case_details d)
        || (select string_agg(e.event, ' ') from audit_events e) as dump`,
    )
    assert.ok(caseId)
    assert.doesNotMatch(rows[0]?.dump ?? '', /Planted|Prøvesen|0201609996/)
  })

  test('refuses a field that the treatment does not ask for', async () => {
    await assert.rejects(openCaseFor(world, cast.mette, cast.ana, { details: { medicine: 'x' } }), /field-not-asked/)
  })
})

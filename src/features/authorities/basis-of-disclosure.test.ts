import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { sql } from '#platform/db/sql.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the database and the basis of a disclosure', () => {
  let world: World
  let cast: Cast
  let of: Awaited<ReturnType<typeof openCaseFor>>
  let mark: string
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    of = await openCaseFor(world, cast.mette, cast.ana, { clinics: [cast.bakken] })
    mark = (await world.sql<{ id: string }>('select id from consent_marks where case_id = $1', [of.caseId]))[0]!.id
  })
  after(() => world.close())

  const toAuthority = {
    direction: 'to-authority',
    basis: 'legal-duty',
    recipient_id: null as string | null,
    consent_mark_id: null as string | null,
    authority: 'Datatilsynet' as string | null,
    law: 'data-protection-supervision' as string | null,
    fields: ['contact'],
    by: '' as string,
  }
  type Line = typeof toAuthority
  const options = { document: true, logged: true }

  /** What comes of writing a line as the owner, past every policy: the name of what refused it, or `done`; it is never kept. */
  async function refusalOf(change: Partial<Line>, { document, logged } = options): Promise<string> {
    const line = { ...toAuthority, by: cast.nordlys.id as string, ...change }
    const said = line.law === null ? null : 'ord'
    const refused = await world
      .sql(
        `do $do$ begin
          ${logged ? `perform append_audit_event('test', '{}', null, null, null);` : ''}
          insert into disclosures (id, recipient_id, case_id, person_id, direction, consent_mark_id, activity, purpose, basis, authority, law,
            law_da, law_en, fields, disclosed_by_organisation)
          select gen_random_uuid(), l.recipient_id, '${of.caseId}', '${of.personId}', l.direction, l.consent_mark_id, 'test', 'test', l.basis,
            l.authority, l.law, l.said, l.said, l.fields, l.by
          from jsonb_to_record('${JSON.stringify({ ...line, said })}') as l (recipient_id uuid, direction text, consent_mark_id uuid, basis text,
            authority text, law text, said text, fields text[], by uuid);
          ${document ? `insert into disclosed_documents select id, case_id, person_id, '', '' from disclosures where direction = 'to-authority';` : ''}
          set constraints all immediate;
          raise exception 'not kept' using errcode = 'P0001', constraint = 'done';
        end $do$`,
      )
      .then(
        () => 'kept',
        (error: unknown) => (error as { constraint?: string }).constraint ?? String(error),
      )
    return refused
  }

  test('takes a line to an authority by a named law, with its document and its event (T8.1)', async () => {
    assert.equal(await refusalOf({}), 'done')
  })

  test('refuses a line without exactly one basis (T8.1, T4.4)', async () => {
    const both = { consent_mark_id: mark, law: 'civil-case' }
    for (const change of [
      { law: null },
      { consent_mark_id: mark },
      { basis: 'contract', law: null },
      { basis: 'legal-claim', law: null },
      { ...both, basis: 'consent' },
    ])
      assert.match(
        await refusalOf(change, { ...options, document: false }),
        /disclosure_rests_on_exactly_one_basis|authority_is_told_by_law_only/,
        JSON.stringify(change),
      )
    const toClinic = { direction: 'to-clinic', authority: null, recipient_id: cast.bakken.id as string, law: null }
    const without = { ...options, document: false }
    assert.equal(await refusalOf({ ...toClinic, basis: 'consent' }, without), 'no_transfer_without_live_consent')
    assert.match(
      await refusalOf({ ...toClinic, consent_mark_id: mark, law: 'civil-case' }, without),
      /disclosure_rests_on_exactly_one_basis|authority_is_told_by_law_only/,
    )
  })

  test('refuses a law that the policy does not name, and knows all that it does (T8.1, R1.14)', async () => {
    assert.equal(await refusalOf({ law: 'free-law' }), 'law_is_one_that_the_policy_names')
    const laws = referralPolicy.activities.flatMap(({ laws: named = [] }) => named)
    assert.ok(laws.length >= 5)
    for (const { id } of laws) assert.equal(await refusalOf({ law: id }), 'done', id)
  })

  test('refuses an authority without a name, fields that are none, and a teller who has nothing to do with the case (T8.1)', async () => {
    assert.equal(await refusalOf({ authority: ' ' }), 'authority_has_a_name')
    assert.equal(await refusalOf({ authority: null }), 'disclosure_has_one_recipient')
    assert.equal(await refusalOf({ recipient_id: cast.bakken.id }), 'disclosure_has_one_recipient')
    assert.equal(await refusalOf({ fields: ['everything'] }), 'authority_is_told_named_fields')
    assert.equal(await refusalOf({ by: cast.havblik.id }), 'authority_is_told_by_a_controller')
    assert.equal(await refusalOf({ by: cast.fjorden.id }), 'authority_is_told_by_a_controller')
    assert.equal(await refusalOf({ by: cast.bakken.id }), 'done')
  })

  test('refuses what is not logged, and what is not kept (T8.1, R1.2)', async () => {
    assert.equal(await refusalOf({}, { ...options, logged: false }), 'no_change_without_audit_event')
    assert.equal(await refusalOf({}, { ...options, document: false }), 'authority_is_told_what_is_kept')
  })

  test('lets nobody tell in another’s name, and lets no clinic look by the law at what it never had (T8.1, R2.4)', async () => {
    const telling = (member: Cast['lone'], by: string) =>
      world.request
        .transaction({ kind: 'staff', userId: member.userId, organisationId: member.organisationId }, (tx) =>
          tx.run(sql`insert into disclosures (id, case_id, person_id, direction, activity, purpose, basis, authority, law, law_da, law_en, fields,
              disclosed_by_organisation, disclosed_by)
            values (gen_random_uuid(), ${of.caseId}, ${of.personId}, 'to-authority', 'x', 'x', 'legal-duty', 'Datatilsynet',
              'data-protection-supervision', 'x', 'x', '{contact}', ${by}, ${member.userId})`),
        )
        .then(
          () => 'done',
          (error: unknown) => (error as { code?: string }).code,
        )
    assert.equal(await telling(cast.lone, cast.nordlys.id), '42501')
    const looking = (member: Cast['lone']) =>
      world.request.transaction(
        { kind: 'staff', userId: member.userId, organisationId: member.organisationId },
        async (tx) => {
          await tx.rows(sql`select set_config('app.lawful_case', ${of.caseId}, true)`)
          return (await tx.rows(sql`select from cases where id = ${of.caseId}`)).length
        },
      )
    assert.deepEqual([await looking(cast.lone), await looking(cast.tove), await looking(cast.jonas)], [1, 0, 0])
  })
})

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { texts } from '#kernel/language.ts'
import { type Activity, type PolicyModel, policy } from '#policy/model.ts'
import { versionOf } from '#policy/version.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

/** The next version of the policy, with other words for the same consent. */
const nextPolicy: PolicyModel = policy({
  ...referralPolicy,
  version: '2',
  change: { important: false, summary: texts('Nye ord', 'New words') },
  activities: referralPolicy.activities.map(
    (one): Activity =>
      one.basis.article6 === 'consent' && one.basis.form.kind === 'statement'
        ? {
            ...one,
            basis: { ...one.basis, form: { ...one.basis.form, statement: texts('Helt nye ord', 'New words') } },
          }
        : one,
  ),
})

describe('the words that a patient agrees to', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld({
      policies: { referral: nextPolicy, marketing: marketingPolicy },
      versions: [versionOf(nextPolicy), ...publishedVersions('referral')],
    })
    cast = await settle(world)
  })
  after(() => world.close())

  type Kept = { text_version: string; text_hash: string; words: string }
  const keptFor = async (caseId: string) =>
    (
      await world.sql<Kept>(
        'select m.text_version, m.text_hash, t.words from consent_marks m join consent_texts t on t.hash = m.text_hash where m.case_id = $1',
        [caseId],
      )
    )[0]!
  const mark = () => ({ consent: 'yes', consentedOn: world.clock.now().toString().slice(0, 10), means: 'oral' })

  test('are those of the policy in force, on the form and in the ledger with version and hash (T5.7, X1)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { consent: null })
    const mette = await world.browser({ userId: cast.mette.userId })
    assert.match(plain((await mette.get(`/cases/${caseId}/consent`)).text), /Helt nye ord/)
    assert.match(plain((await mette.get('/cases/new?treatment=physiotherapy')).text), /Helt nye ord/)
    await mette.post(`/cases/${caseId}/consent`, mark())
    const kept = await keptFor(caseId)
    assert.equal(kept.text_version, '2')
    assert.match(kept.words, /Helt nye ord/)
    assert.equal(createHash('sha256').update(kept.words).digest('hex'), kept.text_hash)
  })

  test('are kept for what a machine marks too (T5.7)', async () => {
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { consent: null })
    const body = { consentedOn: world.clock.now().toString().slice(0, 10), means: 'digital' }
    const token = await tokenFor(world, cast.mette)
    const reply = await machineOf(world)('POST', `/api/cases/${caseId}/consent`, { token, body })
    assert.equal(reply.status, 200)
    assert.equal((reply.json as { consent: { textVersion: string } }).consent.textVersion, '2')
    assert.equal((await keptFor(caseId)).text_version, '2')
  })

  test('are shown as they were then, to the insurer, the patient and in the copy, whatever the policy says now (T1.1, T5.1)', async () => {
    // Marked under the policy before.
    const { caseId, personId } = await openCaseFor(world, cast.mette, cast.bo)
    assert.equal((await keptFor(caseId)).text_version, '1')
    const bo = await world.browser({ personId })
    const mette = await world.browser({ userId: cast.mette.userId })
    const then = /Jeg giver samtykke til, at mit forsikringsselskab skriver og videregiver/
    for (const page of [await mette.get(`/cases/${caseId}`), await bo.get(`/my/cases/${caseId}`)]) {
      assert.match(plain(page.text), then)
      assert.match(plain(page.text), /Ordene er fra version 1 af privatlivspolitikken/)
      assert.doesNotMatch(plain(page.text), /Helt nye ord/)
    }
    const copy = JSON.parse((await bo.get('/my/download.json')).text) as {
      data: { consent_marks: { agreedTo: string }[] }
    }
    assert.match(copy.data.consent_marks[0]?.agreedTo ?? '', then)
  })

  test('stand on the page of the version that had them (T1.1)', async () => {
    const nobody = await world.browser()
    assert.match(plain((await nobody.get('/privacy/versions/1')).text), /Det siger du ja til Jeg giver samtykke til/)
    assert.match(plain((await nobody.get('/privacy')).text), /Det siger du ja til Helt nye ord/)
  })

  test('cannot be other than what their hash says, be changed, or be missing: the database refuses it (T5.7)', async () => {
    const constraintOf = (text: string, values: readonly unknown[] = []) =>
      world.sql(text, values).then(
        () => 'done',
        (error: unknown) => (error as { constraint?: string }).constraint,
      )
    assert.equal(
      await constraintOf(`insert into consent_texts (hash, words) values (repeat('0', 64), 'Noget andet')`),
      'consent_text_is_what_its_hash_says',
    )
    assert.equal(await constraintOf(`update consent_texts set words = words`), 'consent_texts_are_append_only')
    const { caseId } = await openCaseFor(world, cast.mette, cast.ana, { consent: null })
    assert.equal(
      await constraintOf(
        `with event as (select append_audit_event('test', '{}', null, null, null))
         insert into consent_marks (id, case_id, consented_on, means, text_version, text_hash, marked_by_organisation)
         select gen_random_uuid(), $1, current_date, 'oral', '1', repeat('0', 64), $2 from event`,
        [caseId, cast.nordlys.id],
      ),
      'consent_is_to_words_that_are_kept',
    )
  })
})

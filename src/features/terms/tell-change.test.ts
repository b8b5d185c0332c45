import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Email } from '#kernel/email.ts'
import type { Id } from '#kernel/ids.ts'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { versionOf } from '#policy/version.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { performJobs } from '#tests/harness/perform-jobs.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { acceptTerms, openWorld, type World } from '#tests/harness/world.ts'
import { termsTasks } from './tell-change.ts'

const summary = { da: 'Du kan nu booke for dit barn.', en: 'You can now book for your child.' }
const later = { da: 'Du kan nu aflyse på sms.', en: 'You can now cancel by text message.' }
const important = { important: true, summary }
const second = versionOf({ ...referralPolicy, version: '2', validFrom: '2026-12-01', change: important })
const third = versionOf({ ...second.model, version: '3', change: { important: true, summary: later } })
const small = versionOf({ ...second.model, change: { important: false, summary } })
const published = publishedVersions('referral')
const longAgo = '2026-01-01T12:00:00Z'

describe('an important change of the terms', () => {
  let world: World
  let cast: Cast
  let ana: Id<'person'>
  let mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    ana = (await openCaseFor(world, cast.mette, cast.ana, { contact: { email: anasMail } })).personId
    await world.sql('update users set created_at = $1', [longAgo])
    await world.sql('alter table cases disable trigger user')
    await world.sql('update cases set created_at = $1', [longAgo])
    await world.sql('alter table cases enable trigger user')
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
  })
  beforeEach(async () => {
    mails = []
    await world.sql(
      `with logged as (select append_audit_event('scene', '{}', null, null, null)) delete from terms_notices`,
    )
  })
  after(() => world.close())

  const anasMail = 'ana@patient.example' as Email
  const tell = async (versions: readonly PolicyVersion[] = [second, ...published], served = versions[0]) => {
    const mail = { send: async (one: Mail) => void mails.push(one), close: () => undefined }
    const gate = openGate(served?.model ?? referralPolicy)
    await world.sql(`select enqueue('tell-terms-change', '{}'::jsonb)`)
    await performJobs(world, termsTasks(workerServices(world, { mail }), gate, versions))
  }
  const to = (address: string) => mails.filter((one) => one.to === address)
  const accepted = (who: { user?: string; person?: string }, version: number, language = 'da') =>
    world.sql(
      `with event as (select append_audit_event('terms.accept', '{}', null, null, null))
       insert into terms_acceptances (id, site, version, terms_hash, user_id, person_id, language, accepted_at)
       select gen_random_uuid(), 'referral', $3, sha256(''), $1, $2, $4, now() from event`,
      [who.user ?? null, who.person ?? null, version, language],
    )

  test('is told by mail to staff and to patients with a case: what is new, from when, where to read it (T19.5, R1.9)', async () => {
    await tell()
    const [mail] = to(cast.mette.email)
    assert.equal(mail?.subject, 'Vilkårene for Klinikbro ændrer sig')
    assert.match(mail.text, /gælder fra .*1\. december 2026/)
    assert.match(mail.text, /Det er nyt:\n- Du kan nu booke for dit barn\.\n\n/)
    assert.match(mail.text, /\/terms\n/)
    assert.match(to(anasMail)[0]?.text ?? '', /Du kan nu booke/)
    assert.deepEqual(to(cast.ali.email), [], 'who has left is told nothing')
  })

  test('is told once to each, however often the job runs (T19.5)', async () => {
    await tell()
    const sent = mails.length
    assert.ok(sent > 5)
    await tell()
    await tell()
    assert.equal(mails.length, sent)
  })

  test('is told with all that has changed since somebody accepted, where several versions came at once (T19.5)', async () => {
    await tell([third, second, ...published])
    assert.match(
      to(cast.mette.email)[0]?.text ?? '',
      /\n- Du kan nu aflyse på sms\.\n- Du kan nu booke for dit barn\.\n/,
    )
    assert.equal(to(cast.mette.email).length, 1)
  })

  test('is not told before the version is served, though its file is there (T19.5)', async () => {
    await tell([second, ...published], published[0])
    assert.deepEqual(mails, [])
  })

  test('is not told to who came when it was valid already, or accepted nothing older (T19.5)', async () => {
    const invited = async (name: string, createdAt: string) => {
      const [row] = await world.sql<{ id: string; email: string }>(
        'insert into users (id, organisation_id, email, name, created_at) values (gen_random_uuid(), $1, $2, $3, $4) returning id, email',
        [cast.nordlys.id, `${name}@nordlys.example`, name, createdAt],
      )
      return row!
    }
    const early = await invited('early', longAgo)
    const newcomer = await invited('newcomer', '2026-12-01T12:00:00Z')
    const atOnce = await invited('at-once', longAgo)
    await accepted({ user: atOnce.id }, 2)
    await tell()
    assert.deepEqual(
      [early, newcomer, atOnce].map(({ email }) => to(email).length),
      [1, 0, 0],
    )
  })

  test('is told to a patient in the language in which they read the terms (T19.5)', async () => {
    await accepted({ person: ana }, 1, 'en')
    await tell()
    assert.match(to(anasMail)[0]?.text ?? '', /You can now book for your child/)
    assert.equal(to(anasMail)[0]?.language, 'en')
  })

  test('stands in the trail, for each person it was told to (R1.2)', async () => {
    const told = () =>
      world.sql(`select from audit_events where action = 'terms.tell-change' and person_id = $1`, [ana])
    const earlier = (await told()).length
    await tell()
    assert.equal((await told()).length, earlier + 1)
  })
})

test('a small change and a first version are told to nobody (T19.5)', async () => {
  const world = await openWorld()
  await settle(world)
  for (const versions of [[small, ...published], published]) {
    const gate = openGate(versions[0]?.model ?? referralPolicy)
    await termsTasks(workerServices(world), gate, versions)['tell-terms-change']?.({}, {} as never)
  }
  assert.deepEqual(await world.sql('select from terms_notices'), [])
  await world.close()
})

test('somebody without an address is noted as not told, and stops nobody (T19.5)', async () => {
  const world = await openWorld()
  const cast = await settle(world)
  const { personId } = await openCaseFor(world, cast.mette, cast.ana)
  await acceptTerms(world.sql, { user: null, person: personId })
  await world.sql(`select enqueue('tell-terms-change', '{}'::jsonb)`)
  await performJobs(world, termsTasks(workerServices(world), openGate(second.model), [second, ...published]))
  const [row] = await world.sql('select sent_at, not_sent_because from terms_notices where person_id = $1', [personId])
  assert.deepEqual(row, { sent_at: null, not_sent_because: 'no-address' })
  await world.close()
})

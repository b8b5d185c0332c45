import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Email } from '#kernel/email.ts'
import { openGate } from '#policy/gate.ts'
import { versionOf } from '#policy/version.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { openPostOffice, type PostOffice } from '#tests/harness/post-office.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { termsTasks } from './tell-change.ts'

const summary = { da: 'Du kan nu booke for dit barn.', en: 'You can now book for your child.' }
const change = { important: true, summary }
const second = versionOf({ ...referralPolicy, version: '2', validFrom: '2026-12-01', change })
const small = versionOf({ ...referralPolicy, version: '2', change: { important: false, summary } })
const gate = openGate(referralPolicy)

describe('an important change of the terms', () => {
  let world: World
  let cast: Cast
  let post: PostOffice
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await openCaseFor(world, cast.mette, cast.ana, { contact: { email: 'ana@patient.example' as Email } })
    post = await openPostOffice(world, (services) =>
      termsTasks(services, gate, [second, ...publishedVersions('referral')]),
    )
  })
  after(async () => {
    await post.close()
    await world.close()
  })

  const tell = () => world.sql(`select enqueue('tell-terms-change', '{}'::jsonb)`)
  const left = async () => {
    const [row] = await world.sql<{ waiting: number }>(
      'select count(*)::integer as waiting from terms_notices where sent_at is null and not_sent_because is null',
    )
    return row?.waiting
  }
  const settled = async () => {
    for (let tries = 0; tries < 300 && (await left()) !== 0; tries++) await setTimeout(100)
    assert.equal(await left(), 0)
  }

  test('is told by mail to staff and to patients with a case: what is new, from when, where to read it (T19.5, R1.9)', async () => {
    await world.sql('insert into user_removals (user_id) values ($1)', [cast.ali.userId])
    await tell()
    const [row] = await world.sql<{ email: string }>('select email from users where id = $1', [cast.mette.userId])
    const mail = await post.receive('mail', row?.email ?? '', /Vilkårene for Klinikbro ændrer sig/)
    assert.match(mail.text, /gælder fra .*1\. december 2026/)
    assert.match(mail.text, /Du kan nu booke for dit barn/)
    assert.match(mail.text, /\/terms/)
    assert.match(mail.text, /\/privacy/)
    await settled()
    assert.match((await post.receive('mail', 'ana@patient.example', /ændrer sig/)).text, /Du kan nu booke/)
    const gone = await world.sql('select from terms_notices where user_id = $1', [cast.ali.userId])
    assert.deepEqual(gone, [], 'who has left is told nothing')
  })

  test('is told once to each, however often the job runs (T19.5)', async () => {
    const before = post.messages().length
    await tell()
    await tell()
    await setTimeout(1500)
    await settled()
    assert.equal(post.messages().length, before)
  })

  test('stands in the trail, for each person it was told to (R1.2)', async () => {
    const events = await world.sql(
      `select from audit_events where action = 'terms.tell-change' and person_id is not null`,
    )
    assert.equal(events.length, 1)
  })
})

test('a small change and a first version are told to nobody (T19.5)', async () => {
  const world = await openWorld()
  await settle(world)
  for (const versions of [[small, ...publishedVersions('referral')], publishedVersions('referral')]) {
    await termsTasks(workerServices(world), gate, versions)['tell-terms-change']?.({}, {} as never)
  }
  assert.deepEqual(await world.sql('select from terms_notices'), [])
  await world.close()
})

test('somebody without an address is noted as not told, and stops nobody (T19.5)', async () => {
  const world = await openWorld()
  const cast = await settle(world)
  await openCaseFor(world, cast.mette, cast.ana)
  const tasks = termsTasks(workerServices(world), gate, [second, ...publishedVersions('referral')])
  await tasks['tell-terms-change']?.({}, {} as never)
  const [notice] = await world.sql<{ id: string }>('select id from terms_notices where person_id is not null')
  await tasks['send-terms-notice']?.({ noticeId: notice?.id }, {} as never)
  const [row] = await world.sql('select sent_at, not_sent_because from terms_notices where id = $1', [notice?.id])
  assert.deepEqual(row, { sent_at: null, not_sent_because: 'no-address' })
  await world.close()
})

import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { Mail } from '#platform/mail/mail.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plantWindow } from '#tests/cast/plant-window.ts'
import { performJobs } from '#tests/harness/perform-jobs.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { maintenanceTasks } from './tell-administrators.ts'

describe('mails about maintenance', () => {
  let world: World
  let cast: Cast
  let mails: Mail[] = []
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
    await world.sql(`update users set language = 'en' where id = $1`, [cast.lone.userId])
  })
  beforeEach(async () => {
    mails = []
    await world.sql('truncate maintenance_windows cascade')
    await world.sql('delete from graphile_worker._private_jobs')
    world.services.maintenance.forget()
  })
  after(() => world.close())

  const tasks = () => {
    const mail = { send: async (one: Mail) => void mails.push(one), close: () => undefined }
    return maintenanceTasks(workerServices(world, { mail }), openGate(referralPolicy))
  }
  const deliver = async () => {
    mails = []
    await performJobs(world, tasks())
    return mails
  }
  const announce = (windowId: string, news = 'announced') =>
    world.sql(`select enqueue('tell-maintenance', jsonb_build_object('windowId', $1::text, 'news', $2::text))`, [
      windowId,
      news,
    ])
  const end = async (windowId: string) =>
    (await world.browser(cast.omar)).post(`/operator/maintenance/${windowId}/ending`)
  const administrators = () => [cast.birthe, cast.lone, cast.omar].map(({ email }) => email).sort()
  const receivers = (sent: readonly Mail[]) => sent.map(({ to }) => to as string).sort()

  test('go to the administrators of every organisation, once each, in their language (T19.7)', async () => {
    const omar = await world.browser(cast.omar)
    const day = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').add({ days: 2 })
    const on = (name: string) => ({
      [`${name}On-day`]: `${day.day}`,
      [`${name}On-month`]: `${day.month}`,
      [`${name}On-year`]: `${day.year}`,
    })
    const words = { textDa: 'Vi flytter til nye servere.', textEn: 'We move to new servers.', readOnly: 'yes' }
    const typed = { ...on('starts'), startsAt: '22.00', ...on('ends'), endsAt: '23.30', ...words }
    assert.equal((await omar.post('/operator/maintenance', typed)).status, 303)
    const sent = await deliver()
    assert.deepEqual(receivers(sent), administrators())
    const danish = sent.find(({ to }) => to === cast.birthe.email)
    assert.equal(danish?.subject, 'Planlagt vedligehold af Klinikbro')
    assert.match(danish?.text ?? '', /kl\. 22\.00 til 23\.30\..*nye servere.*kan man læse.*http.*\/status$/s)
    assert.match(sent.find(({ to }) => to === cast.lone.email)?.text ?? '', /We maintain Klinikbro .* new servers/s)
    const [row] = await world.sql<{ window_id: string }>('select window_id from maintenance_mails limit 1')
    await announce(row?.window_id ?? '')
    assert.deepEqual(await deliver(), [])
  })

  test('tell when it is called off, and when it ended early (T19.7)', async () => {
    const coming = await plantWindow(world, cast.omar, { startsIn: { hours: 30 } })
    await announce(coming)
    await deliver()
    await end(coming)
    const off = await deliver()
    assert.deepEqual(receivers(off), administrators())
    assert.match(off.find(({ to }) => to === cast.birthe.email)?.text ?? '', /er aflyst\. I kan bruge Klinikbro/)
    const running = await plantWindow(world, cast.omar)
    world.clock.advance({ minutes: 1 })
    await end(running)
    const over = await deliver()
    assert.match(over.find(({ to }) => to === cast.birthe.email)?.subject ?? '', /slut før tid/)
  })

  test('announce nothing that is called off already, and reach nobody who has lost access (T19.7)', async () => {
    const id = await plantWindow(world, cast.omar, { startsIn: { hours: 40 } })
    await announce(id)
    await world.sql(
      `with made as (insert into user_removals (user_id, removed_by) values ($1, $1) returning 1)
       select append_audit_event('scene', '{}', null, null, null) from made`,
      [cast.birthe.userId],
    )
    await end(id)
    const sent = await deliver()
    assert.deepEqual(
      receivers(sent),
      administrators().filter((email) => email !== cast.birthe.email),
    )
    assert.ok(sent.every(({ subject }) => /aflyst|called off/.test(subject)))
  })

  test('stand in the trail (R1.2)', async () => {
    await announce(await plantWindow(world, cast.omar, { startsIn: { hours: 50 } }))
    const told = () =>
      world.sql(`select from audit_events where action = 'maintenance.tell' and event::jsonb -> 'detail' ? 'queued'`)
    const before = (await told()).length
    await deliver()
    assert.equal((await told()).length, before + 1)
  })

  test('and the windows themselves go when their time in the policy is over (T20.2)', async () => {
    const id = await plantWindow(world, cast.omar, { startsIn: { hours: 1 } })
    await announce(id)
    await deliver()
    await end(id)
    const left = async () => (await world.sql('select from maintenance_windows')).length
    await assert.rejects(world.sql('delete from maintenance_windows'))
    world.clock.advance({ hours: 24 * 364 })
    await tasks()['forget-maintenance']?.({}, { attempt: 1 })
    assert.equal(await left(), 1)
    world.clock.advance({ hours: 48 })
    await tasks()['forget-maintenance']?.({}, { attempt: 1 })
    assert.equal(await left(), 0)
    assert.deepEqual(await world.sql('select from maintenance_mails'), [])
    assert.deepEqual(await world.sql('select from maintenance_endings'), [])
  })
})

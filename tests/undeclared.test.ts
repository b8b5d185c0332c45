import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Config, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { localSecrets } from '#platform/config/local-secrets.ts'
import type { DataCategory } from '#policy/categories.ts'
import { type Activity, grant, type PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { serve } from '#src/main.ts'
import { tasksWith, timetable } from '#src/tasks.ts'
import { undeclaredFields, undeclaredJobs, undeclaredPlaces, undeclaredRoutes } from '#src/undeclared.ts'
import { shippedFiles } from './architecture/source-files.ts'
import { rolesSecret } from './harness/cluster.ts'
import { workerServices } from './harness/worker-services.ts'
import { openWorld, type World } from './harness/world.ts'

const offers = [
  { model: referralPolicy, actions: referralActions },
  { model: marketingPolicy, actions: marketingActions },
]

describe('a start with something that the policy does not know', () => {
  let world: World
  let config: Config
  let folder: string
  before(async () => {
    world = await openWorld()
    folder = mkdtempSync(join(tmpdir(), 'klinikbro-undeclared-'))
    const { secretsFile } = localSecrets(folder)
    const secrets = JSON.parse(readFileSync(secretsFile, 'utf8')) as object
    writeFileSync(secretsFile, JSON.stringify({ ...secrets, roles: rolesSecret.toString('base64url') }))
    const settings = { NODE_ENV: 'test', KLINIKBRO_DATA: folder, DATABASE_URL: world.database.ownerUrl }
    config = readConfig(localEnvironment(settings))
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })

  test('is refused for a column that no catalogue has (R1.3, T20.2)', async () => {
    await world.sql('alter table cases add column remark text')
    await assert.rejects(serve(config), /Column cases\.remark is in no data catalogue/)
    await world.sql('alter table cases drop column remark')
  })

  test('is refused for a route that no activity grants (R1.4)', () => {
    for (const offer of offers) assert.deepEqual(undeclaredRoutes(offer), [])
    const activities = referralPolicy.activities.filter(({ id }) => id !== 'rights.requests')
    const found = undeclaredRoutes({ model: { ...referralPolicy, activities }, actions: referralActions })
    assert.ok(
      found.includes('GET /my/rights of referral asks for my-rights.view, which no activity grants'),
      found.join('\n'),
    )
  })

  test('is refused for an action that touches what no activity that grants it declares, to any class (R1.4)', () => {
    for (const offer of offers) assert.deepEqual(undeclaredFields(offer), [])
    const without = (...lost: readonly DataCategory[]) =>
      referralPolicy.activities.map((one) => ({
        ...one,
        data: one.data.filter((category) => !lost.includes(category)),
      }))
    const found = (activities: PolicyModel['activities']) =>
      undeclaredFields({ model: { ...referralPolicy, activities }, actions: referralActions })
    const page =
      'GET /my/cases of referral touches booking, health.approval, which no activity that grants my-case.list'
    assert.ok(found(without('booking')).includes(`${page} to patient declares (R1.4)`))
    const machine = found(without('booking')).filter((line) => line.startsWith('GET /api/cases '))
    assert.equal(machine.length, 1, 'an action of the API is asked for machines alone')
    assert.match(machine[0]!, /case\.list to insurer:api/)
    assert.deepEqual(found(without('technical')), [], 'what no action touches is missed by none')
  })

  test('is refused for a job that no activity grants to the system, or that does more than its activity says (R1.4, R1.3)', () => {
    const jobsUnder = (referral: PolicyModel) =>
      undeclaredJobs(tasksWith(workerServices(world), { referral, marketing: marketingPolicy }), timetable)
    assert.deepEqual(jobsUnder(referralPolicy), [])
    const changed = (change: (activity: Activity) => Activity) =>
      jobsUnder({ ...referralPolicy, activities: referralPolicy.activities.map(change) })
    const without = changed((one) => (one.id === 'customers.leads' ? { ...one, grants: [] } : one))
    assert.deepEqual(without, [
      'Job send-lead-answer of referral asks for lead.send-answer, which no activity grants to the system',
      'Job erase-due-leads of referral asks for lead.erase, which no activity grants to the system',
    ])
    const toOthers = [grant('oversight.count', ['operator:administrator'])]
    const given = changed((one) => (one.id === 'operation.oversight' ? { ...one, grants: toOthers } : one))
    assert.deepEqual(given, [
      'Job count-days of referral asks for oversight.count, which no activity grants to the system',
    ])
    const less = changed((one) => (one.id === 'access.users' ? { ...one, data: ['technical'] } : one))
    assert.deepEqual(less, [
      'Job send-invitation of referral touches business-contact, which no activity that grants invitation.send to the system declares',
    ])
    assert.deepEqual(undeclaredJobs({}, ['1 2 * * * sweep-dreams ?fill=1d']), [
      'Job sweep-dreams runs by the clock, and no task has that name',
    ])
  })

  test('would be refused for every job that the code or the database asks for, as it is a task (R1.4)', () => {
    const asking = /enqueue\w*\((?:tx, )?'([a-z-]+)'/g
    const texts = [...shippedFiles.map(({ text }) => text), readFileSync('db/schema.sql', 'utf8')]
    const asked = new Set(texts.flatMap((text) => [...text.matchAll(asking)].map(([, name = '']) => name)))
    const known = tasksWith(workerServices(world))
    assert.ok(asked.size >= 8)
    assert.deepEqual(
      [...asked].filter((name) => !known[name]),
      [],
    )
  })

  test('is refused in production for a service or a database that is no processor’s (T4.2, T4.3)', () => {
    const models = [referralPolicy, marketingPolicy]
    const at = (host: string): Config => ({
      ...config,
      mode: 'production',
      mail: { ...config.mail, smtpUrl: new URL(`smtps://${host}`) },
      sms: { ...config.sms, baseUrl: new URL('https://sms.beskeder.example/rest') },
      eid: { ...config.eid, issuer: new URL('https://login.broker.example') },
      database: { ownerUrl: `postgresql://owner:secret@${host}:5432/klinikbro` },
    })
    assert.deepEqual(undeclaredPlaces(at('mail.elsewhere.example'), models), [
      'DATABASE_URL leads to mail.elsewhere.example, which is a host of no processor in the policy (T4.2, T4.3)',
      'KLINIKBRO_SMTP_URL leads to mail.elsewhere.example, which is a host of no processor in the policy (T4.2, T4.3)',
    ])
    assert.deepEqual(undeclaredPlaces(at('localhost'), models), [])
    const declared = at('smtp.beskeder.example')
    assert.deepEqual(undeclaredPlaces({ ...declared, database: { ownerUrl: null } }, models), [])
    assert.deepEqual(undeclaredPlaces({ ...at('mail.elsewhere.example'), mode: 'development' }, models), [])
  })
})

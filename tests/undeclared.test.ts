import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Config, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { localSecrets } from '#platform/config/local-secrets.ts'
import type { DataCategory } from '#policy/categories.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { marketingActions, referralActions } from '#src/actions.ts'
import { serve } from '#src/main.ts'
import { undeclaredFields, undeclaredPlaces, undeclaredRoutes } from '#src/undeclared.ts'
import { rolesSecret } from './harness/cluster.ts'
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
      'GET /my/cases of referral touches booking, health.referral, which no activity that grants my-case.list'
    assert.ok(found(without('booking')).includes(`${page} to patient declares (R1.4)`))
    const machine = found(without('booking')).filter((line) => line.startsWith('GET /api/cases '))
    assert.equal(machine.length, 1, 'an action of the API is asked for machines alone')
    assert.match(machine[0]!, /case\.list to insurer:api/)
    assert.deepEqual(found(without('technical')), [], 'what no action touches is missed by none')
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

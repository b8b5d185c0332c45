import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { logDaysOf } from '#features/retention/sweep-logs.ts'
import type { Temporal } from '#kernel/time.ts'
import { routes } from '#src/routes.ts'
import { tasksWith } from '#src/tasks.ts'
import { askAs } from '#tests/cast/ask.ts'
import { type Cast, people, settle } from '#tests/cast/cast.ts'
import { csv, fileOf, fileRow } from '#tests/cast/import-file.ts'
import { caseBody, machineOf, tokenFor } from '#tests/cast/machine.ts'
import { openCaseFor } from '#tests/cast/open-case.ts'
import { Browser } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { marketingUrl, openWorld, type World } from '#tests/harness/world.ts'
import { changedPolicies } from './changed-policies.ts'

/** What lies in the database that has a period, and how to count it. */
const kept = {
  case: `select from cases where case_number = 'DRIFT-1'`,
  'answer about cookies': 'select from cookie_choices',
  enquiry: 'select from leads',
  'imported file': 'select from case_import_files',
  'account of an import': `select from case_imports where state = 'imported'`,
  'repeat key': 'select from idempotency_keys',
  'answered request': 'select from rights_requests',
  'doings of staff': `select from audit_events
    where event is not null and person_id is null and case_id is null and action <> 'audit.forget'`,
} as const
type Kept = keyof typeof kept

const nightly = [
  'sweep-cases',
  'erase-old-cookie-choices',
  'erase-due-leads',
  'sweep-imports',
  'sweep-api',
  'carry-out-erasures',
]

describe('what is enforced, after the policy was changed', () => {
  const worlds: Partial<Record<'before' | 'after', { world: World; cast: Cast }>> = {}
  before(async () => {
    for (const which of ['before', 'after'] as const) {
      const world = await openWorld(which === 'after' ? { policies: changedPolicies } : {})
      worlds[which] = { world, cast: await settle(world) }
    }
  })
  after(() => Promise.all(Object.values(worlds).map(({ world }) => world.close())))
  const under = (which: 'before' | 'after') => {
    const there = worlds[which]
    assert.ok(there)
    return there
  }

  test('the sweeps of the night follow every changed period, the shorter and the longer (X1, T20.2, R2.9)', async () => {
    const left = { before: await leftAfter(under('before')), after: await leftAfter(under('after'), changedPolicies) }
    const all = Object.keys(kept) as Kept[]
    assert.deepEqual(left.before.atFirst.toSorted(), all.toSorted(), 'everything is there to begin with')
    assert.deepEqual(left.after.atFirst.toSorted(), all.toSorted())
    const longer: Kept[] = ['imported file', 'repeat key']
    assert.deepEqual(
      left.before.later.toSorted(),
      all.filter((one) => !longer.includes(one)).toSorted(),
      'under the published policy, these are still kept and the files and keys are gone',
    )
    assert.deepEqual(left.after.later.toSorted(), longer.toSorted(), 'under the changed policy, the other way round')
  })

  test('access logs lie as long as the changed policy says (X1, T6.3)', () => {
    const { referral, marketing } = changedPolicies
    const shorter = referral.activities.map((activity) => {
      const { maximum } = activity.retention
      return activity.id === 'operation.site'
        ? { ...activity, retention: { ...activity.retention, maximum: { ...maximum, period: 'P5D' } } }
        : activity
    })
    assert.equal(logDaysOf([referral, marketing]), 14)
    assert.equal(logDaysOf([{ ...referral, activities: shorter }, marketing]), 5)
  })

  test('the gate refuses what is granted no more (X1)', async () => {
    const status = async ({ world, cast }: { world: World; cast: Cast }) =>
      (await (await world.browser({ userId: cast.birthe.userId })).get(routes.retention.show.href({}))).status
    assert.deepEqual([await status(under('before')), await status(under('after'))], [200, 403])
  })

  test('the trail names the changed purpose (X1, R1.4)', async () => {
    const purposeIn = async ({ world, cast }: { world: World; cast: Cast }) => {
      const { caseId } = await openCaseFor(world, cast.mette, people.ana)
      await (await world.browser({ userId: cast.mette.userId })).get(routes.case.show.href({ caseId }))
      const [seen] = await world.sql<{ event: string }>(
        `select event from audit_events where case_id = $1 and action = 'case.view' and event is not null order by at desc limit 1`,
        [caseId],
      )
      return seen?.event ?? ''
    }
    assert.match(await purposeIn(under('before')), /referral-transfer/)
    assert.match(await purposeIn(under('after')), /treatment-time/)
  })

  test('a browser is told the changed lifetime of a cookie (X1, T7.3)', async () => {
    const age = async ({ world }: { world: World }) => {
      const answer = await (await world.browser()).post('/language', { language: 'en', returnTo: '/' })
      return /language=.*max-age=(\d+)/i.exec(answer.headers.getSetCookie().join('\n'))?.[1]
    }
    const aDay = 24 * 3600
    assert.deepEqual([await age(under('before')), await age(under('after'))], [`${365 * aDay}`, `${30 * aDay}`])
  })
})

/** Fills the database with one of each, and tells what is there then, and what is left when the sweeps run 45 days later. */
async function leftAfter({ world, cast }: { world: World; cast: Cast }, policies?: typeof changedPolicies) {
  await plantOneOfEach(world, cast)
  const there = async () => {
    const found: Kept[] = []
    for (const [what, query] of Object.entries(kept)) if ((await world.sql(query)).length > 0) found.push(what as Kept)
    return found
  }
  const atFirst = await there()
  const runAt = async (now: Temporal.Instant, names: readonly string[]) => {
    const services = workerServices(world, { now: () => now.add({ hours: 24 * 45 }) })
    const tasks = policies ? tasksWith(services, policies) : tasksWith(services)
    for (const name of names) await tasks[name]!({}, { attempt: 1 })
  }
  await runAt(world.clock.now(), nightly)
  // The trail is stamped by the database itself, whatever the test's clock says.
  const [stamped] = await world.sql<{ at: Temporal.Instant }>('select max(at) as at from audit_events')
  await runAt(stamped!.at, ['forget-old-events'])
  return { atFirst, later: await there() }
}

async function plantOneOfEach(world: World, cast: Cast): Promise<void> {
  const today = world.clock.now().toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()
  const visitor = new Browser(world.fetch, marketingUrl)
  await visitor.post('/cookies/choice', { answer: 'none', means: 'banner', returnTo: '/' })
  const enquiry = { name: 'Ida', company: 'Prøve', phone: '12345678', email: 'ida@proeve.example', message: 'Hej' }
  await visitor.get('/contact')
  await visitor.postAndFollow('/contact', enquiry)
  const mette = await world.browser({ userId: cast.mette.userId })
  for (const number of [1, 2])
    await mette.postAndFollow('/imports', { file: csv(fileOf([fileRow(world.clock, number)])) })
  await world.sql(
    `with ended as (select id from case_imports order by id limit 1), gone as (delete from case_import_files where import_id = (select id from ended))
     update case_imports set state = 'imported', finished_at = $1 where id = (select id from ended)`,
    [world.clock.now()],
  )
  const token = await tokenFor(world, cast.mette)
  const headers = { 'idempotency-key': 'drift' }
  await machineOf(world)('POST', '/api/cases', { token, body: caseBody(), headers })
  const whose = await openCaseFor(world, cast.mette, people.bo, { validUntil: today })
  await world.sql(`update cases set case_number = 'DRIFT-1' where id = $1`, [whose.caseId])
  const { 'Nordlys Sundhed': id = '' } = await askAs(world, whose, 'access')
  await mette.postAndFollow(routes.rights.answer.href({ rightsRequestId: id }), {
    decision: 'grant',
    note: 'Her er den.',
  })
}

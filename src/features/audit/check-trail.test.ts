import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { createLog } from '#platform/log/log.ts'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { settle } from '#tests/cast/cast.ts'
import { writeEvents } from '#tests/cast/write-events.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { auditTasks } from './index.ts'

describe('the nightly check of the audit trail', () => {
  let world: World
  const logged: string[] = []
  const write = (times: number) => writeEvents(world, times)
  const check = async () => {
    const log = createLog({ write: (line: string) => void logged.push(line) })
    await auditTasks(workerServices(world, { log }), openGate(referralPolicy))['check-audit-trail']?.(
      {},
      { attempt: 1 },
    )
    const [last] = await world.sql<{ links: number; findings: number }>(
      'select links::int, findings from audit_checks order by id desc limit 1',
    )
    return [last?.links, last?.findings]
  }

  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('reads the links that came since the last one, and no others (X3)', async () => {
    assert.deepEqual(await check(), [0, 0])
    await write(5)
    assert.deepEqual(await check(), [5, 0])
    await write(2)
    assert.deepEqual(await check(), [2, 0])
    assert.deepEqual(await check(), [0, 0])
  })

  test('is not troubled by a payload that was lawfully removed (X3)', async () => {
    await write(2)
    await world.sql('update audit_events set event = null, salt = null')
    assert.deepEqual(await check(), [2, 0])
    assert.deepEqual(logged, [])
  })

  test('finds a link that was changed, every night until it is mended, and the operator is told (X3)', async () => {
    const cast = await settle(world)
    await write(3)
    const chain = `(select chain from audit_events order by at desc limit 1)`
    const newest = `chain = ${chain} and position = (select max(position) from audit_events where chain = ${chain})`
    const altering = (what: string) =>
      world.sql(`
        do $$ begin
          alter table audit_events disable trigger user;
          update audit_events set ${what} where ${newest};
          alter table audit_events enable trigger user;
        end $$`)
    await altering(`action = 'something.else'`)
    const [, found] = await check()
    assert.equal(found, 1)
    assert.equal((await check())[1], 1)
    assert.match(logged.join(''), /audit-trail\.broken/)
    const dorte = await world.browser(cast.dorte)
    assert.match(plain((await dorte.get('/operator/privacy')).text), /Sporet passer ikke .* fandt 1 sted,/)
    await altering(`action = 'test.write'`)
    assert.deepEqual((await check())[1], 0)
    assert.match(plain((await dorte.get('/operator/privacy')).text), /3 nye hændelser, alt passer/)
    world.clock.advance({ hours: 49 })
    assert.match(plain((await dorte.get('/operator/privacy')).text), /Kontrollen er ikke kørt i to døgn/)
  })
})

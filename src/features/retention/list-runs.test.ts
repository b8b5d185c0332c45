import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { workerServices } from '#tests/harness/worker-services.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { sweepCases } from './sweep-cases.ts'

describe('the reports of the sweeps', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('say that there are none, then what each run did', async () => {
    const dorte = await world.browser({ userId: cast.dorte.userId })
    assert.match(plain((await dorte.get('/operator/retention')).text), /Der har ikke været en kørsel endnu/)
    await sweepCases(workerServices(world), openGate(referralPolicy))
    assert.match(plain((await dorte.get('/operator/retention')).text), /Sager, hvis tid er gået 0 intet intet/)
  })

  test('are not for insurers', async () => {
    const mette = await world.browser({ userId: cast.mette.userId })
    assert.equal((await mette.get('/operator/retention')).status, 403)
  })
})

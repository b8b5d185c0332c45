import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('the instruction on how long cases are kept', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('says six months until the organisation says less (R2.9, R1.10)', async () => {
    const birthe = await world.browser({ userId: cast.birthe.userId })
    assert.match(plain((await birthe.get('/organisation/retention')).text), /slettes 6 måneder efter/)
    const after = await birthe.postAndFollow('/organisation/retention', { months: '3' })
    assert.match(plain(after.text), /Instruksen er gemt .* slettes 3 måneder efter/)
  })

  test('cannot be longer than the policy promises, and the form comes back as typed', async () => {
    const birthe = await world.browser({ userId: cast.birthe.userId })
    await birthe.get('/organisation/retention')
    const answer = await birthe.post('/organisation/retention', { months: '12' })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /value="12"/)
  })

  test('is the administrators’ alone: a case handler, a secretary and the operator are refused', async () => {
    for (const { userId } of [cast.mette, cast.sara, cast.omar]) {
      const browser = await world.browser({ userId })
      assert.equal((await browser.get('/organisation/retention')).status, 403)
    }
  })
})

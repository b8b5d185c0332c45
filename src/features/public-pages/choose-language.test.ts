import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('choosing a language', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('goes back to the page where it was chosen', async () => {
    const browser = await world.browser()
    const answer = await browser.post('/language', { language: 'en', returnTo: '/privacy?part=1' })
    assert.equal(answer.location, '/privacy?part=1')
  })

  test('never leads to another site', async () => {
    const browser = await world.browser()
    for (const returnTo of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/%2F/evil.example',
      'javascript:alert(1)',
    ]) {
      const answer = await browser.post('/language', { language: 'da', returnTo })
      assert.equal(new URL(answer.location ?? '', 'http://own.example').host, 'own.example')
    }
  })

  test('refuses a language that we do not speak', async () => {
    const browser = await world.browser()
    assert.equal((await browser.post('/language', { language: 'xx' })).status, 422)
  })
})

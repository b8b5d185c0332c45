import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { consentTakenBy } from '#policy/consent-form.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { assertAccessible } from '#tests/harness/accessible.ts'
import { plain } from '#tests/harness/browser.ts'
import { openWorld, type World } from '#tests/harness/world.ts'
import { problemKinds } from './problems.ts'

describe('the guide to the API', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())

  test('explains every problem where its type points to, to everybody', async () => {
    const nobody = await world.browser()
    const guide = await nobody.get('/api')
    assert.equal(guide.status, 200)
    assertAccessible(guide.text)
    const platform = [
      'not-found',
      'unauthorised',
      'forbidden',
      'missing',
      'too-large',
      'too-many',
      'broken',
      'unreadable',
    ]
    for (const kind of [...Object.keys(problemKinds), ...platform]) assert.match(guide.text, new RegExp(`id="${kind}"`))
    const { statement, withdrawing } = consentTakenBy(referralPolicy, 'case.mark-consent')
    assert.ok(
      plain(guide.text).includes(`${statement.da} ${withdrawing.da}`),
      'the words of the consent are the policy’s',
    )
    assert.match(plain(guide.text), /physiotherapy Fysioterapi complaint/)
    assert.deepEqual(guide.headers.getSetCookie(), [])
  })

  test('is there as OpenAPI 3.1 with nothing that points nowhere', async () => {
    const nobody = await world.browser()
    const text = (await nobody.get('/api/openapi.json')).text
    const description = JSON.parse(text) as {
      openapi: string
      paths: Record<string, Record<string, unknown>>
      components: { schemas: Record<string, { required?: string[] }> }
    }
    assert.equal(description.openapi, '3.1.0')
    assert.deepEqual(Object.keys(description.paths), [
      '/api/cases',
      '/api/cases/{caseId}',
      '/api/cases/{caseId}/consent',
      '/api/cases/{caseId}/consent-withdrawal',
    ])
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      assert.ok(name && description.components.schemas[name], name)
    }
    assert.deepEqual(description.components.schemas.NewCase?.required, [
      'caseNumber',
      'patient',
      'treatment',
      'approval',
    ])
  })
})

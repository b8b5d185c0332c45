import assert from 'node:assert/strict'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, test } from 'node:test'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedOf } from './generated/published.ts'

const folder = 'docs/generated'
const expected = new Map([referralPolicy, marketingPolicy].flatMap((model) => [...publishedOf(model)]))

describe('the files under docs/generated', () => {
  // Set to write them; the difference is then read like any other.
  if (process.env['KLINIKBRO_WRITE_POLICY']) {
    for (const [name, text] of expected) {
      mkdirSync(dirname(`${folder}/${name}`), { recursive: true })
      writeFileSync(`${folder}/${name}`, text)
    }
  }

  for (const [name, text] of expected) {
    test(`${name} is what the policy says now (X1)`, () => {
      const path = `${folder}/${name}`
      assert.ok(existsSync(path), `${path} is missing: KLINIKBRO_WRITE_POLICY=1 bin/test generated-policy`)
      assert.equal(
        readFileSync(path, 'utf8'),
        text,
        `${path} differs from the policy: KLINIKBRO_WRITE_POLICY=1 bin/test generated-policy`,
      )
    })
  }

  test('are these and no others', () => {
    const found = globSync(`${folder}/**/*.md`).map((path) => path.replaceAll('\\', '/').slice(folder.length + 1))
    // A whole run of the tests writes and compares the last one.
    assert.deepEqual(found.sort(), [...expected.keys(), 'promises.md'].sort())
  })
})

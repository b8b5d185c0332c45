import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { promises } from '#policy/promises.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

const open = JSON.parse(readFileSync('docs/open-promises.json', 'utf8')) as string[]
const known = new Set(promises.map(({ id }) => id))

describe('the measures that the record describes (GDPR art. 32)', () => {
  for (const { site, measures } of [referralPolicy, marketingPolicy]) {
    test(`of ${site} each rest on promises that are kept, not on words (X1)`, () => {
      assert.ok(measures.length > 0)
      for (const { heading, promises: kept } of measures) {
        assert.ok(kept.length > 0, heading.en)
        for (const id of kept) assert.ok(known.has(id) && !open.includes(id), `${heading.en}: ${id}`)
      }
    })
  }
})

import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { termsHashOf } from '#policy/terms.ts'
import { hashOf, versionOf } from '#policy/version.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions, versionsFolder } from '#sites/versions.ts'

describe('published versions of the policies', () => {
  for (const model of [referralPolicy, marketingPolicy]) {
    test(`have the ${model.site} policy that is enforced now, to the letter (T1.1, X1)`, () => {
      // Set while a version is being written; once it is published, a change needs a new version number.
      if (process.env['KLINIKBRO_WRITE_VERSION']) writeVersion(model)
      const published = publishedVersions(model.site).find(({ version }) => version === model.version)
      assert.ok(published, `Version ${model.version} of ${model.site} is not published in sites/${model.site}/versions`)
      assert.equal(
        published.hash,
        hashOf(model),
        'The model differs from its published version: give it a new version number',
      )
    })

    test(`of ${model.site} say what changed wherever the terms did (T19.5)`, () => {
      const versions = publishedVersions(model.site).toReversed()
      for (const [at, { version, model: one }] of versions.entries()) {
        const before = versions[at - 1]
        const hasNewTerms = before !== undefined && !termsHashOf(one).equals(termsHashOf(before.model))
        assert.ok(!hasNewTerms || one.change, `Version ${version} has other terms and does not say so`)
      }
    })

    test(`of ${model.site} were never changed afterwards (T1.1)`, () => {
      for (const { version, hash, model: kept } of publishedVersions(model.site)) {
        assert.equal(hashOf(kept), hash, `Version ${version} was changed`)
      }
    })
  }
})

function writeVersion(model: typeof referralPolicy) {
  mkdirSync(versionsFolder(model.site), { recursive: true })
  writeFileSync(`${versionsFolder(model.site)}${model.version}.json`, `${JSON.stringify(versionOf(model), null, 1)}\n`)
}

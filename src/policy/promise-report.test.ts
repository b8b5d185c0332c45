import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { describe, test } from 'node:test'
import { referralPolicy } from '#sites/referral/policy.ts'
import { promiseReport } from './promise-report.ts'
import { promises } from './promises.ts'

const report = (tests: { name: string; passed: boolean }[], open: string[] = []) =>
  promiseReport({ promises: promises.filter(({ id }) => id === 'R1.7'), models: [referralPolicy], open, tests })

describe('the promise report', () => {
  test('calls a promise kept when something enforces it and a passing test carries its id (X5)', () => {
    const { lines, gaps } = report([{ name: 'cases > no mark, no transfer (R1.6, R1.7)', passed: true }])
    assert.equal(lines[0]?.status, 'kept')
    assert.deepEqual(gaps, [])
    assert.ok(lines[0]?.enforcedBy.includes('referral: referral.transfer'))
  })

  test('finds a promise without a test, a promise whose test fails, and one that is called open although it is kept', () => {
    assert.match(report([]).gaps[0] ?? '', /R1.7 is not kept: it lacks a test/)
    assert.match(report([{ name: 'x (R1.7)', passed: false }]).gaps[0] ?? '', /R1.7 is broken/)
    assert.match(report([{ name: 'x (R1.7)', passed: true }], ['R1.7']).gaps[0] ?? '', /take it off the list/)
  })

  test('does not take one id for another that begins alike', () => {
    assert.equal(report([{ name: 'x (R1.71)', passed: true }]).lines[0]?.status, 'open')
  })

  test('names only files that exist, and each id once', () => {
    const missing = promises.flatMap(({ by }) => by).filter((file) => !existsSync(file))
    assert.deepEqual(missing, [])
    assert.equal(new Set(promises.map(({ id }) => id)).size, promises.length)
  })

  test('knows every promise that an activity of a model names', () => {
    const known = new Set(promises.map(({ id }) => id))
    const unknown = referralPolicy.activities.flatMap(({ promises: named }) => named).filter((id) => !known.has(id))
    assert.deepEqual(unknown, [])
  })
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { measurePrivacy } from './measure-privacy.ts'
import { privacyReport, wrongs } from './privacy-report.ts'
import { quickScale } from './privacy-scale.ts'

describe('bin/bench privacy --quick', () => {
  let measured: Awaited<ReturnType<typeof measurePrivacy>>
  before(async () => {
    measured = await measurePrivacy(quickScale, () => undefined)
  })

  test('every answer of every role is what the oracle says, with and without protections', () => {
    assert.equal(measured.gdpr.measured.length, 8)
    assert.ok(measured.gdpr.measured.every(({ answers }) => answers > 0))
    assert.deepEqual(
      measured.gdpr.measured.filter(({ wrongAnswers }) => wrongAnswers > 0),
      [],
    )
  })

  test('copies are complete, erased people are gone, others are not harmed, and the trail holds', () => {
    assert.deepEqual(measured.scale15.remains, [])
    assert.deepEqual(measured.chain.missed, [])
    const found = Object.entries(wrongs(measured)).filter(([, count]) => count !== 0)
    assert.deepEqual(found, [])
  })

  test('the report sets each figure beside its aim', () => {
    const text = privacyReport(measured)
    for (const words of ['controller', 'regulator', 'heaviest patient', 'must be nought', 'planted changes found'])
      assert.ok(text.includes(words), words)
  })
})

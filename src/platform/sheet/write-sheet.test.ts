import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { disarmed, rearmed, writeSheet } from './write-sheet.ts'

describe('a sheet that goes out', () => {
  test('holds no cell that a spreadsheet would run (T19.4)', () => {
    for (const cell of ['=1+1', '+45 12 34 56 78', '-2', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1', "'=1"]) {
      assert.match(disarmed(cell), /^'/, JSON.stringify(cell))
      assert.equal(rearmed(disarmed(cell)), cell)
    }
  })

  test('leaves every other cell as it is', () => {
    for (const cell of ['', 'Ana', '020160-9996', "'s-Hertogenbosch", '1=1', '12 34 56 78']) {
      assert.equal(disarmed(cell), cell)
      assert.equal(rearmed(cell), cell)
    }
  })

  test('quotes what would end a cell or a row', () => {
    assert.equal(
      writeSheet([
        ['a;b', '"c"', 'd\ne'],
        ['f', '', '=g'],
      ]).toString(),
      '\ufeff"a;b";"""c""";"d\ne"\r\nf;;\'=g\r\n',
    )
  })
})

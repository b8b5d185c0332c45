import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

type Budget = Record<'untestedActions' | 'unusedExports' | 'unusedFiles' | 'largeFiles', readonly string[]>

const budget = JSON.parse(readFileSync('tests/architecture/budget.json', 'utf8')) as Budget

/** Known offences stand in budget.json until they are mended: a new one fails, and so does a line nobody needs. */
export function assertWithinBudget(name: keyof Budget, offences: readonly string[]): void {
  const known = budget[name]
  const added = offences.filter((offence) => !known.includes(offence))
  const mended = known.filter((entry) => !offences.includes(entry))
  assert.deepEqual(added, [], `new offences of ${name}`)
  assert.deepEqual(mended, [], `budget.json still lists what is mended under ${name}: remove these lines`)
}

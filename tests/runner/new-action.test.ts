import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filesOf, remainingSteps } from './new-action-files.ts'

const wanted = (method: 'GET' | 'POST') =>
  ({
    feature: 'leads',
    name: 'archive-lead',
    asks: 'lead.answer',
    route: { at: 'routes.operator.answerLead', method },
  }) as const

test('a new action is three files, and its test fails with a sentence until it is written', () => {
  for (const method of ['GET', 'POST'] as const) {
    const files = filesOf(wanted(method))
    assert.deepEqual(Object.keys(files), [
      'src/features/leads/archive-lead.ts',
      'src/features/leads/archive-lead.view.tsx',
      'src/features/leads/archive-lead.test.ts',
    ])
    assert.match(
      files['src/features/leads/archive-lead.ts'] ?? '',
      /export const archiveLead = action\(\{\n {2}at: routes\.operator\.answerLead,/,
    )
    assert.match(
      files['src/features/leads/archive-lead.test.ts'] ?? '',
      /assert\.fail\('archive-lead\.test\.ts is not written/,
    )
  }
})

test('a new action that takes input throws until it is written, and does not pretend', () => {
  assert.match(
    filesOf(wanted('POST'))['src/features/leads/archive-lead.ts'] ?? '',
    /throw new Error\('archive-lead\.ts is not written yet'\)/,
  )
})

test('what remains names the grant, the tables and the index', () => {
  const steps = remainingSteps(wanted('POST')).join('\n')
  for (const place of ['activities', 'gate.test.ts', 'routes-by-actor', 'index.ts', 'policy-versions', 'db/migrations'])
    assert.ok(steps.includes(place))
})

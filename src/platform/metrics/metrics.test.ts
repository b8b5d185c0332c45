import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMetrics } from './metrics.ts'

test('requests are counted by route pattern, method and class of status', async () => {
  const metrics = createMetrics()
  metrics.requested({ route: '/appointments/:id', method: 'GET', status: 204, durationMs: 30 })
  const text = await metrics.render()
  assert.match(text, /request_seconds_count\{route="\/appointments\/:id",method="GET",status="2xx"\} 1/)
  assert.match(text, /request_seconds_bucket\{le="0.05",[^}]*\} 1/)
})

test('a path, a made-up method or a person in a task name never becomes a label', async () => {
  const metrics = createMetrics()
  const paths = ['/cases/0201609995', '/a?email=ana@example.dk', '/cases/0190b1a2-0000-7000-8000-000000000001']
  for (const route of paths) metrics.requested({ route, method: 'ANA', status: 500, durationMs: 1 })
  metrics.jobEnded('mail ana@example.dk', 'parked')
  const text = await metrics.render()
  assert.doesNotMatch(text, /0201609995|ana|0190b1a2/i)
  assert.match(text, /route="unknown",method="other",status="5xx"\} 3/)
})

test('jobs and bookings are counted by outcome, each registry for itself', async () => {
  const metrics = createMetrics()
  metrics.jobEnded('send-mail', 'done')
  metrics.booking('slot-taken')
  const text = await metrics.render()
  assert.match(text, /jobs_total\{task="send-mail",outcome="done"\} 1/)
  assert.match(text, /bookings_total\{outcome="slot-taken"\} 1/)
  assert.doesNotMatch(await createMetrics({ processFigures: true }).render(), /slot-taken/)
})

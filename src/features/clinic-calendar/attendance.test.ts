import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Temporal } from '#kernel/time.ts'
import { noteAttendance } from './attendance.ts'

const startsAt = Temporal.Instant.from('2026-11-25T09:00:00Z')
const visit = { startsAt, cancelled: false, noted: [] }
const after = startsAt.add({ minutes: 50 })
const noted = (state: 'arrived' | 'completed' | 'no-show', noted_at = startsAt) => ({
  ...visit,
  noted: [{ state, noted_at }],
})

test('arrival is noted from the morning of the day, the rest from when the visit begins', () => {
  const early = startsAt.subtract({ hours: 2 })
  assert.deepEqual(noteAttendance(visit, 'arrived', early), { kind: 'add', state: 'arrived' })
  assert.deepEqual(noteAttendance(visit, 'completed', early), { kind: 'refused', why: 'too-early' })
  assert.deepEqual(noteAttendance(visit, 'no-show', early), { kind: 'refused', why: 'too-early' })
  assert.deepEqual(noteAttendance(visit, 'arrived', startsAt.subtract({ hours: 24 })), {
    kind: 'refused',
    why: 'too-early',
  })
})

test('kept and missed exclude each other', () => {
  assert.deepEqual(noteAttendance(noted('no-show'), 'completed', after), { kind: 'refused', why: 'contradicts' })
  assert.deepEqual(noteAttendance(noted('completed'), 'no-show', after), { kind: 'refused', why: 'contradicts' })
  assert.deepEqual(noteAttendance(noted('arrived'), 'no-show', after), { kind: 'refused', why: 'contradicts' })
  assert.deepEqual(noteAttendance(noted('arrived'), 'completed', after), { kind: 'add', state: 'completed' })
})

test('nobody misses a visit that was cancelled', () => {
  assert.deepEqual(noteAttendance({ ...visit, cancelled: true }, 'no-show', after), {
    kind: 'refused',
    why: 'cancelled',
  })
})

test('the same twice changes nothing', () => {
  assert.deepEqual(noteAttendance(noted('arrived'), 'arrived', after), { kind: 'already' })
})

test('a wrong click is undone the same day, the last one first, and not later', () => {
  const both = { ...visit, noted: [...noted('arrived').noted, ...noted('completed', after).noted] }
  assert.deepEqual(noteAttendance(both, 'undo', after), { kind: 'remove', state: 'completed' })
  assert.deepEqual(noteAttendance(both, 'undo', after.add({ hours: 24 })), { kind: 'refused', why: 'nothing-to-undo' })
})

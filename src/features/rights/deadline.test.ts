import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { holidayOn } from '#kernel/holidays.ts'
import { Temporal } from '#kernel/time.ts'
import { deadlineOf } from './deadline.ts'

const noon = (day: string) => Temporal.Instant.from(`${day}T11:00:00Z`)
const due = (received: string, { identified = received, isExtended = false } = {}) =>
  String(deadlineOf({ receivedAt: noon(received), identifiedAt: noon(identified), isExtended }))

describe('the deadline of a request', () => {
  test('is one calendar month after the request (T5.1)', () => {
    assert.equal(due('2026-11-23'), '2026-12-23')
  })

  test('ends on the last day of a month that is too short', () => {
    assert.equal(due('2026-05-31'), '2026-06-30')
  })

  test('moves past a weekend', () => {
    assert.equal(due('2026-07-15'), '2026-08-17')
  })

  test('moves past Christmas and past Easter', () => {
    assert.equal(due('2026-11-25'), '2026-12-28')
    assert.equal(due('2027-02-25'), '2027-03-30')
  })

  test('is three months after the request when it was extended', () => {
    assert.equal(due('2026-11-23', { isExtended: true }), '2027-02-23')
  })

  test('waits while it is not known who asks, and for just as long (T3.1)', () => {
    assert.equal(deadlineOf({ receivedAt: noon('2026-11-23'), identifiedAt: null, isExtended: false }), null)
    assert.equal(due('2026-11-23', { identified: '2026-11-30' }), '2026-12-30')
  })

  test('counts days as they are in Copenhagen', () => {
    const receivedAt = Temporal.Instant.from('2026-11-22T23:30:00Z')
    assert.equal(String(deadlineOf({ receivedAt, identifiedAt: receivedAt, isExtended: false })), '2026-12-23')
  })

  test('is always an open day, never before the month is over and never ten days after it', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))
    fc.assert(
      fc.property(day, fc.boolean(), (received, isExtended) => {
        const end = Temporal.PlainDate.from(due(String(received), { isExtended }))
        const month = received.add({ months: isExtended ? 3 : 1 })
        assert.ok(end.dayOfWeek < 6 && !holidayOn(end))
        assert.ok(month.until(end).days >= 0 && month.until(end).days < 10)
      }),
    )
  })
})

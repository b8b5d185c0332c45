import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atTime, Temporal } from '#kernel/time.ts'
import { type CalendarEvent, calendarContentType, calendarFile } from './calendar-file.ts'

const at = (text: string) => Temporal.Instant.from(text)
const event: CalendarEvent = {
  uid: '0190b1a2-0000-7000-8000-000000000001@example.dk',
  sequence: 0,
  stampedAt: at('2026-05-01T10:00:00.789Z'),
  startsAt: at('2026-05-04T08:00:00Z'),
  endsAt: at('2026-05-04T08:30:00Z'),
  summary: 'Aftale',
}
const unfold = (file: string) => file.replaceAll('\r\n ', '')
const line = (file: string, name: string) =>
  unfold(file)
    .split('\r\n')
    .find((one) => one.startsWith(`${name}:`))

test('a published appointment has what RFC 5545 demands and is private', () => {
  assert.equal(
    calendarFile('PUBLISH', [event]),
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Klinikbro//Appointments//DA',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:0190b1a2-0000-7000-8000-000000000001@example.dk',
      'SEQUENCE:0',
      'DTSTAMP:20260501T100000Z',
      'DTSTART:20260504T080000Z',
      'DTEND:20260504T083000Z',
      'SUMMARY:Aftale',
      'STATUS:CONFIRMED',
      'CLASS:PRIVATE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
  assert.equal(calendarContentType('PUBLISH'), 'text/calendar; charset=utf-8; method=PUBLISH')
})

test('a cancellation names the same entry, newer, and marks it cancelled', () => {
  const file = calendarFile('CANCEL', [{ ...event, sequence: 2 }])
  assert.equal(line(file, 'METHOD'), 'METHOD:CANCEL')
  assert.equal(line(file, 'UID'), `UID:${event.uid}`)
  assert.equal(line(file, 'SEQUENCE'), 'SEQUENCE:2')
  assert.equal(line(file, 'STATUS'), 'STATUS:CANCELLED')
})

test('nine in the morning is 08 UTC before the clock goes forward and 07 after', () => {
  const startOn = (date: string) => {
    const startsAt = atTime(Temporal.PlainDate.from(date), '09:00')!
    return line(calendarFile('PUBLISH', [{ ...event, startsAt, endsAt: startsAt.add({ minutes: 30 }) }]), 'DTSTART')
  }
  assert.equal(startOn('2026-03-28'), 'DTSTART:20260328T080000Z')
  assert.equal(startOn('2026-03-29'), 'DTSTART:20260329T070000Z')
  assert.equal(startOn('2026-10-24'), 'DTSTART:20261024T070000Z')
  assert.equal(startOn('2026-10-25'), 'DTSTART:20261025T080000Z')
})

test('an appointment over the hour that occurs twice keeps its length', () => {
  const startsAt = at('2026-10-25T00:30:00Z')
  const file = calendarFile('PUBLISH', [{ ...event, startsAt, endsAt: startsAt.add({ minutes: 60 }) }])
  assert.equal(line(file, 'DTEND'), 'DTEND:20261025T013000Z')
})

test('separators, line breaks and control characters in texts cannot add a line to the file', () => {
  const file = calendarFile('PUBLISH', [{ ...event, location: 'Vej 1, 2. th; C:\\ dør\r\nATTENDEE:x\u0000\u0085y' }])
  assert.equal(line(file, 'LOCATION'), 'LOCATION:Vej 1\\, 2. th\\; C:\\\\ dør\\nATTENDEE:xy')
  assert.equal(line(file, 'ATTENDEE'), undefined)
})

test('no line is over 75 octets and no character is cut, whatever the text', () => {
  const text = fc.array(fc.constantFrom('a', 'ø', '€', '🩺', 'å', ' '), { maxLength: 400 }).map((all) => all.join(''))
  fc.assert(
    fc.property(text, (summary) => {
      const file = calendarFile('PUBLISH', [{ ...event, summary }])
      for (const one of file.split('\r\n')) {
        assert.ok(Buffer.byteLength(one) <= 75)
        assert.ok(!one.includes('\ufffd') && one.isWellFormed())
      }
      assert.equal(line(file, 'SUMMARY'), `SUMMARY:${summary}`)
    }),
  )
})

test('an event that ends before it starts is refused, and so is an address that is none', () => {
  assert.throws(() => calendarFile('PUBLISH', [{ ...event, endsAt: event.startsAt }]), RangeError)
  assert.throws(() => calendarFile('PUBLISH', [{ ...event, url: 'not an address' }]), TypeError)
})

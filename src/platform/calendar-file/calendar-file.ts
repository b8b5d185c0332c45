import type { Temporal } from '#kernel/time.ts'

/** One appointment as a calendar shows it. Texts are read by whoever sees the calendar: they hold no health content. */
export type CalendarEvent = {
  /** Stays the same through changes and cancellation, so that the calendar finds its entry again. */
  readonly uid: string
  /** Grows by one with each change; calendars ignore what is not newer. */
  readonly sequence: number
  readonly stampedAt: Temporal.Instant
  readonly startsAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly summary: string
  readonly location?: string
  readonly description?: string
  readonly url?: string
}

const contentLineOctets = 75

/**
 * An iCalendar file (RFC 5545, method by RFC 5546). Instants are written in UTC, so that no time-zone table is needed
 * and summer time cannot be an hour off. Throws RangeError when an event does not end after it starts.
 */
export function calendarFile(method: 'PUBLISH' | 'CANCEL', events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Klinikbro//Appointments//DA',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...events.flatMap((event) => eventLines(method, event)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** What the answer or attachment says it is. */
export const calendarContentType = (method: 'PUBLISH' | 'CANCEL'): string =>
  `text/calendar; charset=utf-8; method=${method}`

function eventLines(method: 'PUBLISH' | 'CANCEL', event: CalendarEvent): string[] {
  if (event.endsAt.epochMilliseconds <= event.startsAt.epochMilliseconds) {
    throw new RangeError('A calendar event must end after it starts')
  }
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.stampedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.url ? [`URL:${new URL(event.url).href}`] : []),
    `STATUS:${method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** `2026-03-29T01:00:00.5Z` becomes `20260329T010000Z`. */
const utc = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

/** RFC 5545, 3.3.11. Other control characters are not allowed in a text at all. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[^\P{Cc}\t]/gu, '')

/** RFC 5545, 3.1: at most 75 octets a line, and a character of several octets is never cut in two. */
function folded(line: string): string {
  let octets = 0
  let out = ''
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > contentLineOctets) {
      out += '\r\n '
      octets = 1
    }
    out += character
    octets += size
  }
  return out
}

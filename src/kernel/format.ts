import type { Language } from './language.ts'
import type { Ore } from './money.ts'
import { formatPhone, type Phone } from './phone.ts'
import { clockOf, dayOf, type Temporal } from './time.ts'

/** How dates, times, amounts and counts are written to people. Times are Copenhagen's. */
export type Formats = {
  /** `26.11.2026` in both languages: day first, as everywhere in Denmark */
  dateShort(date: Temporal.PlainDate): string
  /** `torsdag den 26. november 2026` */
  dateLong(date: Temporal.PlainDate): string
  /** `26. november 2026` */
  date(date: Temporal.PlainDate): string
  /** `26. november` */
  dayMonth(date: Temporal.PlainDate): string
  /** `november 2026` */
  monthYear(date: Temporal.PlainDate): string
  /** `torsdag` */
  weekday(date: Temporal.PlainDate): string
  /** `14.30` */
  time(instant: Temporal.Instant): string
  /** `14.30-15.00`, with an en dash */
  timeRange(start: Temporal.Instant, end: Temporal.Instant): string
  /** `26. november 2026 kl. 14.30` */
  dateTime(instant: Temporal.Instant): string
  /** `torsdag den 26. november kl. 14.30` */
  weekdayDateTime(instant: Temporal.Instant): string
  /** `1.234,50 kr.`, whole amounts `350 kr.` */
  money(amount: Ore): string
  /** at most two decimals */
  number(value: number): string
  /** `3,4 km`; whole kilometres from 10 */
  distance(km: number): string
  /** `i dag`, `i morgen`, `om 5 dage` */
  relativeDay(date: Temporal.PlainDate, today: Temporal.PlainDate): string
  /** `45 minutter`, `1 time og 15 minutter` */
  duration(minutes: number): string
  /** `6 måneder`, `1 år og 6 måneder`: a span of the calendar; `0 dage` for none */
  period(period: Temporal.Duration): string
  phone(phone: Phone): string
  /** `1,2 MB`; 1 kB is 1000 bytes */
  fileSize(bytes: number): string
}

const spanUnits = ['years', 'months', 'weeks', 'days'] as const

/** Words that differ; everything else follows from them. */
type Grammar = {
  readonly locale: string
  readonly months: readonly string[]
  readonly weekdays: readonly string[]
  readonly clock: (clock: string) => string
  readonly day: (day: number) => string
  readonly joinWeekday: string
  readonly joinTime: string
  readonly money: (sign: string, amount: string) => string
  readonly nearDays: Readonly<Record<string, string>>
  readonly inDays: (days: number) => string
  readonly daysAgo: (days: number) => string
  readonly hours: (hours: number) => string
  readonly minutes: (minutes: number) => string
  readonly and: string
  readonly spans: Readonly<Record<(typeof spanUnits)[number], readonly [one: string, many: string]>>
  readonly bytes: string
}

const danish: Grammar = {
  locale: 'da-DK',
  months: 'januar februar marts april maj juni juli august september oktober november december'.split(' '),
  weekdays: 'mandag tirsdag onsdag torsdag fredag lørdag søndag'.split(' '),
  clock: (clock) => clock.replace(':', '.'),
  day: (day) => `${day}.`,
  joinWeekday: ' den ',
  joinTime: ' kl. ',
  money: (sign, amount) => `${sign}${amount} kr.`,
  nearDays: { '-1': 'i går', '0': 'i dag', '1': 'i morgen', '2': 'i overmorgen' },
  inDays: (days) => `om ${days} dage`,
  daysAgo: (days) => `for ${days} dage siden`,
  hours: (hours) => (hours === 1 ? '1 time' : `${hours} timer`),
  minutes: (minutes) => (minutes === 1 ? '1 minut' : `${minutes} minutter`),
  and: ' og ',
  spans: { years: ['år', 'år'], months: ['måned', 'måneder'], weeks: ['uge', 'uger'], days: ['dag', 'dage'] },
  bytes: 'byte',
}

const english: Grammar = {
  locale: 'en-GB',
  months: 'January February March April May June July August September October November December'.split(' '),
  weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
  clock: (clock) => clock,
  day: (day) => `${day}`,
  joinWeekday: ' ',
  joinTime: ' at ',
  money: (sign, amount) => `${sign}DKK ${amount}`,
  nearDays: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
  inDays: (days) => `in ${days} days`,
  daysAgo: (days) => `${days} days ago`,
  hours: (hours) => (hours === 1 ? '1 hour' : `${hours} hours`),
  minutes: (minutes) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  and: ' and ',
  spans: { years: ['year', 'years'], months: ['month', 'months'], weeks: ['week', 'weeks'], days: ['day', 'days'] },
  bytes: 'bytes',
}

const made = { da: make(danish), en: make(english) }

/** Made once a process: constructing `Intl` formats for each call costs most of a page's time. */
export const formats = (language: Language): Formats => made[language]

function make(words: Grammar): Formats {
  return { ...dateFormats(words), ...quantityFormats(words), phone: formatPhone }
}

function dateFormats(words: Grammar) {
  const weekday = (date: Temporal.PlainDate) => words.weekdays[date.dayOfWeek - 1]!
  const month = (date: Temporal.PlainDate) => words.months[date.month - 1]!
  const dayMonth = (date: Temporal.PlainDate) => `${words.day(date.day)} ${month(date)}`
  const weekdayDayMonth = (date: Temporal.PlainDate) => `${weekday(date)}${words.joinWeekday}${dayMonth(date)}`
  const time = (instant: Temporal.Instant) => words.clock(clockOf(instant))
  return {
    dateShort: (date: Temporal.PlainDate) => `${two(date.day)}.${two(date.month)}.${date.year}`,
    dateLong: (date: Temporal.PlainDate) => `${weekdayDayMonth(date)} ${date.year}`,
    date: (date: Temporal.PlainDate) => `${dayMonth(date)} ${date.year}`,
    dayMonth,
    monthYear: (date: Temporal.PlainDate) => `${month(date)} ${date.year}`,
    weekday,
    time,
    timeRange: (start: Temporal.Instant, end: Temporal.Instant) => `${time(start)}–${time(end)}`,
    dateTime(instant: Temporal.Instant) {
      const date = dayOf(instant)
      return `${dayMonth(date)} ${date.year}${words.joinTime}${time(instant)}`
    },
    weekdayDateTime: (instant: Temporal.Instant) =>
      `${weekdayDayMonth(dayOf(instant))}${words.joinTime}${time(instant)}`,
    relativeDay(date: Temporal.PlainDate, today: Temporal.PlainDate) {
      const { days } = today.until(date)
      return words.nearDays[days] ?? (days > 0 ? words.inDays(days) : words.daysAgo(-days))
    },
  }
}

function quantityFormats(words: Grammar) {
  const decimals = (least: number, most: number) =>
    new Intl.NumberFormat(words.locale, { minimumFractionDigits: least, maximumFractionDigits: most })
  const [whole, tenths, hundredths, cents] = [decimals(0, 0), decimals(0, 1), decimals(0, 2), decimals(2, 2)]
  return {
    money(amount: Ore) {
      const kroner = Math.abs(amount) / 100
      const text = amount % 100 === 0 ? whole.format(kroner) : cents.format(kroner)
      return words.money(amount < 0 ? '-' : '', text)
    },
    number: (value: number) => hundredths.format(value),
    distance: (km: number) => `${(km < 9.95 ? tenths : whole).format(km)} km`,
    duration(minutes: number) {
      const hours = Math.floor(minutes / 60)
      const rest = minutes % 60
      if (hours === 0) return words.minutes(rest)
      return rest === 0 ? words.hours(hours) : `${words.hours(hours)}${words.and}${words.minutes(rest)}`
    },
    period(period: Temporal.Duration) {
      const told = spanUnits
        .filter((unit) => period[unit] !== 0)
        .map((unit) => `${period[unit]} ${words.spans[unit][period[unit] === 1 ? 0 : 1]}`)
      return told.join(words.and) || `0 ${words.spans.days[1]}`
    },
    fileSize(bytes: number) {
      if (bytes < 1000) return `${bytes} ${words.bytes}`
      return bytes < 999_500 ? `${whole.format(bytes / 1000)} kB` : `${tenths.format(bytes / 1_000_000)} MB`
    },
  }
}

const two = (part: number) => String(part).padStart(2, '0')

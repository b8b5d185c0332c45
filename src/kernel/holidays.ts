import { type Texts, texts } from './language.ts'
import { Temporal } from './time.ts'

/** Days after Easter Sunday. */
const movable = new Map<number, Texts<string>>([
  [-3, texts('Skærtorsdag', 'Maundy Thursday')],
  [-2, texts('Langfredag', 'Good Friday')],
  [0, texts('Påskedag', 'Easter Sunday')],
  [1, texts('2. påskedag', 'Easter Monday')],
  [39, texts('Kristi himmelfartsdag', 'Ascension Day')],
  [49, texts('Pinsedag', 'Whit Sunday')],
  [50, texts('2. pinsedag', 'Whit Monday')],
])

const fixed = new Map<string, Texts<string>>([
  ['1-1', texts('Nytårsdag', "New Year's Day")],
  ['12-25', texts('Juledag', 'Christmas Day')],
  ['12-26', texts('2. juledag', 'Boxing Day')],
])

const storeBededag = { daysAfterEaster: 26, lastYear: 2023, name: texts('Store bededag', 'Great Prayer Day') }

/**
 * The Danish public holiday on that day, or null. Days that are only commonly closed (1 May, 5 June, 24 and 31
 * December) are not holidays: each clinic decides on them itself.
 */
export function holidayOn(date: Temporal.PlainDate): Texts<string> | null {
  const fixedName = fixed.get(`${date.month}-${date.day}`)
  if (fixedName) return fixedName
  const daysAfterEaster = easterSunday(date.year).until(date).days
  // Abolished by Act 214 of 2023 from the year 2024.
  if (daysAfterEaster === storeBededag.daysAfterEaster && date.year <= storeBededag.lastYear) return storeBededag.name
  return movable.get(daysAfterEaster) ?? null
}

const easterByYear = new Map<number, Temporal.PlainDate>()

/** Easter Sunday of the Gregorian calendar. */
export function easterSunday(year: number): Temporal.PlainDate {
  const known = easterByYear.get(year)
  if (known) return known
  const easter = computeEaster(year)
  easterByYear.set(year, easter)
  return easter
}

/** The anonymous Gregorian algorithm (Meeus, Jones, Butcher), with its traditional one-letter names. */
function computeEaster(year: number): Temporal.PlainDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

import { firstHour, lastHour } from './calendar.tsx'

/** The classes that place calendar events, one a quarter: the content policy allows no inline style. */
export const calendarRules = (): string => {
  const quarters = Array.from({ length: (lastHour - firstHour) * 4 }, (_, index) => index + 1)
  const hours = quarters.filter((quarter) => quarter % 4 === 0)
  return [
    ...quarters.map((quarter) => `.row-start-${quarter}{grid-row-start:${quarter}}`),
    ...quarters.map((quarter) => `.span-${quarter}{grid-row-end:span ${quarter}}`),
    ...hours.map((rows) => `.rows-${rows}{--rows:${rows}}`),
  ].join('\n')
}

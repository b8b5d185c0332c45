import { table } from '#platform/local/progress.ts'
import type { Load } from './load.ts'
import type { measureBooking } from './measure-booking.ts'

type Measured = Awaited<ReturnType<typeof measureBooking>>

const ms = (value: number) => value.toFixed(1)
const ratio = (one: Load, other: Load) => (one.perSecond / other.perSecond).toFixed(2)

/** The figures as one reads them: ratios first among equals, because only they hold on another machine. */
export function report({ scale, searches, history, pages, bookings, contention, setUpSeconds }: Measured): string {
  const searchRow = (name: string, load: Load, later: Load) => [
    name,
    ms(load.p50Ms),
    ms(load.p99Ms),
    ms(later.p50Ms),
    (later.p50Ms / load.p50Ms).toFixed(2),
  ]
  const pair =
    (name: string) =>
    ({ clients, http, plain }: (typeof pages)[number]) => [
      name,
      String(clients),
      http.perSecond.toFixed(0),
      plain.perSecond.toFixed(0),
      ratio(http, plain),
      ms(http.p50Ms),
      ms(http.p99Ms),
    ]
  const { contenders, won, refused, toldWhy, serverErrors, other, lastAnswerMs } = contention
  return [
    `${scale.practitioners} practitioners, 90 days, ${scale.bookedShare * 100} % booked; set up in ${setUpSeconds.toFixed(0)} s`,
    table(
      ['search at the server', 'p50 ms', 'p99 ms', 'p50 at 10 x history', 'ratio'],
      [
        searchRow('first free within 20 km', searches.within20Km, history.within20Km),
        searchRow('one clinic', searches.oneClinic, history.oneClinic),
      ],
    ),
    table(
      ['through HTTP', 'clients', 'HTTP/s', 'plain/s', 'ratio', 'p50 ms', 'p99 ms'],
      [...pages.map(pair('page of free times')), ...bookings.map(pair('booking'))],
    ),
    `${contenders} at once for one time: ${won} won, ${refused} refused, ${toldWhy} of them with other times, ${serverErrors} server errors, ${other} other; the last answer after ${lastAnswerMs.toFixed(0)} ms`,
  ].join('\n\n')
}

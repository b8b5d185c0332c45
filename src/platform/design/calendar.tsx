import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { words } from './words.ts'

/** A day or a practitioner. */
export type CalendarColumn = {
  readonly key: string
  readonly label: string
  /** A second line: the date under the weekday, the room under the name. */
  readonly detail?: string | undefined
  readonly current?: boolean | undefined
}

export type CalendarTone = 'booked' | 'free' | 'pending' | 'blocked'

export type CalendarEvent = {
  readonly column: string
  /** Minutes since local midnight, drawn to whole quarters. */
  readonly startMinute: number
  readonly endMinute: number
  readonly title: string
  readonly detail?: string | undefined
  readonly href?: string | undefined
  readonly tone?: CalendarTone | undefined
}

export type CalendarProps = {
  readonly page: Page
  readonly label: string
  readonly columns: readonly CalendarColumn[]
  readonly events: readonly CalendarEvent[]
  /** The hours shown when no event lies outside them; 8 to 16 unless told. Within 6 and 22. */
  readonly fromHour?: number | undefined
  readonly toHour?: number | undefined
  readonly empty?: Child
}

export const firstHour = 6
export const lastHour = 22

/** A minute of the day as 9.30 in Danish, 9:30 in English. */
export const clockTime = (page: Page, minute: number): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}${page.language === 'da' ? '.' : ':'}${two(minute % 60)}`
}

/** The grid on wide screens, the list on phones. One of them is always out of sight, for screen readers too. */
export const Calendar = (props: CalendarProps): Html => (
  <>
    <div class="calendar-wide">
      <CalendarGrid {...props} />
    </div>
    <div class="calendar-narrow">
      <DayList {...props} />
    </div>
  </>
)

/** Columns of a day each, rows of a quarter. Positions are classes (`row-start-5 span-2`): inline style is refused. */
export const CalendarGrid = (props: CalendarProps): Html => {
  const { from, to } = hoursOf(props)
  const hours = Array.from({ length: to - from }, (_, index) => from + index)
  return (
    <div class="calendar" role="group" aria-label={props.label} data-calendar>
      <div class="calendar-hours" aria-hidden="true">
        {hours.map((hour) => (
          <span>{clockTime(props.page, hour * 60)}</span>
        ))}
      </div>
      {props.columns.map((column) => (
        <section class={column.current === true ? 'calendar-column calendar-now' : 'calendar-column'}>
          <h3 class="calendar-head">
            {column.label}
            {column.detail !== undefined && <small>{column.detail}</small>}
          </h3>
          <ol class={`calendar-slots rows-${(to - from) * 4}`}>
            {eventsOf(props, column).map((event) => (
              <li class={placeOf(event, from)}>
                <Event page={props.page} event={event} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

const eventsOf = (props: CalendarProps, column: CalendarColumn): readonly CalendarEvent[] =>
  props.events.filter((event) => event.column === column.key).toSorted((a, b) => a.startMinute - b.startMinute)

const hoursOf = (props: CalendarProps): { readonly from: number; readonly to: number } => {
  const starts = props.events.map((event) => Math.floor(event.startMinute / 60))
  const ends = props.events.map((event) => Math.ceil(event.endMinute / 60))
  const from = Math.max(firstHour, Math.min(props.fromHour ?? 8, ...starts))
  return { from, to: Math.min(lastHour, Math.max(props.toHour ?? 16, from + 1, ...ends)) }
}

const placeOf = (event: CalendarEvent, fromHour: number): string => {
  const start = Math.max(0, Math.floor(event.startMinute / 15) - fromHour * 4)
  const end = Math.min((lastHour - fromHour) * 4, Math.ceil(event.endMinute / 15) - fromHour * 4)
  return `row-start-${start + 1} span-${Math.max(1, end - start)}`
}

const Event = ({ page, event }: { readonly page: Page; readonly event: CalendarEvent }): Html => {
  const kind = `event event-${event.tone ?? 'booked'}`
  const text = (
    <>
      <span class="event-time">
        {clockTime(page, event.startMinute)}–{clockTime(page, event.endMinute)}
      </span>{' '}
      <span class="event-title">{event.title}</span>
      {event.detail !== undefined && <span class="event-detail"> {event.detail}</span>}
    </>
  )
  return event.href === undefined ? (
    <div class={kind}>{text}</div>
  ) : (
    <a class={kind} href={event.href}>
      {text}
    </a>
  )
}

/** The same events as text, grouped by column, for phones, print and whoever prefers to read. */
export const DayList = (props: CalendarProps): Html => {
  const days = props.columns.filter((column) => props.events.some((event) => event.column === column.key))
  if (days.length === 0) return <>{props.empty ?? <p class="quiet">{words[props.page.language].noEvents}</p>}</>
  return (
    <div class="day-list" role="group" aria-label={props.label}>
      {days.map((column) => (
        <section>
          <h3>
            {column.label} {column.detail !== undefined && <small>{column.detail}</small>}
          </h3>
          <ol>
            {eventsOf(props, column).map((event) => (
              <li>
                <Event page={props.page} event={event} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

type Move = { readonly column: number; readonly event: number }

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: { column: 0, event: -1 },
  ArrowDown: { column: 0, event: 1 },
  ArrowLeft: { column: -1, event: 0 },
  ArrowRight: { column: 1, event: 0 },
}

/** Arrow keys walk between events of a day and between days; Tab still works as everywhere. */
export const watchCalendars = (): void => {
  for (const calendar of document.querySelectorAll<HTMLElement>('[data-calendar]')) {
    calendar.addEventListener('keydown', (key) => {
      const move = moves[key.key]
      const from = document.activeElement
      if (move === undefined || !(from instanceof HTMLElement) || key.altKey || key.ctrlKey || key.metaKey) return
      const target = move.column === 0 ? sibling(calendar, from, move.event) : across(calendar, from, move.column)
      if (target === undefined) return
      key.preventDefault()
      target.focus()
    })
  }
}

const columnsOf = (calendar: HTMLElement): readonly (readonly HTMLElement[])[] =>
  [...calendar.querySelectorAll('.calendar-column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('a.event'),
  ])

const sibling = (calendar: HTMLElement, from: HTMLElement, step: number): HTMLElement | undefined => {
  const column = columnsOf(calendar).find((events) => events.includes(from)) ?? []
  return column[column.indexOf(from) + step]
}

/** The event in the next column that has any, nearest in height. */
const across = (calendar: HTMLElement, from: HTMLElement, step: number): HTMLElement | undefined => {
  const columns = columnsOf(calendar)
  const height = (event: HTMLElement): number =>
    Math.abs(event.getBoundingClientRect().top - from.getBoundingClientRect().top)
  let index = columns.findIndex((events) => events.includes(from))
  if (index < 0) return undefined
  do index += step
  while (columns[index]?.length === 0)
  return columns[index]?.toSorted((a, b) => height(a) - height(b))[0]
}

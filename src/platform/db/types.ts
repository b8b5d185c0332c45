import pg from 'pg'
import { Temporal } from 'temporal-polyfill'

const { builtins } = pg.types

/** How columns arrive: timestamptz as Temporal.Instant, date as Temporal.PlainDate, time as 'HH:MM', bigint as number. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const parser = parsers.get(oid)
    return parser ?? pg.types.getTypeParser(oid, format as 'text')
  },
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.TIMESTAMPTZ, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [builtins.DATE, (text) => Temporal.PlainDate.from(text)],
  [builtins.TIME, (text) => text.slice(0, 5)],
  [builtins.INT8, Number],
])

/** How values leave: Temporal values as ISO text; buffers, arrays and the rest as `pg` does it. */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || value instanceof Temporal.PlainTime) {
    return value.toString()
  }
  if (Array.isArray(value)) return value.map(toParameter)
  return value
}

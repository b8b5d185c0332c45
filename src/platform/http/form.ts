/**
 * One schema for each form. It turns what a browser sent into typed values, or into the same form with what was typed
 * and what to do about it in the person's language. Fields it does not know are ignored; text that the database could
 * not hold is refused here, so that it is a mistake in a form and never a failure in SQL.
 */
import type { Language, Texts } from '#kernel/language.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import type { FormState } from '#platform/html/page.ts'
import { type Field, type Sent, showable, type ValueOf } from './form-field.ts'

export type Form<Values> = {
  read(source: URLSearchParams | FormData, language: Language): Result<Values, FormState>
  /** What was sent, as typed: for a form that must come back although every field was right. */
  typed(source: URLSearchParams | FormData): FormState['values']
  readonly fields: readonly string[]
}

type AnyField = Pick<Field<unknown>, 'echoes' | 'read'> & { optional(): AnyField }
type Shape = Readonly<Record<string, AnyField>>
type ValuesOf<Of extends Shape> = { readonly [Name in keyof Of]: ValueOf<Of[Name]> }
type FilterValuesOf<Of extends Shape> = { readonly [Name in keyof Of]: ValueOf<ReturnType<Of[Name]['optional']>> }

/** What is wrong between fields. It is asked only when every field by itself is right. */
export type Check<Values> = (
  values: Values,
) => readonly { readonly field: keyof Values & string; readonly message: Texts<string> }[]

/** `form({ reason: choice(reasons), note: text({ max: 500 }).optional() })`; an optional field left empty is null. */
export function form<Of extends Shape>(shape: Of, ...checks: readonly Check<ValuesOf<Of>>[]): Form<ValuesOf<Of>> {
  return {
    fields: Object.keys(shape),
    typed: (source) => typedInto(shape, (input) => source.getAll(input)),
    read(source, language) {
      const sent: Sent = (input) => source.getAll(input)
      const { values, wrong } = readFields(shape, sent)
      const found = wrong.length > 0 ? wrong : checks.flatMap((check) => check(values))
      if (found.length === 0) return ok(values)
      const errors = found.map(({ field, message }) => ({ field, message: message[language] }))
      return problem({ values: typedInto(shape, sent), errors })
    },
  }
}

/** Filters in the address of a search page: every one may be left out, and is then null. */
export function queryForm<Of extends Shape>(shape: Of): Form<FilterValuesOf<Of>> {
  const optional = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, field.optional()]))
  return form(optional) as Form<FilterValuesOf<Of>>
}

function readFields<Of extends Shape>(shape: Of, sent: Sent) {
  const values: Record<string, unknown> = {}
  const wrong: { field: string; message: Texts<string> }[] = []
  for (const [name, field] of Object.entries(shape)) {
    const read = field.read(sent, name)
    if (read.ok) values[name] = read.value
    else wrong.push({ field: name, message: read.problem })
  }
  return { values: values as ValuesOf<Of>, wrong }
}

/** As typed, so that nobody has to type it again; several values under one name come back as a list. */
function typedInto(shape: Shape, sent: Sent): FormState['values'] {
  const typed: Record<string, string | readonly string[]> = {}
  for (const input of Object.entries(shape).flatMap(([name, field]) => field.echoes(name))) {
    const strings = sent(input)
      .filter((value) => typeof value === 'string')
      .map(showable)
    if (strings.length > 0) typed[input] = strings.length === 1 ? strings[0]! : strings
  }
  return typed
}

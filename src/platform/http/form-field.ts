import type { Texts } from '#kernel/language.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import { formTexts } from './form-texts.ts'

/** What was sent under a name: strings from any form, files only from a multipart one. */
export type Sent = (input: string) => readonly (string | File)[]

/** One field of a form. `name` is the key it has in the form's shape. */
export type Field<Value> = {
  /** The names of the inputs whose text comes back with the page when something was wrong. */
  echoes(name: string): readonly string[]
  read(sent: Sent, name: string): Result<Value, Texts<string>>
  /** The same field where nothing typed is null (or the field's own value for nothing, such as an unticked box). */
  optional(): Field<Value | null>
}

/** A field for which nothing sent is a value in itself: a tick, a list. */
export type SettledField<Value> = Omit<Field<Value>, 'optional'> & { optional(): SettledField<Value> }

export type ValueOf<Of> = Of extends { read(sent: Sent, name: string): Result<infer Value, Texts<string>> }
  ? Value
  : never

type Parse<Value> = (text: string) => Result<Value, Texts<string>>

type Parts<Value> = {
  readonly parse: Parse<Value>
  readonly missing?: Texts<string> | undefined
  /** How to find the text; by default the first string under the field's own name, on one line. */
  readonly textOf?: (sent: Sent, name: string) => string
  readonly echoes?: (name: string) => readonly string[]
}

/** A field of one text: cleaned, then parsed; empty is missing. */
export function textField<Value>(parts: Parts<Value>): Field<Value> {
  const { parse, missing = formTexts.missing, textOf = oneLine, echoes = (name: string) => [name] } = parts
  const readOr = <Empty>(sent: Sent, name: string, empty: Result<Empty, Texts<string>>) => {
    const text = textOf(sent, name)
    if (!isReadable(text)) return problem(formTexts.unreadable)
    return text === '' ? empty : parse(text)
  }
  const optional: Field<Value | null> = {
    echoes,
    read: (sent, name) => readOr(sent, name, ok(null)),
    optional: () => optional,
  }
  return { echoes, read: (sent, name) => readOr(sent, name, problem(missing)), optional: () => optional }
}

export function settledField<Value>(
  read: Field<Value>['read'],
  echoes = (name: string): readonly string[] => [name],
): SettledField<Value> {
  const field: SettledField<Value> = { echoes, read, optional: () => field }
  return field
}

/** The first string sent under a name, as it came; `''` when there is none. */
export const firstText = (sent: Sent, name: string): string =>
  sent(name).find((value) => typeof value === 'string') ?? ''

export const oneLine = (sent: Sent, name: string): string =>
  firstText(sent, name).replace(/\s+/g, ' ').trim().normalize()

export const manyLines = (sent: Sent, name: string): string =>
  firstText(sent, name).replace(/\r\n?/g, '\n').trim().normalize()

// PostgreSQL cannot hold NUL, UTF-8 cannot hold lone surrogates, and the other controls only serve to deceive a log.
const controls = /(?![\t\n\r])\p{Cc}/gu

export const isReadable = (text: string): boolean => text.isWellFormed() && text.search(controls) === -1

/** What of a text can safely be shown again. */
export const showable = (text: string): string => text.toWellFormed().replace(controls, '')

import { type Cpr, readCpr } from '#kernel/cpr.ts'
import { type Cvr, readCvr } from '#kernel/cvr.ts'
import { type Email, readEmail } from '#kernel/email.ts'
import { type Id, readId } from '#kernel/ids.ts'
import type { Texts } from '#kernel/language.ts'
import { type Ore, readMoney } from '#kernel/money.ts'
import { type Phone, readPhone } from '#kernel/phone.ts'
import { type Postcode, readPostcode } from '#kernel/postcode.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import { type Field, firstText, manyLines, oneLine, type SettledField, settledField, textField } from './form-field.ts'
import { formTexts, outsideRange, tooFew, tooLong, tooShort } from './form-texts.ts'

export { date, time } from './form-date-fields.ts'
export { file, fileList } from './form-file-fields.ts'

/** What to say when nothing was typed, where the usual "Fill in this field" is too little. */
type Missing = { readonly missing?: Texts<string> }

type TextLimits = Missing & { readonly max: number; readonly min?: number; readonly multiline?: boolean }

/** Free text, trimmed and NFC. Lengths count characters as people do (code points). */
export function text({ max, min = 1, multiline = false, missing }: TextLimits): Field<string> {
  return textField({ parse: lengthBetween(min, max), textOf: multiline ? manyLines : oneLine, missing })
}

/** A password: kept exactly as typed but for NFC, and never sent back in a page. */
export function password({
  max,
  min,
  missing,
}: Missing & { readonly max: number; readonly min: number }): Field<string> {
  const textOf: typeof oneLine = (sent, name) => firstText(sent, name).normalize()
  return textField({ parse: lengthBetween(min, max), textOf, echoes: () => [], missing })
}

export const email = (options: Missing = {}): Field<Email> =>
  textField({
    missing: formTexts.email,
    ...options,
    parse: explained(readEmail, (why) => (why === 'too-long' ? tooLong(254) : formTexts.email)),
  })

export const phone = (options: Missing = {}): Field<Phone> =>
  textField({ missing: formTexts.phone, ...options, parse: explained(readPhone, () => formTexts.phone) })

/** Modulus 11 is never asked for: see `#kernel/cpr.ts`. */
export const cpr = (options: Missing = {}): Field<Cpr> =>
  textField({
    missing: formTexts.cpr,
    ...options,
    parse: explained(readCpr, (why) => (why === 'date' ? formTexts.cprDate : formTexts.cpr)),
  })

export const cvr = (options: Missing = {}): Field<Cvr> =>
  textField({
    missing: formTexts.cvr,
    ...options,
    parse: explained(readCvr, (why) => (why === 'check-digit' ? formTexts.cvrCheck : formTexts.cvr)),
  })

export const postcode = (options: Missing = {}): Field<Postcode> =>
  textField({ missing: formTexts.postcode, ...options, parse: explained(readPostcode, () => formTexts.postcode) })

/** An amount of at least 0 øre, as Danes write it. */
export const money = (options: Missing = {}): Field<Ore> =>
  textField({
    ...options,
    parse(typed) {
      const read = readMoney(typed)
      return read.ok && read.value >= 0 ? read : problem(formTexts.money)
    },
  })

/** Both limits are allowed values. Dots and blanks may group thousands. */
export function wholeNumber({
  min,
  max,
  missing,
}: Missing & { readonly min: number; readonly max: number }): Field<number> {
  return textField({
    missing,
    parse(typed) {
      if (!/^-?(\d{1,15}|\d{1,3}([. ]\d{3}){1,4})$/.test(typed)) return problem(formTexts.wholeNumber)
      const value = Number(typed.replace(/[. ]/g, ''))
      return value >= min && value <= max ? ok(value) : problem(outsideRange(min, max))
    },
  })
}

/** One of a list: radio buttons or a select. */
export function choice<const Options extends readonly string[]>(
  options: Options,
  { missing = formTexts.missingChoice }: Missing = {},
): Field<Options[number]> {
  return textField({ missing, parse: (typed) => (options.includes(typed) ? ok(typed) : problem(formTexts.choice)) })
}

/** Any number of a list, at least `min` (0), each once and in the list's own order. */
export function choices<const Options extends readonly string[]>(
  options: Options,
  { min = 0, missing }: Missing & { readonly min?: number } = {},
): SettledField<readonly Options[number][]> {
  return settledField((sent, name) => {
    const picked = sent(name).filter((value) => value !== '')
    if (picked.some((value) => typeof value !== 'string' || !options.includes(value))) return problem(formTexts.choice)
    const value: readonly Options[number][] = options.filter((option) => picked.includes(option))
    return value.length >= min ? ok(value) : problem(missing ?? tooFew(min))
  })
}

/** A box that may be left alone. */
export const tick = (): SettledField<boolean> => settledField((sent, name) => ok(isTicked(sent(name))))

/** A box that must be ticked, with what to say when it is not. */
export const mustTick = (message: Texts<string>): SettledField<true> =>
  settledField((sent, name) => (isTicked(sent(name)) ? ok(true as const) : problem(message)))

/** `id<'case'>()`: that it exists, and that the person may know of it, is for `load` to find out. */
export const id = <Of extends string>({ missing = formTexts.missingChoice }: Missing = {}): Field<Id<Of>> =>
  textField({
    missing,
    parse(typed) {
      const read = readId<Of>(typed)
      return read === null ? problem(formTexts.choice) : ok(read)
    },
  })

/** What our boxes send, and what a bare box sends. "no" or "0" is no yes, whoever sends it. */
const isTicked = (values: readonly (string | File)[]) => values.some((value) => value === 'yes' || value === 'on')

const lengthBetween = (min: number, max: number) => (typed: string) => {
  // A code point is at most two units, so a huge text need not be taken apart to be refused.
  const length = typed.length > 2 * max ? typed.length : [...typed].length
  if (length > max) return problem(tooLong(max))
  return length < min ? problem(tooShort(min)) : ok(typed)
}

const explained =
  <Value, Why>(read: (typed: string) => Result<Value, Why>, explain: (why: Why) => Texts<string>) =>
  (typed: string): Result<Value, Texts<string>> => {
    const outcome = read(typed)
    return outcome.ok ? outcome : problem(explain(outcome.problem))
  }

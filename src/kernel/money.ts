import { ok, problem, type Result } from './result.ts'

/** An amount in whole øre. Money is never a fraction. */
export type Ore = number & { readonly __ore: true }

/** Throws RangeError when the number is not a safe integer: a fraction of an øre is a programming error. */
export function ore(amount: number): Ore {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of øre: ${amount}`)
  return amount as Ore
}

export const zeroOre = ore(0)
export const kroner = (amount: number): Ore => ore(amount * 100)

export const addOre = (...amounts: readonly Ore[]): Ore => ore(amounts.reduce((sum, amount) => sum + amount, 0))
export const subtractOre = (from: Ore, amount: Ore): Ore => ore(from - amount)
export const timesOre = (amount: Ore, count: number): Ore => ore(amount * count)

export type MoneyProblem = 'empty' | 'not-an-amount'

const amountShape = /^(-?)(\d{1,3}(?:\.\d{3})+|\d{1,11})(?:,(\d{1,2}|-))?$/

/**
 * Reads an amount as Danes write it: `1.234,50`, `1234,5`, `350 kr.`, `350,-`. A dot only groups thousands, so `12.50`
 * is refused rather than guessed at.
 */
export function readMoney(text: string): Result<Ore, MoneyProblem> {
  const bare = text
    .trim()
    .replace(/^(kr\.?|dkk)\s*|\s*(kr\.?|dkk)$/gi, '')
    .replace(/[\s\u00a0]/g, '')
    .replace('\u2212', '-')
  if (bare === '') return problem('empty')
  const [, sign, whole, fraction] = amountShape.exec(bare) ?? []
  if (whole === undefined) return problem('not-an-amount')
  const cents = fraction === undefined || fraction === '-' ? 0 : Number(fraction.padEnd(2, '0'))
  const amount = Number(whole.replaceAll('.', '')) * 100 + cents
  if (!Number.isSafeInteger(amount)) return problem('not-an-amount')
  return ok(ore(sign === '-' && amount !== 0 ? -amount : amount))
}

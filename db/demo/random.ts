import { createHash } from 'node:crypto'
import type { Id } from '#kernel/ids.ts'

/** Chance that falls the same way every time, so that everybody sees the same demo. */
export type Random = {
  /** At least `least` and at most `most`. */
  whole(least: number, most: number): number
  chance(share: number): boolean
  pick<Value>(from: readonly Value[]): Value
  shuffled<Value>(from: readonly Value[]): Value[]
  id<Of extends string>(): Id<Of>
}

/** Mulberry32: small, fast, and good enough for a demo; never for a secret. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    whole,
    chance: (share) => next() < share,
    pick: (from) => from[whole(0, from.length - 1)]!,
    shuffled(from) {
      const order = [...from]
      for (let at = order.length - 1; at > 0; at--) {
        const other = whole(0, at)
        ;[order[at], order[other]] = [order[other]!, order[at]!]
      }
      return order
    },
    id: () => idFor(`${seed} ${next()} ${next()}`),
  }
}

/** The same id for the same words, on every machine. */
export function idFor<Of extends string>(words: string): Id<Of> {
  const hex = createHash('sha256').update(`klinikbro demo ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as Id<Of>
}

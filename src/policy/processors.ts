import type { Texts } from '#kernel/language.ts'

/** Somebody who processes for us, by contract and on instruction (GDPR art. 28, promises T4.2 and T4.3). */
export type Processor = {
  readonly id: string
  readonly name: string
  readonly does: Texts<string>
  /** ISO 3166-1 alpha-2 code of where the data are. */
  readonly country: string
  readonly agreedOn: string
  /** What carries a transfer out of the EU/EEA; null inside. */
  readonly transferBasis: 'adequacy' | 'standard-clauses' | null
  readonly measures: Texts<string>
  /** The hosts that pages or the server may talk to because of this processor; production starts with no other (T4.2, T4.3). */
  readonly hosts: readonly string[]
}

// The European Union and, after it, the three EFTA states of the European Economic Area.
const eeaCountries = new Set(
  'AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO'.split(' '),
)

export const isInEea = (country: string): boolean => eeaCountries.has(country)

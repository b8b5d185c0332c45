import type { Postcode } from './postcode.ts'

/** A Danish address. Floor is `st`, `kl` or `1` to `99`; door is `tv`, `mf`, `th` or a number; no full stops stored. */
export type Address = {
  readonly careOf: string | null
  readonly street: string
  readonly houseNumber: string
  readonly floor: string | null
  readonly door: string | null
  readonly placeName: string | null
  readonly postcode: Postcode
  readonly town: string
}

/** One line without the c/o name: `Eksempelvej 12, 3. tv., 2100 København Ø`. */
export function addressLine(address: Address): string {
  const unit = [address.floor && `${address.floor}.`, address.door && doorText(address.door)].filter(Boolean).join(' ')
  const parts = [`${address.street} ${address.houseNumber}`, unit, address.placeName, townLine(address)]
  return parts.filter(Boolean).join(', ')
}

export const townLine = (address: Pick<Address, 'postcode' | 'town'>): string => `${address.postcode} ${address.town}`

const doorText = (door: string) => (/^[a-z]+$/.test(door) ? `${door}.` : door)

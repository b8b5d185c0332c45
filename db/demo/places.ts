import { readFileSync } from 'node:fs'
import { kilometresBetween, type Position } from '#kernel/distance.ts'
import type { Postcode } from '#kernel/postcode.ts'

export type Place = Position & { readonly postcode: Postcode; readonly town: string }

const places: readonly Place[] = readFileSync(new URL('../postcodes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [postcode = '', town = '', lat, lon] = line.split(',')
    return { postcode: postcode as Postcode, town, lat: Number(lat), lon: Number(lon) }
  })

/** Throws for a postcode that is not in use. */
export function placeOf(postcode: string): Place {
  const found = places.find((place) => place.postcode === postcode)
  if (!found) throw new Error(`No postcode ${postcode}`)
  return found
}

/** Those within `km` as the crow flies. */
export const placesNear = (centre: Position, km: number): readonly Place[] =>
  places.filter((place) => kilometresBetween(centre, place) <= km)

import { readFileSync } from 'node:fs'
import type { Position } from '#kernel/distance.ts'

/** A postcode's town and the approximate centre of its area. Good for distances between places, for nothing finer. */
export type PostcodePlace = Position & { readonly town: string }

const file = new URL('../../../db/postcodes.csv', import.meta.url)
let places: ReadonlyMap<string, PostcodePlace> | undefined

/** Null when no such Danish postcode is in use. The list is read once a process. */
export function placeOfPostcode(postcode: string): PostcodePlace | null {
  places ??= readPlaces(readFileSync(file, 'utf8'))
  return places.get(postcode) ?? null
}

function readPlaces(csv: string): ReadonlyMap<string, PostcodePlace> {
  const lines = csv.trim().split('\n').slice(1)
  return new Map(
    lines.map((line) => {
      const [postcode = '', town = '', lat, lon] = line.split(',')
      return [postcode, { town, lat: Number(lat), lon: Number(lon) }]
    }),
  )
}

/** Degrees, WGS 84. */
export type Position = { readonly lat: number; readonly lon: number }

const earthRadiusKm = 6371.0088

/** The great-circle distance (haversine), as the crow flies. */
export function kilometresBetween(from: Position, to: Position): number {
  const lat = Math.sin(radians(to.lat - from.lat) / 2) ** 2
  const lon = Math.sin(radians(to.lon - from.lon) / 2) ** 2
  const h = lat + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * lon
  // Rounding can carry h past 1 for antipodes, where the arc sine has no value.
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)))
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

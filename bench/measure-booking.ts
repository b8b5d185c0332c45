import { compareBookings } from './bookings.ts'
import { measureContention } from './contention.ts'
import { openOwnDatabase } from './own-database.ts'
import { scaleOf } from './scale.ts'
import { compareSearch, measureSearches } from './searches.ts'
import { serveSite } from './served-site.ts'
import { pastStatements, worldStatements } from './world.sql.ts'

/** All in one run on one database, so that the figures can be put in relation to each other. */
export async function measureBooking(practitioners: number, say: (step: string) => void) {
  const scale = scaleOf(practitioners)
  const database = await openOwnDatabase()
  try {
    say('a synthetic world')
    const begunAt = performance.now()
    await database.fill(worldStatements(scale))
    const setUpSeconds = (performance.now() - begunAt) / 1000
    const site = await serveSite(database.requestUrl)
    try {
      say('searches')
      const searches = await measureSearches(database)
      const pages = [await compareSearch(database, site, 1), await compareSearch(database, site, 4)]
      say('bookings')
      const bookings = await compareBookings(database, site, scale)
      say('everybody at once')
      const contention = await measureContention(database, site, scale)
      say('ten times the history')
      const { pastPerPractitioner } = scale
      await database.fill(pastStatements(scale, { from: pastPerPractitioner, until: pastPerPractitioner * 10 }))
      const history = await measureSearches(database)
      return { scale, setUpSeconds, searches, pages, bookings, contention, history }
    } finally {
      await site.stop()
    }
  } finally {
    await database.stop()
  }
}

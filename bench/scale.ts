/** How big the synthetic world is. Everything else follows from the number of practitioners. */
export type Scale = {
  readonly practitioners: number
  /** Of 45 minutes, ten a day, on the weekdays of 90 days. */
  readonly bookedShare: number
  readonly pastPerPractitioner: number
  /** Bookings by each way at each number of clients. */
  readonly bookings: number
  readonly contenders: number
}

export const scaleOf = (practitioners: number): Scale => ({
  practitioners,
  bookedShare: 0.7,
  pastPerPractitioner: 20,
  bookings: 240,
  contenders: 500,
})

export const practitionersInClinic = 10
export const daysOpen = 90
export const slotsADay = 10
export const clientCounts = [1, 4, 16] as const

/** A hold each for the bookings through HTTP and for those by the plain client, at every number of clients, and for warming up. */
export const warmUps = 40
export const holdsNeeded = ({ bookings }: Scale): number => bookings * 2 * clientCounts.length + warmUps

/** The token of the session of the nth patient. */
export const tokenOf = (patient: number): string => `bench-session-${patient}`
export const csrfSecret = 'bench'

import type { Random } from './random.ts'

/** Every state that a case can be found in. */
const caseStates = [
  'awaiting-consent',
  'open',
  'booked',
  'in-course',
  'used-up',
  'expired',
  'closed',
  'withdrawn',
  'request-open',
  'request-granted',
  'request-refused',
] as const
export type CaseState = (typeof caseStates)[number]

const counts: Readonly<Record<CaseState, number>> = {
  'awaiting-consent': 40,
  open: 85,
  booked: 75,
  'in-course': 75,
  'used-up': 20,
  expired: 20,
  closed: 35,
  withdrawn: 15,
  'request-open': 15,
  'request-granted': 12,
  'request-refused': 8,
}

/** The state of each case. The first few are fixed, so that those who try the demo as a patient meet something each. */
export function statesOfCases(random: Random): readonly CaseState[] {
  const first: readonly CaseState[] = ['in-course', 'open', 'booked', 'request-open', 'awaiting-consent', 'withdrawn']
  const all = caseStates.flatMap((state) =>
    Array.from({ length: counts[state] - first.filter((one) => one === state).length }, () => state),
  )
  return [...first, ...random.shuffled(all)]
}

/** When it was opened, how far it came, and how long the approval lasts; days are counted from today. */
export type Arc = {
  readonly openedDaysAgo: number
  /** Days (negative is past) on which visits are wished for, oldest first. */
  readonly visits: readonly number[]
  readonly validDays: number
}

const weekly = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at * 7)

export function arcOf(state: CaseState, random: Random): Arc {
  const validDays = random.whole(60, 150)
  switch (state) {
    case 'awaiting-consent':
      return { openedDaysAgo: random.whole(0, 6), visits: [], validDays }
    case 'open':
      return { openedDaysAgo: random.whole(0, 14), visits: [], validDays }
    case 'booked':
      return { openedDaysAgo: random.whole(3, 20), visits: weekly(random.whole(1, 14), random.whole(1, 2)), validDays }
    case 'in-course':
    case 'request-open':
    case 'request-granted':
    case 'request-refused':
      return {
        openedDaysAgo: random.whole(28, 45),
        visits: weekly(random.whole(-25, -8), random.whole(3, 6)),
        validDays,
      }
    case 'used-up':
      return { openedDaysAgo: random.whole(40, 60), visits: weekly(random.whole(-26, -22), 3), validDays }
    case 'expired':
      return { openedDaysAgo: random.whole(80, 110), visits: [-27, -24], validDays: -random.whole(1, 15) }
    case 'closed':
      return { openedDaysAgo: random.whole(35, 60), visits: weekly(random.whole(-27, -24), 3), validDays }
    case 'withdrawn':
      return { openedDaysAgo: random.whole(20, 40), visits: [-12, random.whole(3, 12)], validDays }
  }
}

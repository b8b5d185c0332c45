/** What a run was about: cases whose time was up, an agreement that ended, a consent that was lost, orders to erase. */
export type RunKind = 'cases' | 'agreement' | 'consent' | 'order'

/** What was done, and to how many. Words for each are in `report.texts.ts`. */
export const doings = [
  'visits',
  'restrictions',
  'toldPatients',
  'users',
  'invitations',
  'practitioners',
  'credentials',
  'companies',
  'cases',
  'erasedCases',
  'erased',
] as const
export type Doing = (typeof doings)[number]
export type Done = Readonly<Partial<Record<Doing, number>>>

/** Why something is still kept, how much of it, and until when at the latest; null where that hangs on somebody's answer. */
export type Keeper = 'journal' | 'journal-by-law' | 'request' | 'course' | 'hold' | 'audit'
export type KeptUntil = { readonly because: Keeper; readonly count: number; readonly until: string | null }

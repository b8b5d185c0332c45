/** What a person can ask a controller for, in the order of the GDPR (art. 15 to 21). */
export const rights = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const
export type Right = (typeof rights)[number]

export const readRight = (text: string): Right | null => rights.find((right) => right === text) ?? null

/** The steps of a request; each is a row with its author and time. `granted` and `refused` answer it. */
export type RequestState =
  | 'received'
  | 'identified'
  | 'routed'
  | 'extended'
  | 'granted'
  | 'refused'
  | 'lifted'
  | 'carried-out'

/** What a refusal can rest on. */
const refusalLaws = ['art-12-5', 'art-17-3', 'art-18-1', 'art-21-1', 'art-15-4', 'art-16', 'art-12-2'] as const
export type RefusalLaw = (typeof refusalLaws)[number]

const refusals: Readonly<Record<Right, readonly RefusalLaw[]>> = {
  access: ['art-12-2', 'art-12-5', 'art-15-4'],
  rectification: ['art-16', 'art-12-2', 'art-12-5'],
  erasure: ['art-17-3', 'art-12-2', 'art-12-5'],
  restriction: ['art-18-1', 'art-12-2', 'art-12-5'],
  portability: ['art-12-2', 'art-12-5', 'art-15-4'],
  objection: ['art-21-1', 'art-12-2', 'art-12-5'],
}
/** The provisions that a refusal of this right can rest on, the likeliest first. */
export const lawsAgainst = (right: Right): readonly RefusalLaw[] => refusals[right]

/** Contact details stand on the insurer's record of the person; the rest are fields of the case or the clinic's notes. */
export const contactFields = ['name', 'phone', 'email', 'postcode'] as const
export type ContactField = (typeof contactFields)[number]
export const isContactField = (field: string): field is ContactField => contactFields.some((one) => one === field)

/** What a request about the clinic's own record names as its field. */
export const notesField = 'notes'

/** Rights whose use freezes the case until it is decided (art. 18(1)(d), art. 21(1)). */
export const freezesAtOnce = (right: Right): boolean => right === 'objection'

/** Rights that restrict the case once they are granted. Erasure does so while the journal is handed over. */
export const restrictsWhenGranted = (right: Right): right is 'restriction' | 'objection' | 'erasure' =>
  right === 'restriction' || right === 'objection' || right === 'erasure'

/** An erased case leaves no page to read the answer on: between the answer and the erasure the person has this long. */
export const daysToReadTheAnswer = 3

/** How somebody was made sure of: their own log-in with eID, or what a named member of staff did. */
export const staffMeans = ['in-person', 'call-back', 'letter'] as const
export type IdentityMeans = 'eid' | 'log-in' | 'mail-link' | (typeof staffMeans)[number]

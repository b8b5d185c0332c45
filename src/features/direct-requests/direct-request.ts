import type { Id } from '#kernel/ids.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import { protectionOf } from '#policy/categories.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'

/** The account itself: what every correction of a member of staff is about. */
export const accountActivity = 'access.users'
/** The activity that what was written to the operator is part of. */
export const enquiryActivity = 'customers.leads'

/** What somebody writes with a request: what is wrong or why, and for a correction what it should be. */
export type Words = { readonly text: string | null; readonly proposal: string | null }

/** What a member of staff can have corrected by whoever answers; their own name they correct themselves. */
export const staffFields = ['email', 'practitioner-name', 'authorisation-id', 'other'] as const
export type StaffField = (typeof staffFields)[number]
/** What an enquirer corrects and erases: one thing they wrote. */
export const enquiryField = 'enquiry'
export type DirectField = StaffField | typeof enquiryField

/**
 * The activities that a member of staff can ask about: those that name staff, but for the answering itself. What holds somebody's health is the
 * patient's, though it names who worked on it; of those only the one that keeps the trail is theirs too.
 */
export const activitiesAboutStaff = ({ activities }: PolicyModel): readonly Activity[] =>
  activities.filter(
    (one) =>
      one.subjects.includes('staff') &&
      one.id !== 'rights.direct' &&
      (keepsTheTrail(one) || !one.data.some((category) => protectionOf(category) === 'sensitive')),
  )

const keepsTheTrail = ({ grants }: Activity) => grants.some(({ action }) => action === 'audit.forget')

/** Whether an activity is the account itself, which an organisation gives its own staff and can end. */
export const isAboutTheAccount = (model: PolicyModel, activityId: string): boolean =>
  model.activities.some(
    ({ id, role, purpose }) => id === activityId && role === 'processor' && purpose === 'user-administration',
  )

/**
 * Who answers a member of staff: their own organisation for what we do on its behalf, if somebody there but the asker can decide; the operator
 * for what it decides itself, and where nobody else is left to ask (R3.1).
 */
export const answererOf = (
  activity: Pick<Activity, 'role'>,
  houses: { readonly own: Id<'organisation'>; readonly operator: Id<'organisation'>; readonly hasAnother: boolean },
): Id<'organisation'> => (activity.role === 'processor' && houses.hasAnother ? houses.own : houses.operator)

const wordsPurpose = (id: string) => `direct-request/${id}/words`
const emailPurpose = (id: string) => `direct-request/${id}/email`
const notePurpose = (id: string) => `direct-note/${id}`

export const sealWords = (keyring: Keyring, id: string, words: Words): Buffer =>
  sealForPlatform(keyring, wordsPurpose(id), Buffer.from(JSON.stringify(words), 'utf8'))
export const openWords = (keyring: Keyring, id: string, sealed: Buffer): Words =>
  JSON.parse(openForPlatform(keyring, wordsPurpose(id), sealed).toString('utf8')) as Words

export const sealEmail = (keyring: Keyring, id: string, email: string): Buffer =>
  sealForPlatform(keyring, emailPurpose(id), Buffer.from(email, 'utf8'))
export const openEmail = (keyring: Keyring, id: string, sealed: Buffer): string =>
  openForPlatform(keyring, emailPurpose(id), sealed).toString('utf8')

export const sealNote = (keyring: Keyring, id: string, note: string): Buffer =>
  sealForPlatform(keyring, notePurpose(id), Buffer.from(note, 'utf8'))
export const openNote = (keyring: Keyring, id: string, sealed: Buffer): string =>
  openForPlatform(keyring, notePurpose(id), sealed).toString('utf8')

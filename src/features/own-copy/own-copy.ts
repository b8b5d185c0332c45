import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { type OwnRow, type OwnSection, ownQueries } from './own-copy.sql.ts'

export const ownSections = Object.keys(ownQueries) as readonly OwnSection[]

/** Tables that name a member of staff as their subject and are not in the copy, each with why. A table that is in neither place fails the build. */
export const leftOutOfOwnCopy: Readonly<Record<string, string>> = {
  notifications:
    'That a mail told of something in a case: it belongs to the case, goes with it, and stands in the mailbox',
  password_resets: 'The hash of a link that works for half an hour; it says nothing of the person',
  maintenance_mails: 'That a mail told of maintenance: it says nothing of the person, and stands in the mailbox',
  user_removals: 'That somebody is gone: whoever can ask is not',
}

/** One thing that is held, under the names that the file uses; what is empty is left out. */
export type OwnItem = Readonly<Record<string, unknown>>
export type OwnCopy = Readonly<Record<OwnSection, readonly OwnItem[]>>

/** Everything that is held about a member of staff. Run it as that member: the row-level policies let nothing else through. */
export async function collectOwnCopy(reader: Reader, userId: Id<'user'>): Promise<OwnCopy> {
  const sections: [OwnSection, readonly OwnItem[]][] = []
  for (const section of ownSections)
    sections.push([section, (await reader.rows<OwnRow>(ownQueries[section](userId))).map(named)])
  return Object.fromEntries(sections) as OwnCopy
}

const named = (row: OwnRow): OwnItem =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([column, value]) => [column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]),
  )

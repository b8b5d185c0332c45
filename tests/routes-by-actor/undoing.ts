import type { Database } from '#platform/db/database.ts'

/** A database that answers as ever and keeps nothing once `undo` says so: each question of the table meets the same scene. */
export function undoing(database: Database, undo: () => boolean): Database {
  return {
    ...database,
    async transaction(actor, work, kind) {
      if (!undo()) return database.transaction(actor, work, kind)
      let outcome: { value: Awaited<ReturnType<typeof work>> } | undefined
      await database
        .transaction(actor, async (tx) => {
          outcome = { value: await work(tx) }
          throw new Undone()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undone)) throw error
        })
      if (!outcome) throw new Error('The work was undone before it was done')
      return outcome.value
    },
  }
}

class Undone extends Error {}

import { type CopySection, copyQueries } from './copy.sql.ts'

/** The parts of a person's copy, in the order in which they are read. */
export const copySections = Object.keys(copyQueries) as readonly CopySection[]

/** Tables that name a person or a case and are not in the copy, each with why. A table that is in neither place fails the build. */
export const leftOutOfCopy: Readonly<Record<string, string>> = {
  person_keys:
    'The key that everything is sealed under: it says nothing of the person, and out of our hands it would open it all (art. 32)',
  idempotency_keys:
    'Keys by which an insurer’s system recognises its own repeated calls; they hold no value about the person',
  erasures: 'That something was erased, by ids that mean nothing any more: it names persons and cases that are gone',
}

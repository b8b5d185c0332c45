import { type ErrorTrace, errorTrace } from '#platform/log/error-trace.ts'
import { wordsOfErrors } from './words-of-errors.ts'

/**
 * What broke, without whom it broke for. An error tracker may stand in another country (T18.1), so everything personal is taken out before
 * an event leaves: by pattern (numbers, addresses, ids), by place (queries, quotations), and then every word that errors are not made of.
 * It errs on the side of taking too much: a developer finds the fault by its place, which is kept.
 */
export type ErrorEvent = ErrorTrace & {
  readonly message: string
  /** The address as it stands in the table of routes: `/cases/:caseId`. */
  readonly route: string
}

const mostCharacters = 300

/** Scrubs anything that was thrown. Causes keep their class and place, and lose their message. */
export const scrubError = (thrown: unknown, route: string): ErrorEvent => ({
  ...withoutMachine(errorTrace(thrown)),
  message: scrubText(thrown instanceof Error ? thrown.message : String(thrown)),
  route: scrubPath(route),
})

/** A place in our own tree is named from its root on; where the tree stands on the machine is nobody's business. */
const withoutMachine = ({ frames, cause, ...trace }: ErrorTrace): ErrorTrace => ({
  ...trace,
  frames: frames.map((frame) => frame.replace(/(?<=^|[ (])\/(?:\S*?\/(?=(?:src|sites|node_modules)\/)|\S*\/)/, '')),
  ...(cause && { cause: withoutMachine(cause) }),
})

const rules: readonly (readonly [RegExp, string])[] = [
  [/"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|(?<![\p{L}\d])'[^']*'|(?<!\p{L})‘[^’]*’/gu, '[quoted]'],
  [/\b[a-z][a-z+.-]*:\/\/\S+/gi, '[address]'],
  [/[\p{L}\d._%+-]+(?:@|%40| at (?=\S+\.\p{L}{2,}))[\p{L}\d-]+(?:\.[\p{L}\d-]+)*/giu, '[email]'],
  [/\?[\w%.~[\]-]+=\S*/g, '[query]'],
  [/[\w.-]+=\S+/g, '[value]'],
  [/\([^()]*\)/g, '[detail]'],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, '[id]'],
  [/\b\d{6}[\s\u00a0.–-]?\d{4}\b/g, '[cpr]'],
  [/(?:\+|\b00)\d[\d\s\u00a0().-]{5,}\d/g, '[phone]'],
  [/\b\d{2}(?:[\s\u00a0.-]?\d{2}){3}\b/g, '[phone]'],
  [/\b(?=[\w-]*\d)[\w-]{12,}\b/g, '[token]'],
  [/\d{4,}|\d+(?:[.:/-]\d+)+/g, '[number]'],
]

/** A message with everything personal taken out, at most 300 characters. */
export function scrubText(text: string): string {
  const plain = decoded(text.normalize('NFC'))
  const patterned = rules.reduce((left, [pattern, mark]) => left.replace(pattern, mark), plain)
  return patterned
    .replace(words, saidByMachines)
    .replace(/\[name\](?:[\s.’'-]*\[name\])+/g, '[name]')
    .slice(0, mostCharacters)
}

const words = /\[[a-z]+\]|\p{L}[\p{L}\p{M}\d_’'-]*/gu
const marks = new Set(rules.map(([, mark]) => mark))

/** What is neither a mark of ours nor a word that errors are made of may be a name, an illness or a street, however it is written. */
const saidByMachines = (word: string): string =>
  marks.has(word) || wordsOfErrors.has(word.toLowerCase()) ? word : '[name]'

/** A path with its query gone and every id replaced, as far as it is not the pattern of a route already. */
export const scrubPath = (path: string): string =>
  (path.split(/[?#]/)[0] ?? '')
    .split('/')
    .map((part) => (/^:?[a-z][a-z0-9.-]{0,30}$/i.test(part) && !/\d{4}/.test(part) ? part : part && '[id]'))
    .join('/')

/** What was encoded for an address is looked at as it reads. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

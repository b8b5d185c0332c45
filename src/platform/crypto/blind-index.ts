import { createHmac } from 'node:crypto'
import type { Keyring } from './keyring.ts'

const shortestPrefix = 3
const nameIndexBytes = 8

/**
 * 32 bytes that find an equal value without showing it. `scope` is the column and the tenant (`cpr/<organisation id>`),
 * so that equal values in two scopes do not show as equal. The caller normalises the value.
 */
export const blindIndex = (keyring: Keyring, scope: string, value: string): Buffer =>
  createHmac('sha256', keyring.indexKey(scope)).update(value, 'utf8').digest()

/** Every word of a name and its beginnings from three letters up: sorted, so that the order shows nothing of the name. */
export const nameIndexes = (keyring: Keyring, scope: string, name: string): Buffer[] =>
  indexesOf(keyring, scope, nameWords(name).flatMap(beginnings))

/** What `nameIndexes` must all contain for a typed text to match. Empty when nothing to search for was typed. */
export const nameQuery = (keyring: Keyring, scope: string, text: string): Buffer[] =>
  indexesOf(keyring, scope, nameWords(text))

function indexesOf(keyring: Keyring, scope: string, words: readonly string[]): Buffer[] {
  return [...new Set(words)]
    .map((word) => blindIndex(keyring, scope, word).subarray(0, nameIndexBytes))
    .sort(Buffer.compare)
}

function beginnings(word: string): string[] {
  const lengths = Array.from({ length: Math.max(0, word.length - shortestPrefix) }, (_, at) => at + shortestPrefix)
  return [word, ...lengths.map((length) => word.slice(0, length))]
}

/** Søren, Soeren and Soren, Åse, Aase and Ase are one spelling each: people search as their keyboard lets them. */
function nameWords(name: string): string[] {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'a')
    .replace(/ß/g, 'ss')
    .replace(/[ðđ]/g, 'd')
    .replace(/ł/g, 'l')
    .replace(/oe/g, 'o')
    .replace(/ae|aa/g, 'a')
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}

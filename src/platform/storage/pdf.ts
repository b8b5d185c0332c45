import { inflateSync } from 'node:zlib'

/**
 * A PDF can run scripts, start programs and carry files. Names of such actions are searched for in the file and in its
 * compressed object streams, where most writers put them, with `#4a` escapes resolved. An encrypted PDF cannot be
 * looked into and is refused. What this does not see: names inside streams with a chain of filters.
 */
export function judgePdf(bytes: Buffer): 'sound' | 'broken' | 'unsupported' {
  const text = bytes.toString('latin1')
  if (!text.startsWith('%PDF-') || !text.slice(-2048).includes('%%EOF')) return 'broken'
  if (acts(text)) return 'unsupported'
  const inside = objectStreams(text, bytes)
  if (inside === null) return 'broken'
  return inside.some(acts) ? 'unsupported' : 'sound'
}

const activeNames = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Encrypt)(?![A-Za-z0-9])/
const maxStreams = 5000
const maxInflatedBytes = 64_000_000
const dictionaryReach = 512

const acts = (text: string): boolean => activeNames.test(unescaped(text))

/** PDF 1.7, 7.3.5: any character of a name may be written as `#` and two hexadecimal digits. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/** The content of every compressed object stream; null when one cannot be read or they grow beyond all measure. */
function objectStreams(text: string, bytes: Buffer): string[] | null {
  const found: string[] = []
  let left = maxInflatedBytes
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const dictionary = unescaped(text.slice(Math.max(0, match.index - dictionaryReach), match.index))
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(dictionary.slice(dictionary.lastIndexOf(' obj')))) continue
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    const content = end < 0 ? null : inflated(bytes.subarray(start, end), left)
    if (content === null || found.length >= maxStreams) return null
    left -= content.length
    found.push(content)
  }
  return found
}

/** An object stream may also lie uncompressed; then the search of the whole file has seen it already. */
function inflated(stream: Buffer, maxOutputLength: number): string | null {
  if ((stream[0]! & 0x0f) !== 8) return ''
  try {
    return inflateSync(stream, { maxOutputLength: Math.max(1, maxOutputLength) }).toString('latin1')
  } catch {
    return null
  }
}

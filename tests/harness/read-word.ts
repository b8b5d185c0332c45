import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** What a Word file says: all its text, and its headings apart. Fails when it is no such file. */
export function readWord(bytes: Uint8Array): { readonly text: string; readonly headings: readonly string[] } {
  const parts = unzip(Buffer.from(bytes))
  for (const needed of ['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml'])
    assert.ok(parts.has(needed), `${needed} is in the file`)
  for (const [name, xml] of parts)
    assert.doesNotMatch(xml.toString('utf8'), /TargetMode="External"/, `${name} fetches nothing from elsewhere`)
  const xml = parts.get('word/document.xml')!.toString('utf8')
  assertNested(xml)
  const paragraphs = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) => paragraph)
  assert.ok(paragraphs.length > 10)
  const headings = paragraphs.filter((paragraph) => /<w:pStyle w:val="Heading\d"/.test(paragraph)).map(textOf)
  return { text: paragraphs.map(textOf).join('\n'), headings }
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Every element that opens is closed, in order: what a reader of XML asks first. */
function assertNested(xml: string) {
  const open: string[] = []
  for (const [, closing, name = '', selfClosed] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) assert.equal(open.pop(), name)
    else if (!selfClosed) open.push(name)
  }
  assert.deepEqual(open, [])
}

/** The files of a zip archive, by its central directory (PKWARE APPNOTE 4.3). */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  assert.ok(end >= 0, 'a zip archive')
  const files = new Map<string, Buffer>()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const local = archive.readUInt32LE(at + 42)
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const packed = archive.subarray(start, start + size)
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength!)
    files.set(name, method === 0 ? packed : inflateRawSync(packed))
    at += 46 + nameLength! + extraLength! + noteLength!
  }
  return files
}

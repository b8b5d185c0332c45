/** Reads the mail our own sender makes: headers, text, HTML and attachments. Not a general reader of mail. */
export type MimeFile = { readonly filename: string; readonly contentType: string; readonly content: string }
export type ReadMail = {
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  readonly html: string | null
  readonly files: readonly MimeFile[]
}

type Part = { headers: Map<string, string>; body: string }

export function readMime(raw: Buffer): ReadMail {
  const top = partOf(raw.toString('latin1'))
  const leaves = leavesOf(top)
  const files = leaves.filter(isFile)
  const body = (type: string) => leaves.find((leaf) => !isFile(leaf) && typeOf(leaf).startsWith(type))
  const html = body('text/html')
  const text = body('text/plain')
  return {
    headers: top.headers,
    text: text ? contentOf(text) : '',
    html: html ? contentOf(html) : null,
    files: files.map((file) => ({
      filename: filenameOf(file),
      contentType: typeOf(file),
      content: contentOf(file),
    })),
  }
}

function partOf(raw: string): Part {
  const end = /\r?\n\r?\n/.exec(raw)
  const head = end ? raw.slice(0, end.index) : raw
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  const headers = new Map(
    lines.map((line): [string, string] => {
      const at = line.indexOf(':')
      return [line.slice(0, at).toLowerCase(), words(line.slice(at + 1).trim())]
    }),
  )
  return { headers, body: end ? raw.slice(end.index + end[0].length) : '' }
}

function leavesOf(part: Part): Part[] {
  const boundary = parameter(part.headers.get('content-type'), 'boundary')
  if (!boundary) return [part]
  const pieces = part.body.split(`--${boundary}`).slice(1, -1)
  return pieces.flatMap((piece) => leavesOf(partOf(piece.replace(/^\r?\n/, '').replace(/\r?\n$/, ''))))
}

const typeOf = (part: Part) => part.headers.get('content-type') ?? 'text/plain'
const isFile = (part: Part) => part.headers.get('content-disposition')?.startsWith('attachment') ?? false
const filenameOf = (part: Part) => parameter(part.headers.get('content-disposition'), 'filename') ?? 'file'

const parameter = (header: string | undefined, name: string): string | null =>
  new RegExp(`;\\s*${name}="?([^";]+)"?`, 'i').exec(header ?? '')?.[1] ?? null

function contentOf(part: Part): string {
  const encoding = part.headers.get('content-transfer-encoding')?.toLowerCase()
  if (encoding === 'base64') return Buffer.from(part.body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return quotedPrintable(part.body.replace(/=\r?\n/g, '')).replaceAll('\r\n', '\n')
  return Buffer.from(part.body, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')

/** Encoded words of RFC 2047. */
const words = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?[\w-]+\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replaceAll('_', ' ')),
    )

import { fileTypeFromBuffer } from 'file-type'
import { ok, problem, type Result } from '#kernel/result.ts'
import { imageIsSound } from './image-head.ts'
import { judgePdf } from './pdf.ts'

export type AttachmentKind = 'pdf' | 'png' | 'jpeg'
export type Attachment = { readonly kind: AttachmentKind; readonly contentType: string }
export type AttachmentProblem = 'too-large' | 'empty' | 'unsupported' | 'broken'

/** APNG and every other relative has a type of its own and is not in the list. */
const kinds: ReadonlyMap<string, AttachmentKind> = new Map([
  ['application/pdf', 'pdf'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpeg'],
])

/**
 * Says what an uploaded file is, by its content; its name and what the browser said of it are not asked. `unsupported`
 * also covers a PDF that can run something or carries files. This is a gate against accidents and the usual tricks, not
 * a virus scanner: serve attachments as downloads, with `nosniff`.
 */
export async function judgeAttachment(
  bytes: Uint8Array,
  { maxBytes }: { readonly maxBytes: number },
): Promise<Result<Attachment, AttachmentProblem>> {
  if (bytes.byteLength === 0) return problem('empty')
  if (bytes.byteLength > maxBytes) return problem('too-large')
  const contentType = (await fileTypeFromBuffer(bytes))?.mime ?? ''
  const kind = kinds.get(contentType)
  if (!kind) return problem('unsupported')
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const verdict = kind === 'pdf' ? judgePdf(content) : imageIsSound(kind, content) ? 'sound' : 'broken'
  return verdict === 'sound' ? ok({ kind, contentType }) : problem(verdict)
}

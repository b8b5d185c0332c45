import type { AttachmentKind } from './attachment.ts'

const extensions: Record<AttachmentKind, string> = { pdf: '.pdf', png: '.png', jpeg: '.jpg' }
const maxLength = 80

/**
 * A name that is safe to show, to download under and to put in a header: no path, no control or direction characters,
 * no leading dot. With `kind` it ends as the content demands, so that `scan.pdf.exe` is saved as `scan.pdf`.
 */
export function safeFileName(name: string, kind?: AttachmentKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[^\p{L}\p{N}\p{M} ._()-]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/^[. ]+|[. ]+$/g, '')
  if (!kind) return shortened(clean, maxLength) || 'file'
  const extension = extensions[kind]
  const stem = clean.replace(/(\.[A-Za-z0-9]{1,5})+$/, '')
  return `${shortened(stem, maxLength - extension.length) || 'file'}${extension}`
}

const shortened = (text: string, length: number): string => [...text].slice(0, length).join('').trim()

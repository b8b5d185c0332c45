import { type Id, newId } from '#kernel/ids.ts'
import { type Texts, texts } from '#kernel/language.ts'
import { ok, problem, type Result } from '#kernel/result.ts'
import { open, openBytes, seal, sealBytes } from '#platform/crypto/field.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { type AttachmentKind, type AttachmentProblem, judgeAttachment } from '#platform/storage/attachment.ts'
import { safeFileName } from '#platform/storage/file-name.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { type AttachmentRow, type SealedAttachment, saveAttachment } from './attachments.sql.ts'

export const attachmentLimits = { maxBytes: 10_000_000, maxFiles: 5 } as const
/** Of a whole form with its files. */
export const attachmentsBodyBytes = 32_000_000

/** A file whose content has been looked at. */
type Judged = { readonly name: string; readonly kind: AttachmentKind; readonly bytes: Buffer }

/** Judges every file by its content. The first that cannot be used is named in the message. */
export async function judgeFiles(files: readonly File[]): Promise<Result<readonly Judged[], Texts<string>>> {
  const judged: Judged[] = []
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer())
    const verdict = await judgeAttachment(bytes, attachmentLimits)
    if (!verdict.ok) return problem(fileProblem(safeFileName(file.name), verdict.problem))
    judged.push({ name: safeFileName(file.name, verdict.value.kind), kind: verdict.value.kind, bytes })
  }
  return ok(judged)
}

type OfCase = { readonly caseId: Id<'case'>; readonly personId: Id<'person'>; readonly key: PersonKey }

/** Seals names and contents under the person's key. */
export async function saveAttachments(
  tx: Tx,
  permit: Permit<'case.create'> | Permit<'case.attach'>,
  { caseId, personId, key }: OfCase,
  files: readonly Judged[],
): Promise<void> {
  for (const { name, kind, bytes } of files) {
    await saveAttachment(tx, {
      id: newId(),
      caseId,
      personId,
      kind,
      name: seal(key, 'attachments.name', name),
      content: sealBytes(key, 'attachments.content', bytes),
      sizeBytes: bytes.byteLength,
      organisationId: organisationOf(permit),
      uploadedBy: userOf(permit),
    })
  }
}

export const attachmentName = (key: PersonKey, row: Pick<AttachmentRow, 'name_sealed'>): string =>
  open(key, 'attachments.name', row.name_sealed)

const contentTypes: Readonly<Record<AttachmentKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
}

/** An attachment as it is sent to somebody who may see it: always as a download. */
export const openAttachment = (key: PersonKey, row: SealedAttachment) => ({
  bytes: openBytes(key, 'attachments.content', row.content_sealed),
  contentType: contentTypes[row.kind],
  name: safeFileName(attachmentName(key, row), row.kind),
})

function fileProblem(name: string, why: AttachmentProblem): Texts<string> {
  switch (why) {
    case 'too-large':
      return texts(
        `${name} er større end 10 MB. Vælg en mindre fil`,
        `${name} is larger than 10 MB. Choose a smaller file`,
      )
    case 'empty':
      return texts(`${name} er tom. Vælg en anden fil`, `${name} is empty. Choose another file`)
    case 'unsupported':
      return texts(
        `${name} er ikke en almindelig PDF, PNG eller JPEG. Gem den som en af dem uden adgangskode, og vælg den igen`,
        `${name} is not a plain PDF, PNG or JPEG. Save it as one of them without a password and choose it again`,
      )
    case 'broken':
      return texts(
        `${name} kan ikke læses. Åbn og gem filen igen, og vælg den så på ny`,
        `${name} cannot be read. Open and save the file again, then choose it once more`,
      )
  }
}

import { formats } from '#kernel/format.ts'
import { type Texts, texts } from '#kernel/language.ts'
import { ok, problem } from '#kernel/result.ts'
import { type Field, isReadable, type Sent, type SettledField, settledField } from './form-field.ts'
import { fileTooLarge, formTexts, tooManyFiles } from './form-texts.ts'

type FileLimits = { readonly maxBytes: number; readonly missing?: Texts<string> }

/** One uploaded file. What is really in it is for the storage to find out: the browser's word for its type is not. */
export function file({ maxBytes, missing = formTexts.missingFile }: FileLimits): Field<File> {
  const none = () => [] as const
  const optional: Field<File | null> = {
    echoes: none,
    read(sent, name) {
      const [first] = filesOf(sent, name)
      if (!first) return ok(null)
      const wrong = problemOf(first, maxBytes)
      return wrong ? problem(wrong) : ok(first)
    },
    optional: () => optional,
  }
  return {
    echoes: none,
    read(sent, name) {
      const read = optional.read(sent, name)
      if (!read.ok) return read
      return read.value ? ok(read.value) : problem(missing)
    },
    optional: () => optional,
  }
}

type ListLimits = FileLimits & { readonly maxFiles: number; readonly min?: number }

/** Several uploaded files, at least `min` (0); `maxBytes` is for each. */
export function fileList(limits: ListLimits): SettledField<readonly File[]> {
  const { maxBytes, maxFiles, min = 0, missing = formTexts.missingFile } = limits
  return settledField(
    (sent, name) => {
      const files = filesOf(sent, name)
      if (files.length < min) return problem(missing)
      if (files.length > maxFiles) return problem(tooManyFiles(maxFiles))
      const wrong = files.map((each) => problemOf(each, maxBytes)).find((each) => each !== null)
      return wrong ? problem(wrong) : ok(files)
    },
    () => [],
  )
}

/** A browser sends a nameless empty file where none was chosen. */
const filesOf = (sent: Sent, name: string): readonly File[] =>
  sent(name).filter((value) => typeof value !== 'string' && (value.size > 0 || value.name !== '')) as File[]

function problemOf(sent: File, maxBytes: number): Texts<string> | null {
  if (!isReadable(sent.name)) return formTexts.fileName
  if (sent.size <= maxBytes) return null
  return fileTooLarge(texts(formats('da').fileSize(maxBytes), formats('en').fileSize(maxBytes)))
}

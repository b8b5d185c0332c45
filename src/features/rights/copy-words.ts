import { lookWords } from '#features/my-cases/index.ts'
import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { Purpose } from '#policy/categories.ts'
import type { ActionName } from '#policy/vocabulary.ts'
import type { CopyItem } from './collect-copy.ts'
import { copyTexts } from './copy.texts.ts'
import { downloadTexts } from './download-copy.texts.ts'
import { fieldWords } from './field-words.ts'
import { rightTexts } from './rights.texts.ts'
import { readRight } from './rights.ts'

/** One thing that is held as names and values to read. Codes that have no words stand as they are stored. */
export const readable = (item: CopyItem, language: Language): { label: string; value: string }[] =>
  Object.entries(item).map(([name, value]) => ({
    label: copyTexts[language].labels[name] ?? (name === 'content' ? copyTexts[language].labels['value']! : name),
    value: inWords(name, value, language),
  }))

function inWords(name: string, value: unknown, language: Language): string {
  const { dateTime, dateShort, fileSize } = formats(language)
  if (value instanceof Temporal.Instant) return dateTime(value)
  if (value instanceof Temporal.PlainDate) return dateShort(value)
  if (typeof value === 'boolean') return copyTexts[language][value ? 'yes' : 'no']
  if (Array.isArray(value)) return value.map((one: unknown) => fieldWords(String(one), language)).join(', ')
  if (name === 'sizeBytes') return fileSize(Number(value))
  return ofCode(name, String(value), language)
}

function ofCode(name: string, value: string, language: Language): string {
  const words = lookWords[language]
  switch (name) {
    case 'content':
      return downloadTexts[language].inFile
    case 'field':
      return fieldWords(value, language)
    case 'action':
      return words.done[value as ActionName] ?? value
    case 'purpose':
      return words.why[value as Purpose] ?? value
    case 'right': {
      const right = readRight(value)
      return right ? rightTexts[language].rights[right].name : value
    }
    default:
      return value
  }
}

import { activityName } from '#features/direct-requests/index.ts'
import { readRight, rightTexts } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { doingInWords } from './doing-words.ts'
import type { OwnItem } from './own-copy.ts'
import { ownDataTexts } from './own-words.texts.ts'

type Reading = { readonly page: Page; readonly model: PolicyModel }

/** One thing that is held, as names and values to read. Codes that have no words stand as they are stored. */
export const readableOwn = (reading: Reading, item: OwnItem): { label: string; value: string }[] =>
  Object.entries(item).map(([name, value]) => ({
    label: ownDataTexts[reading.page.language].labels[name] ?? name,
    value: inWords(reading, name, value),
  }))

function inWords(reading: Reading, name: string, value: unknown): string {
  const { language } = reading.page
  const { dateTime, dateShort } = formats(language)
  if (value instanceof Temporal.Instant) return dateTime(value)
  if (value instanceof Temporal.PlainDate) return dateShort(value)
  if (typeof value === 'boolean') return ownDataTexts[language][value ? 'yes' : 'no']
  if (Array.isArray(value)) return value.map((one: unknown) => ofCode(reading, name, String(one))).join(', ')
  return ofCode(reading, name, String(value))
}

function ofCode({ page, model }: Reading, name: string, value: string): string {
  if (name === 'action') return doingInWords(value, page.language)
  if (name === 'activity') return activityName(model, value, page)
  if (name === 'right') {
    const right = readRight(value)
    return right ? rightTexts[page.language].rights[right].name : value
  }
  return ownDataTexts[page.language].values[value] ?? value
}

import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import type { TimelineItem } from '#platform/design/index.ts'
import type { CaseEventRow } from './case-events.sql.ts'
import { caseFieldTexts } from './case-fields.ts'
import { timelineTexts } from './case-timeline.texts.ts'
import { consentFieldTexts } from './consent-fields.texts.ts'

type CaseEvent = CaseEventRow & { readonly summary: string | null }

/** What happened, in words, newest first as the rows came. */
export const timelineOf = (events: readonly CaseEvent[], language: Language): readonly TimelineItem[] =>
  events.map((event) => ({
    title: titleOf(event, language),
    time: formats(language).dateTime(event.at),
    datetime: event.at.toString(),
    body: bodyOf(event, language),
  }))

function titleOf(event: CaseEventRow, language: Language): string {
  const t = timelineTexts[language]
  const clinic = event.clinic ?? ''
  const when = event.starts_at ? formats(language).weekdayDateTime(event.starts_at) : ''
  switch (event.kind) {
    case 'created':
      return t.created
    case 'granted':
      return t.granted(event.sessions ?? 0)
    case 'consent-marked':
      return t.consentMarked(wordFor(consentFieldTexts[language].meansOf, event.what))
    case 'consent-withdrawn':
      return t.consentWithdrawn
    case 'referral-erased':
      return t.referralErased
    case 'disclosed':
      return t.disclosed(clinic)
    case 'told-authority':
      return t.disclosed(event.what ?? '')
    case 'attached':
      return t.attached(event.sessions ?? 0)
    case 'booked':
      return t.booked(when, clinic)
    case 'moved':
      return t.moved(when, clinic)
    case 'cancelled':
      return t.cancelled(when, clinic)
    case 'completed':
      return t.completed(when, clinic)
    case 'no-show':
      return t.noShow(when, clinic)
    case 'requested':
      return t.requested(event.sessions ?? 0, clinic)
    case 'refused':
      return t.refused(clinic)
    case 'closed':
      return t.closed(clinic)
  }
}

function bodyOf({ kind, what, fields, by_name, summary }: CaseEvent, language: Language): string | null {
  const t = timelineTexts[language]
  switch (kind) {
    case 'disclosed':
      return fieldNames(fields ?? [], language)
    case 'booked':
    case 'moved':
      return wordFor(t.bookedBy, what)
    case 'cancelled':
      return wordFor(t.cancelledBy, what)
    case 'consent-withdrawn':
      return wordFor(t.withdrawnBy, what)
    case 'closed':
      return [wordFor(t.outcomes, what), summary].filter(Boolean).join('. ')
    default:
      return by_name ? t.by(by_name) : null
  }
}

/** The names of disclosed fields in words: `navn og kontakt, CPR-nummer, …`. */
export function fieldNames(fields: readonly string[], language: Language): string {
  const names: Readonly<Record<string, string>> = {
    ...timelineTexts[language].fields,
    ...Object.fromEntries(
      Object.entries(caseFieldTexts[language]).map(([name, { label }]) => [name, label.toLowerCase()]),
    ),
  }
  return fields.map((field) => names[field] ?? field).join(', ')
}

const wordFor = (words: Readonly<Record<string, string>>, key: string | null): string => (key && words[key]) || ''

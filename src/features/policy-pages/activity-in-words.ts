import type { Language } from '#kernel/language.ts'
import type { DataCategory } from '#policy/categories.ts'
import type { DisclosureLaw } from '#policy/disclosure-laws.ts'
import type { Activity, Article9, LegalBasis } from '#policy/model.ts'
import { retentionWarnings } from '#policy/retention.ts'
import { modelWords } from './model-words.ts'
import { privacyTexts } from './privacy.texts.ts'
import { privacyWords } from './privacy-words.ts'
import { capital, dutyIn, holdIn, partIn, spanIn } from './retention-words.ts'

/** What an activity means for the person whose data it is about, in that person's words. */
export type ActivityInWords = {
  readonly purpose: string
  readonly responsible: string
  readonly data: string
  readonly why: string
  /** What lifts the ban on sensitive data; null where there are none. */
  readonly sensitive: string | null
  readonly source: string
  readonly shared: readonly string[]
  /** When it goes at the latest, and why then. */
  readonly kept: string
  /** What of it goes sooner. */
  readonly sooner: readonly string[]
  /** What may keep it longer than that. */
  readonly held: readonly string[]
  /** What a law wants somebody to keep, and which law. */
  readonly duties: readonly string[]
  /** The laws by which an authority can ask, each with who may and when. */
  readonly laws: readonly string[]
  /** Whether the clinic must keep longer than we do, and so takes over what is its own. */
  readonly isHandedOver: boolean
}

export function activityInWords(activity: Activity, language: Language): ActivityInWords {
  const [t, words] = [privacyTexts[language], privacyWords[language]]
  const { article9, data, recipients, retention, source } = activity
  const { maximum, minimum = [], parts = [], holds = [], from } = retention
  return {
    purpose: modelWords[language].purposes[activity.purpose],
    responsible:
      activity.role === 'processor'
        ? t.processor(activity.onBehalfOf.map((kind) => t.whoms[kind]).join(t.or))
        : t.controller,
    data: dataInWords(data, language),
    why: basisIn(activity.basis, language),
    sensitive: article9 && conditionIn(article9, language),
    source: [...new Set(source.map((one) => words.sources[one]))].join(', '),
    shared: recipients.length > 0 ? recipients.map((recipient) => words.recipients[recipient]) : [t.nobody],
    kept: `${capital(spanIn(language, { period: maximum.period, from }))}. ${maximum.because[language]}`,
    sooner: parts.map((part) => `${partIn(language, part)}. ${part.because[language]}`),
    held: holds.map((ground) => holdIn(language, ground)),
    duties: minimum.map((duty) => dutyIn(language, duty)),
    laws: (activity.laws ?? []).map((one) => lawIn(one, language)),
    isHandedOver: retentionWarnings(retention).some(({ kind }) => kind === 'duty-outlasts-promise'),
  }
}

/** Kinds of data as one would say them: `navn og kontaktoplysninger, dine tider`. */
export const dataInWords = (data: readonly DataCategory[], language: Language): string =>
  data.map((category) => privacyWords[language].data[category]).join(', ')

/** `Datatilsynet, databeskyttelsesloven § 29: Datatilsynet undersøger …` */
export const lawIn = ({ authority, law, when }: DisclosureLaw, language: Language): string =>
  `${authority[language]}, ${law[language]}: ${when[language]}`

function conditionIn(article9: Article9, language: Language): string {
  const { conditions, givenTo } = privacyWords[language]
  const to = article9.condition === 'explicit-consent' && article9.givenTo ? ` ${givenTo[article9.givenTo]}` : ''
  return `${conditions[article9.condition]}${to}${article9.law ? ` (${article9.law[language]})` : ''}`
}

function basisIn(basis: LegalBasis, language: Language): string {
  const interest = basis.article6 === 'legitimate-interests' ? `: ${basis.interest[language]}` : ''
  return `${privacyWords[language].bases[basis.article6]}${interest}${basis.law ? ` (${basis.law[language]})` : ''}`
}

import type { Language } from '#kernel/language.ts'
import type { RecordLine } from '#policy/article30.ts'
import { type DataCategory, protectionOf } from '#policy/categories.ts'
import type { ConsentForm } from '#policy/consent-form.ts'
import type { Activity, Article9, LegalBasis } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import { lawIn } from './activity-in-words.ts'
import { countryIn, modelWords } from './model-words.ts'
import { recordTexts } from './record.texts.ts'
import { capital, dutyIn, holdIn, partIn, spanIn, warningIn } from './retention-words.ts'

/** Every field of a line of the record, said in words; each is a list of lines and never empty. */
export type LineInWords = Readonly<
  Record<
    | 'onBehalfOf'
    | 'purpose'
    | 'basis'
    | 'article9'
    | 'subjects'
    | 'data'
    | 'source'
    | 'recipients'
    | 'processors'
    | 'transfers'
    | 'minimum'
    | 'maximum',
    readonly string[]
  >
> & { readonly warnings: readonly string[] }

export function inWords(line: RecordLine, language: Language): LineInWords {
  const { activity, processors, transfers, warnings } = line
  const [t, said] = [recordTexts[language], modelWords[language]]
  const { retention } = activity
  const some = (items: readonly string[], otherwise = t.none) => (items.length > 0 ? items : [otherwise])
  const named = <Code extends string>(codes: readonly Code[], names: Readonly<Record<Code, string>>) =>
    some(codes.map((code) => names[code]))
  return {
    onBehalfOf: some(behalfOf(activity).map((kind) => said.behalf[kind])),
    purpose: [said.purposes[activity.purpose]],
    basis: basisIn(language, activity.basis),
    article9: some(conditionIn(language, activity.article9)),
    subjects: named(activity.subjects, said.subjects),
    data: dataIn(language, activity.data),
    source: named(activity.source, said.sources),
    recipients: [
      ...named(activity.recipients, said.recipients),
      ...(activity.laws ?? []).map((one) => lawIn(one, language)),
    ],
    processors: some(
      processors.map((one) => `${one.name} (${countryIn(language, one.country)}): ${one.does[language]}`),
    ),
    transfers: some(
      transfers.map((one) => transferIn(language, one)),
      t.noTransfers,
    ),
    minimum: some(
      (retention.minimum ?? []).map((duty) => dutyIn(language, duty)),
      t.noMinimum,
    ),
    maximum: [
      `${capital(spanIn(language, { period: retention.maximum.period, from: retention.from }))}. ${retention.maximum.because[language]}`,
      ...(retention.parts ?? []).map((part) => `${partIn(language, part)}. ${part.because[language]}`),
      ...(retention.holds ?? []).map((ground) => holdIn(language, ground)),
    ],
    warnings: warnings.map((warning) => warningIn(language, warning, retention.maximum.period)),
  }
}

export const behalfOf = (activity: Activity): readonly ('insurer' | 'clinic')[] =>
  activity.role === 'processor' ? activity.onBehalfOf : []

function basisIn(language: Language, basis: LegalBasis): readonly string[] {
  const interest = basis.article6 === 'legitimate-interests' ? `: ${basis.interest[language]}` : ''
  return [
    `${modelWords[language].bases[basis.article6]}${interest}`,
    ...(basis.law ? [basis.law[language]] : []),
    ...(basis.article6 === 'consent' ? [consentIn(language, basis.form)] : []),
  ]
}

function consentIn(language: Language, form: ConsentForm): string {
  const t = recordTexts[language]
  return form.kind === 'statement' ? t.consentWords(form.statement[language]) : t.consentByCookieQuestion
}

function conditionIn(language: Language, article9: Article9 | null): readonly string[] {
  if (!article9) return []
  const condition = modelWords[language].conditions[article9.condition]
  const givenTo = article9.condition === 'explicit-consent' ? article9.givenTo : undefined
  return [
    givenTo ? `${condition}, ${recordTexts[language].givenTo[givenTo]}` : condition,
    ...(article9.law ? [article9.law[language]] : []),
  ]
}

/** Grouped as the authority's template does: ordinary, the CPR number, sensitive. */
function dataIn(language: Language, data: readonly DataCategory[]): readonly string[] {
  const said = modelWords[language]
  return (['ordinary', 'cpr', 'sensitive', 'none'] as const).flatMap((protection) => {
    const here = data.filter((category) => protectionOf(category) === protection).map((category) => said.data[category])
    if (here.length === 0) return []
    return protection === 'none' ? [said.protections.none] : [`${said.protections[protection]}: ${here.join('; ')}`]
  })
}

const transferIn = (language: Language, one: Processor): string =>
  `${one.name}, ${countryIn(language, one.country)}: ${transferBasisIn(language, one)}`

export const transferBasisIn = (language: Language, { transferBasis }: Processor): string =>
  transferBasis ? modelWords[language].transferBases[transferBasis] : recordTexts[language].insideEea

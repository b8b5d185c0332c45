import type { Language } from '#kernel/language.ts'
import { writeSheet } from '#platform/sheet/write-sheet.ts'
import { article30Of, type RecordLine } from '#policy/article30.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { ControllerRow } from './controllers.sql.ts'
import { countryIn } from './model-words.ts'
import { recordTexts } from './record.texts.ts'
import { behalfOf, inWords } from './record-in-words.ts'

/**
 * The record as a sheet that stands alone, one row for each activity: first words in the reader's language, for people, then the codes of
 * the model under names that never change, for machines.
 */
export function article30Csv(model: PolicyModel, language: Language, served: readonly ControllerRow[]): Uint8Array {
  const rows = article30Of(model).map((line) => [
    ...wordsOf(line, { model, language, served }),
    ...Object.entries(codesOf(line, model)),
  ])
  const [first = []] = rows
  return writeSheet([first.map(([head]) => head), ...rows.map((row) => row.map(([, cell]) => cell))])
}

type Cell = readonly [head: string, cell: string]
type Reading = { model: PolicyModel; language: Language; served: readonly ControllerRow[] }

function wordsOf(line: RecordLine, { model, language, served }: Reading): Cell[] {
  const t = recordTexts[language]
  const { activity, processors } = line
  const { warnings, onBehalfOf, ...said } = inWords(line, language)
  const { controller } = model
  const officer = controller.dataProtectionOfficer
  const acting = served.filter(({ kind }) => behalfOf(activity).includes(kind === 'insurer' ? 'insurer' : 'clinic'))
  return [
    [t.activity, activity.name[language]],
    [t.what, activity.sentence[language]],
    [t.role, t.roles[activity.role]],
    [t.onBehalfOf, lines(onBehalfOf)],
    [t.controllers, lines(acting.map(({ name, cvr, email, phone }) => `${name}, CVR ${cvr}, ${email}, ${phone}`))],
    ...Object.entries(said).map(([field, value]): Cell => [t[field as keyof typeof said], lines(value)]),
    [t.attention, lines(warnings)],
    [
      t.agreements,
      lines(
        processors.map(
          (one) => `${one.name}, ${countryIn(language, one.country)}, ${one.agreedOn}: ${one.measures[language]}`,
        ),
      ),
    ],
    [t.security, lines(model.measures.map(({ heading, text }) => `${heading[language]}: ${text[language]}`))],
    [t.who, `${controller.name}, CVR ${controller.cvr}, ${controller.address}, ${controller.email}`],
    [t.officer, `${officer.name}, ${officer.email}`],
  ]
}

/** Several values in one cell, each on a line of its own, as a spreadsheet shows them. */
const lines = (values: readonly string[]) => values.join('\n')

const codesOf = (
  { activity, processors, transfers, warnings }: RecordLine,
  { site, version, validFrom }: PolicyModel,
) => ({
  site,
  version,
  valid_from: validFrom,
  activity: activity.id,
  role: activity.role,
  on_behalf_of: behalfOf(activity).join(' '),
  purpose: activity.purpose,
  legal_basis: activity.basis.article6,
  article_9: activity.article9?.condition ?? '',
  subjects: activity.subjects.join(' '),
  data: activity.data.join(' '),
  source: activity.source.join(' '),
  recipients: activity.recipients.join(' '),
  laws: (activity.laws ?? []).map(({ id }) => id).join(' '),
  processors: processors.map(({ id }) => id).join(' '),
  transfers: transfers.map(({ id, country, transferBasis }) => `${id}:${country}:${transferBasis}`).join(' '),
  minimum: (activity.retention.minimum ?? []).map(({ period, from, on }) => `${period}:${from}:${on}`).join(' '),
  maximum: activity.retention.maximum.period,
  maximum_from: activity.retention.from,
  shorter_parts: (activity.retention.parts ?? []).map(({ id, period, from }) => `${id}:${period}:${from}`).join(' '),
  holds: (activity.retention.holds ?? []).map(({ id }) => id).join(' '),
  warnings: warnings.map(({ kind, duty }) => `${kind}:${duty.period}`).join(' '),
  promises: activity.promises.join(' '),
})

import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { Block, Document, Fact, Part } from '#platform/document/document.ts'
import { article30Of, type RecordLine } from '#policy/article30.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { ControllerRow } from './controllers.sql.ts'
import { measureParts } from './measure-parts.ts'
import { countryIn, modelWords } from './model-words.ts'
import { recordTexts } from './record.texts.ts'
import { behalfOf, inWords, transferBasisIn } from './record-in-words.ts'
import { capital, spanIn } from './retention-words.ts'

/**
 * The record of processing of one site, complete by GDPR art. 30(1) and (2), for the page, the Word file and the file beside the code.
 * `served` are the controllers on whose behalf we act, as far as the reader may know them.
 */
export function recordDocument(model: PolicyModel, language: Language, served: readonly ControllerRow[]): Document {
  const t = recordTexts[language]
  const lines = article30Of(model)
  const own = lines.filter(({ activity }) => activity.role === 'controller')
  const others = lines.filter(({ activity }) => activity.role === 'processor')
  const from = dateIn(language, model.validFrom)
  const activities = (title: string, id: string, rest: { lines: readonly RecordLine[]; blocks?: readonly Block[] }) =>
    rest.lines.length === 0
      ? []
      : [{ id, heading: title, blocks: rest.blocks ?? [], parts: rest.lines.map((line) => linePart(line, language)) }]
  return {
    title: t.title,
    lead: t.lead(t.sites[model.site] ?? model.site, model.version, from),
    parts: [
      whoPart(model, language),
      ...attentionPart(lines, language),
      overviewPart(lines, language),
      ...activities(t.asController, 'controller', { lines: own }),
      ...activities(t.asProcessor, 'processor', {
        lines: others,
        blocks: controllersBlocks(others, served, language),
      }),
      processorsPart(model, language),
      securityPart(model, language),
    ],
  }
}

const dateIn = (language: Language, date: string) => formats(language).date(Temporal.PlainDate.from(date))

function whoPart({ controller }: PolicyModel, language: Language): Part {
  const t = recordTexts[language]
  const { name, email } = controller.dataProtectionOfficer
  const facts = [
    { label: t.keeper, value: controller.name },
    { label: t.cvr, value: controller.cvr },
    { label: t.address, value: controller.address },
    { label: t.contact, value: controller.email },
    { label: t.officer, value: `${name}, ${email}` },
  ]
  return { id: 'who', heading: t.who, blocks: [{ kind: 'facts', facts }] }
}

/** Where a promise and a duty differ, before everything else: it is what a reader of the record must act on. */
function attentionPart(lines: readonly RecordLine[], language: Language): Part[] {
  const t = recordTexts[language]
  const warned = lines.flatMap((line) =>
    inWords(line, language).warnings.map(
      (text): Block => ({
        kind: 'warning',
        text: `${line.activity.name[language]}. ${text}`,
      }),
    ),
  )
  if (warned.length === 0) return []
  return [{ id: 'attention', heading: t.attention, blocks: [{ kind: 'text', text: t.attentionText }, ...warned] }]
}

function overviewPart(lines: readonly RecordLine[], language: Language): Part {
  const t = recordTexts[language]
  const rows = lines.map(({ activity }) => [
    activity.name[language],
    capital(t.roles[activity.role]),
    capital(modelWords[language].purposes[activity.purpose]),
    capital(spanIn(language, { ...activity.retention.maximum, from: activity.retention.from })),
  ])
  const table: Block = { kind: 'table', caption: t.activities, heads: [t.activity, t.role, t.purpose, t.maximum], rows }
  return { id: 'overview', heading: t.overview, blocks: [table] }
}

function linePart(line: RecordLine, language: Language): Part {
  const t = recordTexts[language]
  const { activity } = line
  const { warnings, ...said } = inWords(line, language)
  const fields = (Object.keys(said) as (keyof typeof said)[]).filter((field) => !isVoid(field, line))
  const facts: Fact[] = [
    ...fields.map((field) => ({ label: t[field], value: said[field] })),
    { label: t.code, value: activity.id },
  ]
  return {
    id: activity.id.replaceAll('.', '-'),
    heading: activity.name[language],
    blocks: [
      { kind: 'text', text: activity.sentence[language] },
      { kind: 'facts', facts },
      ...warnings.map((text): Block => ({ kind: 'warning', text })),
    ],
  }
}

/** Fields that do not arise: nobody to act for, no sensitive data to except. */
const isVoid = (field: string, { activity }: RecordLine) =>
  (field === 'onBehalfOf' && activity.role === 'controller') || (field === 'article9' && !activity.article9)

function controllersBlocks(
  others: readonly RecordLine[],
  served: readonly ControllerRow[],
  language: Language,
): Block[] {
  const t = recordTexts[language]
  if (served.length === 0) {
    const kinds = new Set(others.flatMap(({ activity }) => behalfOf(activity)))
    const named = [...kinds].map((kind) => modelWords[language].behalf[kind])
    return [{ kind: 'text', text: t.noControllers(named.join(language === 'da' ? ' og ' : ' and ')) }]
  }
  const { name, kind, cvr, contact } = t.columns
  const rows = served.map((one) => [one.name, t.kinds[one.kind] ?? one.kind, one.cvr, `${one.email}, ${one.phone}`])
  return [{ kind: 'table', caption: t.controllers, heads: [name, kind, cvr, contact], rows }]
}

function processorsPart({ processors }: PolicyModel, language: Language): Part {
  const t = recordTexts[language]
  return {
    id: 'processors',
    heading: t.processorsTitle,
    blocks: [{ kind: 'text', text: t.processorsText }],
    parts: processors.map((one) => ({
      id: `processor-${one.id}`,
      heading: one.name,
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: t.does, value: one.does[language] },
            { label: t.country, value: countryIn(language, one.country) },
            { label: t.agreed, value: dateIn(language, one.agreedOn) },
            { label: t.transferBasis, value: transferBasisIn(language, one) },
            { label: t.measures, value: one.measures[language] },
          ],
        },
      ],
    })),
  }
}

const securityPart = (model: PolicyModel, language: Language): Part => ({
  id: 'security',
  heading: recordTexts[language].security,
  blocks: [],
  parts: measureParts(model, language),
})

import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { Temporal } from '#kernel/time.ts'
import type { Block, Document, Fact, Part } from '#platform/document/document.ts'
import type { RecipientKind } from '#policy/categories.ts'
import { restsOnConsentAlone } from '#policy/consent-alone.ts'
import { type Activity, type PolicyModel, processorsOf } from '#policy/model.ts'
import { comparePeriods } from '#policy/retention.ts'
import { activityInWords } from './activity-in-words.ts'
import { measureParts } from './measure-parts.ts'
import { countryIn } from './model-words.ts'
import { privacyTexts } from './privacy.texts.ts'
import { privacyWords } from './privacy-words.ts'
import { spanIn } from './retention-words.ts'

/** The privacy policy of one site as the people whose data it is about read it (GDPR art. 12 to 14). */
export function privacyDocument(model: PolicyModel, language: Language): Document {
  const t = privacyTexts[language]
  const from = formats(language).date(Temporal.PlainDate.from(model.validFrom))
  return {
    title: t.title,
    lead: t.lead(model.version, from),
    parts: [
      { id: 'brief', heading: t.brief, blocks: [{ kind: 'list', items: briefly(model, language) }] },
      ...groupsOf(model).map(({ group, activities }) => ({
        id: group,
        heading: t.groups[group],
        blocks: [],
        parts: activities.map((activity) => activityPart(model, activity, language)),
      })),
      helpersPart(model, language),
      { id: 'security', heading: t.security, blocks: [], parts: measureParts(model, language) },
      rightsPart(model, language),
      contactPart(model, language),
    ],
  }
}

const actsForOthers = ({ activities }: PolicyModel) => activities.some(({ role }) => role === 'processor')

/** What most people want to know, each sentence from the model. */
function briefly(model: PolicyModel, language: Language): string[] {
  const t = privacyTexts[language]
  const { name } = model.controller
  const reached = new Set(model.activities.flatMap(({ recipients }) => recipients))
  const others = (['insurer', 'clinic', 'authority'] satisfies RecipientKind[]).filter((kind) => reached.has(kind))
  const shared = others.map((kind) => privacyWords[language].recipients[kind])
  const [shortest] = model.activities
    .map(({ retention }) => retention)
    .filter(({ from }) => from === 'course-end')
    .sort((a, b) => comparePeriods(a.maximum.period, b.maximum.period))
  const onConsent = restsOnConsentAlone(model.activities).map((category) => privacyWords[language].data[category])
  return [
    actsForOthers(model) ? t.asProcessor(name) : t.asController(name),
    shared.length > 0 ? t.onlyShared(listed(shared, language)) : t.sharedWithNobody,
    ...(shortest ? [t.caseErased(spanIn(language, { period: shortest.maximum.period, from: shortest.from }))] : []),
    ...(onConsent.length > 0 ? [t.goesWithConsent(listed(onConsent, language))] : []),
    ...(model.thirdCountries === 'none' ? [t.staysInEea] : []),
    t.noMachine,
    t.youDecide,
  ]
}

const listed = (items: readonly string[], language: Language) =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(language === 'da' ? closedBeforeAnd(items) : items)

/** Danish closes a clause before the last `og` by a comma; English has one there already. */
const closedBeforeAnd = (items: readonly string[]) =>
  items.map((item, at) => (at === items.length - 2 && item.includes(',') ? `${item},` : item))

const groups = ['patient', 'work', 'visitor'] as const
type Group = (typeof groups)[number]

const groupsOf = ({ activities }: PolicyModel) =>
  groups
    .map((group) => ({ group, activities: activities.filter((one) => groupOf(one) === group) }))
    .filter(({ activities }) => activities.length > 0)

function groupOf({ subjects }: Activity): Group {
  if (subjects.includes('patient')) return 'patient'
  return subjects.some((one) => one === 'business-contact' || (one === 'staff' && !subjects.includes('visitor')))
    ? 'work'
    : 'visitor'
}

function activityPart(model: PolicyModel, activity: Activity, language: Language): Part {
  const t = privacyTexts[language]
  const part = { id: activity.id.replaceAll('.', '-'), heading: activity.name[language] }
  const sentence: Block = { kind: 'text', text: activity.sentence[language] }
  if (activity.data.every((category) => category === 'none')) return { ...part, blocks: [sentence] }
  const said = activityInWords(activity, language)
  const helpers = processorsOf(model, activity).map(({ name }) => name)
  const details: Fact[] = [
    { label: t.purpose, value: said.purpose },
    { label: t.responsible, value: said.responsible },
    { label: t.why, value: said.why },
    ...(said.sensitive ? [{ label: t.sensitive, value: said.sensitive }] : []),
    { label: t.source, value: said.source },
    ...(said.sooner.length > 0 ? [{ label: t.sooner, value: said.sooner }] : []),
    ...(said.held.length > 0 ? [{ label: t.held, value: said.held }] : []),
    ...(helpers.length > 0 ? [{ label: t.helpers, value: helpers.join(', ') }] : []),
    ...(said.duties.length > 0
      ? [{ label: t.duty, value: [...said.duties, ...(said.isHandedOver ? [t.handedOver] : [])] }]
      : []),
  ]
  const { basis } = activity
  const main: Fact[] = [
    ...('form' in basis && basis.form.kind === 'statement'
      ? [
          { label: t.agreeTo, value: basis.form.statement[language] },
          { label: t.withdrawing, value: basis.form.withdrawing[language] },
        ]
      : []),
    { label: t.data, value: said.data },
    { label: t.shared, value: said.shared },
    ...(said.laws.length > 0 ? [{ label: t.laws, value: said.laws }] : []),
    { label: t.kept, value: said.kept },
  ]
  const blocks: Block[] = [
    sentence,
    { kind: 'facts', facts: main },
    { kind: 'more', summary: t.more(activity.name[language]), facts: details },
  ]
  return { ...part, blocks }
}

function helpersPart({ processors }: PolicyModel, language: Language): Part {
  const t = privacyTexts[language]
  const facts = processors.map(({ name, country, does }) => ({
    label: t.helper(name, countryIn(language, country)),
    value: `${does[language]}.`,
  }))
  return {
    id: 'helpers',
    heading: t.processorsTitle,
    blocks: [
      { kind: 'text', text: t.processorsText },
      { kind: 'facts', facts },
    ],
  }
}

function rightsPart(model: PolicyModel, language: Language): Part {
  const t = privacyTexts[language]
  return {
    id: 'rights',
    heading: t.rights,
    blocks: [
      { kind: 'list', items: t.rightsList },
      { kind: 'text', text: actsForOthers(model) ? t.howAsProcessor : t.howAsController },
      { kind: 'text', text: t.complaint },
    ],
  }
}

function contactPart({ controller }: PolicyModel, language: Language): Part {
  const t = privacyTexts[language]
  const { name, email } = controller.dataProtectionOfficer
  const facts = [
    { label: t.name, value: controller.name },
    { label: t.address, value: controller.address },
    { label: t.cvr, value: controller.cvr },
    { label: t.email, value: controller.email },
    { label: t.officer, value: `${name}, ${email}` },
  ]
  return { id: 'contact', heading: t.contact, blocks: [{ kind: 'facts', facts }] }
}

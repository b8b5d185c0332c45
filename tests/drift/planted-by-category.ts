import { formats } from '#kernel/format.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { PersonalData } from '#policy/categories.ts'
import { planted, plantedNumbers } from '#tests/cast/plant-person.ts'
import type { TestClock } from '#tests/harness/clock.ts'

/** Instants that nothing else in the world has, so that a page that shows one shows what it stands for. */
export type Moments = {
  readonly visitsAt: Temporal.Instant
  readonly consentedOn: Temporal.PlainDate
  readonly disclosedAt: Temporal.Instant
}

/** The visit begins at a minute that no opening hour has and that is not near this one; consent and transfer lie further back than any list of days. */
export function momentsOf({ now }: TestClock): Moments {
  const here = now().toZonedDateTimeISO('Europe/Copenhagen')
  const minute = Math.abs(here.minute - 17) > 10 ? 17 : 47
  const workday = here.add({ days: 8 + (here.dayOfWeek > 5 ? 3 : 0) })
  return {
    visitsAt: workday.with({ hour: 10, minute, second: 0, millisecond: 0 }).toInstant(),
    consentedOn: here.subtract({ days: 67 }).toPlainDate(),
    disclosedAt: here.subtract({ days: 45 }).with({ hour: 3, minute: 41 }).toInstant(),
  }
}

export type Marks = Readonly<Record<PersonalData, readonly RegExp[]>>

/** What betrays each category on a page or in a file. Names of staff are those of the cast; `viewer` is who looks, whose own name frames the page. */
export function marksFor({ visitsAt, consentedOn, disclosedAt }: Moments, viewer: string): Marks {
  const atWork = ['Mette Sagsen', 'Ali Sagsen', 'Sara Skranke', 'Peter Testersen', 'Sofie Testersen', 'Lone Leder']
  return {
    contact: [...words(planted.name, planted.email), spaced(planted.phone)],
    cpr: words(planted.cpr, planted.cprDigits),
    booking: [timeOf(visitsAt)],
    'consent-history': daysOf(consentedOn),
    'health.approval': words(planted.answer, plantedNumbers.case, plantedNumbers.api),
    'health.request': words(planted.objection, planted.proposal),
    'health.referral': words(
      planted.complaint,
      planted.bodyPart,
      planted.onset,
      planted.diagnosis,
      planted.attachment,
      planted.fileName,
    ),
    'health.course': words(planted.note, planted.cancellation),
    'health.report': words(planted.reason, planted.summary),
    'business-contact': words(
      ...atWork.filter((name) => name !== viewer),
      'Ida Eksempelsen',
      'ida@proeve.example',
      'post@nordlyssundhed.example',
    ),
    credentials: words('Plantet adgangsnøgle'),
    'access-history': daysOf(dayOf(disclosedAt)),
    'cookie-choices': [/Du sagde nej .*Vi sætter kun|You said no on/],
    technical: [],
  }
}

const words = (...all: readonly string[]) => all.map((one) => new RegExp(escaped(one)))
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** As it was typed, or in pairs as pages write it. */
const spaced = (digits: string) => new RegExp(digits.replaceAll(/(\d\d)(?=\d)/g, '$1\\s?'))

/** `10.17` on a page; in UTC in files and for machines. */
function timeOf(instant: Temporal.Instant): RegExp {
  const local = formats('da').time(instant)
  const utc = instant.toString().slice(10, 16)
  return new RegExp(`\\b${escaped(local)}\\b|\\b${local.replace('.', ':')}\\b|${utc}|${utc.replace(':', '')}00Z`)
}

const daysOf = (day: Temporal.PlainDate): RegExp[] => [
  ...words(day.toString(), formats('da').dateShort(day)),
  ...(['da', 'en'] as const).map((language) => new RegExp(`\\b${escaped(formats(language).dayMonth(day))}`)),
]

/** The categories whose marks stand in a text, of those that were not asked for. */
export const shownUnasked = (text: string, marks: Marks, asked: ReadonlySet<PersonalData>): readonly PersonalData[] =>
  categoriesIn(text, marks).filter((category) => !asked.has(category))

export const categoriesIn = (text: string, marks: Marks): readonly PersonalData[] =>
  (Object.keys(marks) as PersonalData[]).filter((category) => marks[category].some((mark) => mark.test(text)))

import { readAuthorisationId } from '#kernel/authorisation-id.ts'
import { texts } from '#kernel/language.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { form } from '#platform/http/form.ts'
import { choice, choices, date, text, tick } from '#platform/http/form-fields.ts'
import type { RoomRow } from './clinic.sql.ts'
import { hoursTexts } from './opening-hours.texts.ts'
import type { ColleagueRow, TreatmentChoice } from './practice.sql.ts'
import { practiceTexts } from './practice.texts.ts'

/** A practitioner can be of every profession that gives one of the treatments. */
export const professions = [
  'physiotherapist',
  'chiropractor',
  'psychologist',
  'doctor',
  'radiographer',
  'dietitian',
  'podiatrist',
] as const
export type Profession = (typeof professions)[number]

/** Psychologists are authorised by another board, without such an id. */
export const hasAuthorisationId = (profession: string): boolean => profession !== 'psychologist'

export const roomKinds = ['treatment', 'consultation', 'mr'] as const

const { da, en } = practiceTexts
const said = (key: 'authorisationMissing' | 'authorisationWrong' | 'authorisationPlaceholder' | 'servicesMissing') =>
  texts(da[key], en[key])
const authorisationProblems = {
  empty: said('authorisationMissing'),
  format: said('authorisationWrong'),
  placeholder: said('authorisationPlaceholder'),
} as const

/** What somebody of a profession can give. */
export const servicesOf = (profession: string, treatments: readonly TreatmentChoice[]) =>
  treatments.filter((one) => one.profession === profession)

/** Services are checked against the profession. */
export function practitionerForm(treatments: readonly TreatmentChoice[], colleagues: readonly ColleagueRow[]) {
  const fields = {
    profession: choice(professions),
    name: text({ max: 100 }),
    authorisationId: text({ max: 20 }).optional(),
    services: services(treatments),
    user: choice(colleagues.map(({ id }) => id)).optional(),
  }
  return form(
    fields,
    ({ profession, authorisationId }) => {
      if (!hasAuthorisationId(profession)) return []
      const read = readAuthorisationId(authorisationId ?? '')
      return read.ok ? [] : [{ field: 'authorisationId', message: authorisationProblems[read.problem] }]
    },
    ({ profession, services: chosen }) => {
      const possible = servicesOf(profession, treatments).map(({ code }) => code)
      return chosen.every((code) => possible.includes(code))
        ? []
        : [{ field: 'services', message: said('servicesMissing') }]
    },
  )
}

const services = (treatments: readonly TreatmentChoice[]) =>
  choices(
    treatments.map(({ code }) => code),
    { min: 1, missing: said('servicesMissing') },
  )

export const servicesForm = (possible: readonly TreatmentChoice[]) => form({ services: services(possible) })

export const lastDayForm = (now: Temporal.Instant) =>
  form({ lastDay: date().optional(), accepted: tick() }, notPast(now))

export const roomForm = form({ name: text({ max: 60 }), kind: choice(roomKinds) })

export const roomLastDayForm = (rooms: readonly RoomRow[], now: Temporal.Instant) =>
  form({ room: choice(rooms.map(({ id }) => id)), lastDay: date().optional(), accepted: tick() }, notPast(now))

const notPast =
  (now: Temporal.Instant) =>
  ({ lastDay }: { readonly lastDay: Temporal.PlainDate | null }) =>
    lastDay && Temporal.PlainDate.compare(lastDay, dayOf(now)) < 0
      ? [{ field: 'lastDay' as const, message: texts(hoursTexts.da.past, hoursTexts.en.past) }]
      : []

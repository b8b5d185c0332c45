import { formats } from '#kernel/format.ts'
import { type Language, texts } from '#kernel/language.ts'
import type { Phone } from '#kernel/phone.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { MyCaseRow } from './my-cases.sql.ts'

const sessions = (n: number) => (n === 1 ? '1 behandling' : `${n} behandlinger`)
const sessionsEnglish = (n: number) => (n === 1 ? '1 session' : `${n} sessions`)

type Said = {
  insurer: string
  phone: string
  treatment: string
  until: string
  approved: number
  used: number
  booked: number
  left: number
}
type Sentences = Readonly<Record<MyCaseRow['state'], (said: Said) => string>>

const going = ({ treatment, until, approved, used, booked, left }: Said) =>
  `Du er godkendt til ${sessions(approved)} (${treatment}) indtil ${until}; ${[
    used > 0 && `${used} er brugt`,
    booked > 0 && `${booked} er booket`,
    left > 0 ? `${left} er tilbage` : 'der er ikke flere tilbage',
  ]
    .filter(Boolean)
    .join(', ')}.`

const goingEnglish = ({ treatment, until, approved, used, booked, left }: Said) =>
  `You are approved for ${sessionsEnglish(approved)} (${treatment}) until ${until}; ${[
    used > 0 && `${used} used`,
    booked > 0 && `${booked} booked`,
    left > 0 ? `${left} left` : 'none left',
  ]
    .filter(Boolean)
    .join(', ')}.`

const sentences = texts<Sentences>(
  {
    'awaiting-consent': ({ insurer, approved, treatment }) =>
      `${insurer} har godkendt ${sessions(approved)} (${treatment}). Du kan booke, så snart selskabet har noteret, at du siger ja til, at oplysningerne går til klinikken.`,
    frozen: ({ treatment }) =>
      `Samtykket til at dele oplysninger om din behandling (${treatment}) er trukket tilbage. Klinikken kan ikke se sagen, og der kan ikke bookes tider.`,
    open: ({ approved, treatment, until }) =>
      `Du er godkendt til ${sessions(approved)} (${treatment}) indtil ${until}. Du har ikke booket endnu.`,
    booked: going,
    'in-course': going,
    'used-up': ({ used, treatment }) =>
      `Du har brugt ${used === 1 ? 'den ene behandling' : `alle ${used} behandlinger`} (${treatment}). Har du brug for flere, kan klinikken bede selskabet om det.`,
    expired: ({ until, used, approved, treatment }) =>
      `Godkendelsen (${treatment}) gjaldt indtil ${until}. Du nåede at bruge ${used} af ${sessions(approved)}.`,
    closed: ({ used, approved, treatment, insurer, phone }) =>
      `Forløbet (${treatment}) er afsluttet. Du brugte ${used} af ${sessions(approved)}. Ring til ${insurer} på ${phone}, hvis du har brug for mere behandling.`,
  },
  {
    'awaiting-consent': ({ insurer, approved, treatment }) =>
      `${insurer} has approved ${sessionsEnglish(approved)} (${treatment}). You can book as soon as the insurer has noted that you agree that the information goes to the clinic.`,
    frozen: ({ treatment }) =>
      `The consent to share information about your treatment (${treatment}) has been withdrawn. The clinic cannot see the case, and no appointments can be booked.`,
    open: ({ approved, treatment, until }) =>
      `You are approved for ${sessionsEnglish(approved)} (${treatment}) until ${until}. You have not booked yet.`,
    booked: goingEnglish,
    'in-course': goingEnglish,
    'used-up': ({ used, treatment }) =>
      `You have used ${used === 1 ? 'the one session' : `all ${used} sessions`} (${treatment}). If you need more, the clinic can ask the insurer.`,
    expired: ({ until, used, approved, treatment }) =>
      `The approval (${treatment}) lasted until ${until}. You used ${used} of ${sessionsEnglish(approved)}.`,
    closed: ({ used, approved, treatment, insurer, phone }) =>
      `The course (${treatment}) has ended. You used ${used} of ${sessionsEnglish(approved)}. Call ${insurer} on ${phone} if you need more treatment.`,
  },
)

const restricted = texts(
  (treatment: string) =>
    `Sagen (${treatment}) bliver kun gemt, fordi du har bedt om det, har gjort indsigelse, eller fordi den snart bliver slettet. Klinikken kan ikke se den, og der kan ikke bookes tider.`,
  (treatment: string) =>
    `The case (${treatment}) is only stored, because you asked for that, objected, or it will soon be erased. The clinic cannot see it, and no appointments can be booked.`,
)

const insurerLeft = texts(
  (insurer: string, phone: string, treatment: string) =>
    `${insurer} bruger ikke længere Klinikbro, og din sag (${treatment}) er lukket her. Det ændrer ikke, hvad selskabet har godkendt: ring til ${insurer} på ${phone} om din behandling.`,
  (insurer: string, phone: string, treatment: string) =>
    `${insurer} no longer uses Klinikbro, and your case (${treatment}) is closed here. That does not change what the insurer has approved: call ${insurer} on ${phone} about your treatment.`,
)

/** How a case stands, as one would say it to the person it is about. */
export function sentenceOf(row: MyCaseRow, language: Language, now: Temporal.Instant): string {
  const { dayMonth, phone } = formats(language)
  if (row.insurer_left_at)
    return insurerLeft[language](
      row.insurer_name,
      phone(row.insurer_phone as Phone),
      treatmentName(row, language).toLowerCase(),
    )
  if (row.is_restricted) return restricted[language](treatmentName(row, language).toLowerCase())
  const isThisYear = row.valid_until.year === dayOf(now).year
  return sentences[language][row.state]({
    insurer: row.insurer_name,
    phone: phone(row.insurer_phone as Phone),
    treatment: treatmentName(row, language).toLowerCase(),
    until: isThisYear ? dayMonth(row.valid_until) : `${dayMonth(row.valid_until)} ${row.valid_until.year}`,
    approved: row.approved,
    used: row.used,
    booked: row.booked,
    left: row.remaining,
  })
}

export const treatmentName = (row: Pick<MyCaseRow, 'name_da' | 'name_en'>, language: Language): string =>
  language === 'da' ? row.name_da : row.name_en

/** Whether there is a session to book a time for; the database has the last word. */
export const canBook = ({ state, remaining, is_restricted }: MyCaseRow): boolean =>
  !is_restricted && (state === 'open' || state === 'booked' || state === 'in-course') && remaining > 0

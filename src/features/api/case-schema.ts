import { z } from 'zod'
import { caseFields, caseStates } from '#features/cases/index.ts'
import { consentMeans } from '#features/consent/index.ts'
import { readCpr } from '#kernel/cpr.ts'
import { readCvr } from '#kernel/cvr.ts'
import { readEmail } from '#kernel/email.ts'
import { readPhone } from '#kernel/phone.ts'
import { readPostcode } from '#kernel/postcode.ts'
import type { Result } from '#kernel/result.ts'
import { Temporal } from '#kernel/time.ts'

// What the database could not hold, or what only serves to deceive a log.
const controls = /(?![\t\n\r])\p{Cc}/u

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !controls.test(text), 'Control characters are not allowed')
    .transform((text) => text.trim().normalize())
    .pipe(z.string().min(1))

const read = <Value>(reader: (text: string) => Result<Value, string>, message: string) =>
  z
    .string()
    .max(300)
    .transform((text, context): Value => {
      const outcome = reader(text)
      if (outcome.ok) return outcome.value
      context.addIssue({ code: 'custom', message: `${message} (${outcome.problem})` })
      return z.NEVER
    })

function readDate(text: string): Result<Temporal.PlainDate, 'date'> {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { ok: true, value: Temporal.PlainDate.from(text) }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return { ok: false, problem: 'date' }
}

const date = () => read(readDate, 'Write a date that exists as YYYY-MM-DD').meta({ description: 'A date, YYYY-MM-DD' })

const cpr = read(readCpr, 'Not a CPR number').meta({
  description: 'Ten characters, with or without hyphen; modulus 11 is not required',
})
const cvr = read(readCvr, 'Not a CVR number').meta({ description: 'A clinic’s company number, eight digits' })

export const consentSchema = z
  .strictObject({ consentedOn: date(), means: z.enum(consentMeans) })
  .meta({ description: 'The mark that the patient consents to the transfer to the clinic' })

export const newCaseSchema = z.strictObject({
  caseNumber: line(60).meta({ description: 'Your own number, used once' }),
  patient: z.strictObject({
    cpr,
    name: line(200),
    phone: read(readPhone, 'Not a phone number').nullish(),
    email: read(readEmail, 'Not an e-mail address').nullish(),
    postcode: read(readPostcode, 'Not a Danish postcode').nullish(),
  }),
  treatment: z.string().max(60).meta({ description: 'A code; the guide lists them' }),
  details: z
    .partialRecord(z.enum(caseFields), line(2000))
    .default({})
    .meta({ description: 'Only the fields that the treatment asks for' }),
  approval: z.strictObject({
    sessions: z.int().min(1).max(99),
    validFrom: date(),
    validUntil: date(),
    clinics: z.union([z.literal('any'), z.array(cvr).min(1).max(100)]),
  }),
  consent: consentSchema
    .nullish()
    .meta({ description: 'Left out or null: nothing goes to a clinic before it is marked' }),
})
export type EnteredCase = z.output<typeof newCaseSchema>

const instant = () => z.iso.datetime()

export const openedSchema = z.object({ id: z.uuid(), caseNumber: z.string(), href: z.string() })

export const listedSchema = z.object({
  id: z.uuid(),
  href: z.string(),
  caseNumber: z.string(),
  treatment: z.string(),
  state: z.enum(caseStates),
  openedAt: instant(),
  sessions: z.object({ approved: z.int(), used: z.int(), booked: z.int(), remaining: z.int() }),
  validUntil: z.iso.date(),
})

export const listSchema = z
  .object({ cases: z.array(listedSchema), next: z.string().nullable() })
  .meta({ description: '`next` is the address of the following page, or null' })

export const caseSchema = listedSchema.extend({
  consent: z
    .object({
      consentedOn: z.iso.date(),
      means: z.enum(consentMeans),
      textVersion: z.string().meta({ description: 'The version of the policy whose words were agreed to' }),
      markedAt: instant(),
    })
    .nullable(),
  appointments: z.array(
    z.object({
      id: z.uuid(),
      startsAt: instant(),
      endsAt: instant(),
      clinic: z.object({ name: z.string(), cvr: z.string() }),
      state: z.enum(['booked', 'moved', 'cancelled', 'completed', 'no-show']),
    }),
  ),
})

export const tokenSchema = z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.int() })

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  })
  .meta({ description: 'RFC 9457' })

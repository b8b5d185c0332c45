import { consentMeans } from '#features/consent/index.ts'
import type { Id } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { type Check, type Form, form } from '#platform/http/form.ts'
import type { Field } from '#platform/http/form-field.ts'
import {
  choice,
  choices,
  cpr,
  date,
  email,
  fileList,
  phone,
  postcode,
  text,
  tick,
  wholeNumber,
} from '#platform/http/form-fields.ts'
import { attachmentLimits } from './attachments.ts'
import type { CaseField } from './case-fields.ts'
import type { NewCase } from './open-case.ts'

export const detailMaxLength = 2000

type Asked = readonly { readonly field: CaseField; readonly required: boolean }[]
type Offered = readonly { readonly id: Id<'organisation'> }[]

/** What every case asks for, whatever the treatment. */
const generalFields = (clinics: Offered) => ({
  caseNumber: text({ max: 60 }),
  cpr: cpr(),
  name: text({ max: 120 }),
  phone: phone().optional(),
  email: email().optional(),
  postcode: postcode().optional(),
  sessions: wholeNumber({ min: 1, max: 99 }),
  validFrom: date(),
  validUntil: date(),
  clinicChoice: choice(['any', 'named']),
  clinics: choices(clinics.map(({ id }) => id)),
  attachments: fileList(attachmentLimits),
  ...consentFields,
})

const consentFields = {
  consent: tick(),
  consentedOn: date().optional(),
  means: choice(consentMeans).optional(),
}

type ValuesIn<Of> = Of extends Form<infer Values> ? Values : never
type CaseValues = ValuesIn<ReturnType<typeof caseForm>>

/** The form of one treatment type: exactly the health fields that it asks for, under their own names. */
export function caseForm(asked: Asked, clinics: Offered, today: Temporal.PlainDate) {
  const detail = ({ required }: Asked[number]): Field<string | null> => {
    const field = text({ max: detailMaxLength, multiline: true })
    return required ? field : field.optional()
  }
  const details = Object.fromEntries(asked.map((one) => [one.field, detail(one)])) as Record<
    CaseField,
    Field<string | null>
  >
  return form(
    { ...generalFields(clinics), ...details },
    reachable,
    periodHolds(today),
    clinicsNamed,
    consentIsWhole(today),
  )
}

/** The mark by itself, for a case that was saved without. */
export const consentForm = (today: Temporal.PlainDate) =>
  form({ ...consentFields }, consentIsWhole(today), ({ consent }) =>
    consent ? [] : [{ field: 'consent', message: mustMark }],
  )

export function caseFrom(values: CaseValues, asked: Asked, treatmentType: string): NewCase {
  const { caseNumber, sessions, validFrom, validUntil, clinicChoice } = values
  return {
    caseNumber,
    treatmentType,
    patient: values,
    details: Object.fromEntries(asked.flatMap(({ field }) => (values[field] ? [[field, values[field]]] : []))),
    approval: { sessions, validFrom, validUntil, clinics: clinicChoice === 'any' ? 'any' : values.clinics },
    consent: consentIn(values),
  }
}

type ConsentValues = {
  readonly consent: boolean
  readonly consentedOn: Temporal.PlainDate | null
  readonly means: (typeof consentMeans)[number] | null
}

export const consentIn = ({ consent, consentedOn, means }: ConsentValues): NewCase['consent'] =>
  consent && consentedOn && means ? { consentedOn, means } : null

const mustMark = texts('Sæt mærket, når patienten har sagt ja', 'Tick the box once the patient has agreed')

const reachable: Check<{ phone: string | null; email: string | null }> = ({ phone: number, email: address }) =>
  number || address
    ? []
    : [
        {
          field: 'phone',
          message: texts(
            'Indtast telefonnummer eller e-mail, så patienten kan få besked',
            'Enter a phone number or an email address, so that the patient can be told',
          ),
        },
      ]

type Period = { validFrom: Temporal.PlainDate; validUntil: Temporal.PlainDate }

const periodHolds =
  (today: Temporal.PlainDate): Check<Period> =>
  ({ validFrom, validUntil }) => {
    const [first, last, present] = [validFrom, validUntil, today].map(String) as [string, string, string]
    if (last < first) {
      return [
        {
          field: 'validUntil',
          message: texts(
            'Slutdatoen ligger før startdatoen. Ret en af dem',
            'The end is before the start. Change one of them',
          ),
        },
      ]
    }
    if (last >= present) return []
    return [
      {
        field: 'validUntil',
        message: texts('Slutdatoen er passeret. Vælg en senere dag', 'The end has passed. Choose a later day'),
      },
    ]
  }

const clinicsNamed: Check<{ clinicChoice: 'any' | 'named'; clinics: readonly unknown[] }> = (values) =>
  values.clinicChoice === 'any' || values.clinics.length > 0
    ? []
    : [{ field: 'clinics', message: texts('Vælg mindst én klinik', 'Choose at least one clinic') }]

const consentIsWhole =
  (today: Temporal.PlainDate): Check<ConsentValues> =>
  ({ consent, consentedOn, means }) => {
    if (!consent && (consentedOn || means)) return [{ field: 'consent', message: mustMark }]
    if (!consent) return []
    if (!consentedOn) {
      return [
        {
          field: 'consentedOn',
          message: texts('Indtast den dag, patienten sagde ja', 'Enter the day the patient agreed'),
        },
      ]
    }
    if (String(consentedOn) > String(today)) {
      return [
        {
          field: 'consentedOn',
          message: texts('Dagen ligger i fremtiden. Ret den', 'The day is in the future. Change it'),
        },
      ]
    }
    return means
      ? []
      : [{ field: 'means', message: texts('Vælg, hvordan patienten sagde ja', 'Choose how the patient agreed') }]
  }

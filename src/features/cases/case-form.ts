import { consentMeans } from '#features/consent/index.ts'
import type { Id } from '#kernel/ids.ts'
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
import { consentOf, organisationOf, type Permit } from '#policy/permit.ts'
import { attachmentLimits } from './attachments.ts'
import { type CaseField, caseFieldTexts } from './case-fields.ts'
import { caseFormTexts } from './case-form.texts.ts'
import type { NewCase, Opening } from './new-case.ts'

export const detailMaxLength = 2000

type Asked = readonly { readonly field: CaseField; readonly required: boolean }[]
type Offered = readonly { readonly id: Id<'organisation'> }[]

/** What every case asks for, whatever the treatment. */
const generalFields = (clinics: Offered) => ({
  caseNumber: text({ max: 60, missing: caseFormTexts.caseNumber }),
  cpr: cpr(),
  name: text({ max: 120, missing: caseFormTexts.name }),
  phone: phone().optional(),
  email: email().optional(),
  postcode: postcode().optional(),
  sessions: wholeNumber({ min: 1, max: 99, missing: caseFormTexts.sessions }),
  validFrom: date({ missing: caseFormTexts.validFrom }),
  validUntil: date({ missing: caseFormTexts.validUntil }),
  clinicChoice: choice(['any', 'named'], { missing: caseFormTexts.clinicChoice }),
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
  return form(
    { ...generalFields(clinics), ...detailFields(asked) },
    reachable,
    periodHolds(today),
    clinicsNamed,
    consentIsWhole(today),
  )
}

function detailFields(asked: Asked) {
  const detail = ({ field: name, required }: Asked[number]): Field<string | null> => {
    const missing = caseFormTexts.detail(caseFieldTexts.da[name].label, caseFieldTexts.en[name].label)
    const field = text({ max: detailMaxLength, multiline: true, missing })
    return required ? field : field.optional()
  }
  return Object.fromEntries(asked.map((one) => [one.field, detail(one)])) as Record<CaseField, Field<string | null>>
}

/** The mark by itself, for a case that was saved without; with the referral where that was erased and is written again. */
export const consentForm = (today: Temporal.PlainDate, asked: Asked) =>
  form({ ...consentFields, ...detailFields(asked) }, consentIsWhole(today), ({ consent }) =>
    consent ? [] : [{ field: 'consent', message: caseFormTexts.mustMark }],
  )

export function caseFrom(values: CaseValues, asked: Asked, treatmentType: string): NewCase {
  const { caseNumber, sessions, validFrom, validUntil, clinicChoice } = values
  return {
    caseNumber,
    treatmentType,
    patient: values,
    details: detailsIn(values, asked),
    approval: { sessions, validFrom, validUntil, clinics: clinicChoice === 'any' ? 'any' : values.clinics },
    consent: consentIn(values),
  }
}

export const detailsIn = (values: Readonly<Record<CaseField, string | null>>, asked: Asked): NewCase['details'] =>
  Object.fromEntries(asked.flatMap(({ field }) => (values[field] ? [[field, values[field]]] : [])))

type ConsentValues = {
  readonly consent: boolean
  readonly consentedOn: Temporal.PlainDate | null
  readonly means: (typeof consentMeans)[number] | null
}

export const consentIn = ({ consent, consentedOn, means }: ConsentValues): NewCase['consent'] =>
  consent && consentedOn && means ? { consentedOn, means } : null

const reachable: Check<{ phone: string | null; email: string | null }> = ({ phone: number, email: address }) =>
  number || address
    ? []
    : [
        {
          field: 'phone',
          message: caseFormTexts.reachable,
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
          message: caseFormTexts.periodBackwards,
        },
      ]
    }
    if (last >= present) return []
    return [
      {
        field: 'validUntil',
        message: caseFormTexts.periodOver,
      },
    ]
  }

const clinicsNamed: Check<{ clinicChoice: 'any' | 'named'; clinics: readonly unknown[] }> = (values) =>
  values.clinicChoice === 'any' || values.clinics.length > 0
    ? []
    : [{ field: 'clinics', message: caseFormTexts.nameClinics }]

const consentIsWhole =
  (today: Temporal.PlainDate): Check<ConsentValues> =>
  ({ consent, consentedOn, means }) => {
    if (!consent && (consentedOn || means)) return [{ field: 'consent', message: caseFormTexts.mustMark }]
    if (!consent) return []
    if (!consentedOn) {
      return [
        {
          field: 'consentedOn',
          message: caseFormTexts.consentedOn,
        },
      ]
    }
    if (String(consentedOn) > String(today)) {
      return [
        {
          field: 'consentedOn',
          message: caseFormTexts.consentedLater,
        },
      ]
    }
    return means ? [] : [{ field: 'means', message: caseFormTexts.means }]
  }

/** Whoever enters a case may mark the consent on it: this is what the patient must have agreed to. */
export const consentToAsk = (permit: Permit<'case.create'>, permitFor: Opening['permitFor']) =>
  consentOf(permitFor('case.mark-consent', { organisationId: organisationOf(permit) }, []))

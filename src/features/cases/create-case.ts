import { personKeyFor } from '#features/patients/index.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { FormState } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { attachmentsBodyBytes, judgeFiles, saveAttachments } from './attachments.ts'
import { caseForm, caseFrom, consentToAsk } from './case-form.ts'
import { chooseTreatmentView } from './choose-treatment.view.tsx'
import { clinicsThatOffer, treatmentWithFields } from './create-case.sql.ts'
import { createCaseTexts } from './create-case.texts.ts'
import { createCaseView } from './create-case.view.tsx'
import { treatmentTypes } from './list-cases.sql.ts'
import { openCase } from './open-case.ts'

async function caseToOpen(reader: Reader, code: string, today: Temporal.PlainDate) {
  const treatment = await treatmentWithFields(reader, code)
  return treatment && { treatment, clinics: await clinicsThatOffer(reader, code, today) }
}

/** Asks for the treatment, and then for what that treatment calls for. */
export const showCaseForm = action({
  at: routes.case.form,
  asks: 'case.create',
  touches: [],
  async run({ tx, permit, permitFor, page, query, now }) {
    const today = dayOf(now)
    const opening = await caseToOpen(tx, query.get('treatment') ?? '', today)
    return show(
      opening
        ? createCaseView(page, { ...opening, asked: consentToAsk(permit, permitFor) }, startingOn(today))
        : chooseTreatmentView(page, await treatmentTypes(tx)),
    )
  },
})

const startingOn = ({ day, month, year }: Temporal.PlainDate): FormState => ({
  values: { 'validFrom-day': `${day}`, 'validFrom-month': `${month}`, 'validFrom-year': `${year}` },
  errors: [],
})

/** Opens the case, with or without the mark of consent. */
export const createCase = action({
  at: routes.case.create,
  asks: 'case.create',
  touches: ['contact', 'cpr', 'consent-history', 'health.approval', 'health.referral'],
  maxBodyBytes: attachmentsBodyBytes,
  load: ({ reader, query, now }) => caseToOpen(reader, query.get('treatment') ?? '', dayOf(now)),
  input: ({ treatment, clinics }, { now }) => caseForm(treatment.fields, clinics, dayOf(now)),
  again: ({ page, permit, permitFor, found, form }) =>
    createCaseView(page, { ...found, asked: consentToAsk(permit, permitFor) }, form),
  async run({ tx, permit, permitFor, services: { keyring }, found, input, form, page, language, record }) {
    const wrong = (field: string, message: string) =>
      show(
        createCaseView(
          page,
          { ...found, asked: consentToAsk(permit, permitFor) },
          { ...form, errors: [{ field, message }] },
        ),
        422,
      )
    const files = await judgeFiles(input.attachments)
    if (!files.ok) return wrong('attachments', files.problem[language])
    const entered = caseFrom(input, found.treatment.fields, found.treatment.code)
    const outcome = await openCase({ tx, keyring, permit, permitFor }, entered)
    switch (outcome.kind) {
      case 'case-number-taken':
        return wrong('caseNumber', createCaseTexts[language].caseNumberTaken)
      case 'field-not-asked':
        throw new Error('The form asked for a field that the treatment does not ask for')
      case 'opened': {
        const { caseId, personId } = outcome
        const key = await personKeyFor(tx, keyring, personId)
        await saveAttachments(tx, permit, { caseId, personId, key }, files.value)
        record({ viewed: [{ personId, caseId }], detail: { attachments: files.value.length } })
        const notice = entered.consent ? 'created' : 'created-without-consent'
        return seeOther(routes.case.show.href({ caseId }, { notice }))
      }
    }
  },
})

import { Temporal } from '#kernel/time.ts'
import { form } from '#platform/http/form.ts'
import { choice, date } from '#platform/http/form-fields.ts'
import { endingReasons } from './agreements.ts'
import { endAgreementTexts } from './end-agreement.texts.ts'

const past = { da: endAgreementTexts.da.past, en: endAgreementTexts.en.past }

/** The last day is today or later. */
export const endingForm = (today: Temporal.PlainDate) =>
  form({ lastDay: date(), reason: choice(endingReasons) }, ({ lastDay }) =>
    Temporal.PlainDate.compare(lastDay, today) < 0 ? [{ field: 'lastDay', message: past }] : [],
  )

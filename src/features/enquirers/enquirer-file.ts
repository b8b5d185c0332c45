import { type DirectRow, enquiryActivity } from '#features/direct-requests/index.ts'
import type { Lead } from '#features/leads/index.ts'
import { datatilsynetUrl } from '#features/rights/index.ts'
import type { Language } from '#kernel/language.ts'
import type { PolicyModel } from '#policy/model.ts'

type Held = { readonly email: string; readonly leads: readonly Lead[]; readonly requests: readonly DirectRow[] }

/** What is held about whoever wrote from an address, with what GDPR art. 15(1) asks to be told besides, from the model that is enforced. */
export function enquirerFile(
  model: PolicyModel,
  { email, leads, requests }: Held,
  { madeAt, language }: { readonly madeAt: string; readonly language: Language },
) {
  const processing = model.activities.filter(({ id }) => id === enquiryActivity || id === 'rights.direct')
  return {
    format: 'klinikbro-enquirer/1',
    madeAt,
    meaning: {
      policyVersion: model.version,
      controller: model.controller,
      processing: processing.map(({ id, sentence, purpose, basis, data, source, recipients, retention }) => ({
        activity: id,
        what: sentence[language],
        purpose,
        basis,
        categories: data,
        source,
        recipients,
        retention,
      })),
      subProcessors: model.processors,
      thirdCountries: model.thirdCountries,
      automatedDecisions: 'none',
      complaint: { authority: 'Datatilsynet', at: datatilsynetUrl },
    },
    data: {
      email,
      enquiries: leads,
      requests: requests.map(
        ({ right, field, activity, received_at: receivedAt, answer, answered_at: answeredAt }) => ({
          right,
          field,
          activity,
          receivedAt,
          answer,
          answeredAt,
        }),
      ),
    },
  }
}

import { activitiesAboutStaff } from '#features/direct-requests/index.ts'
import { datatilsynetUrl, rights } from '#features/rights/index.ts'
import type { Language } from '#kernel/language.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { OwnCopy } from './own-copy.ts'

/** What is held, with what GDPR art. 15(1) and (2) ask to be told besides, from the model that is enforced. Instants are ISO 8601 in UTC (art. 20). */
export const ownFile = (
  model: PolicyModel,
  data: OwnCopy,
  { madeAt, language }: { readonly madeAt: string; readonly language: Language },
) => ({
  format: 'klinikbro-own-data/1',
  madeAt,
  meaning: {
    policyVersion: model.version,
    operator: model.controller,
    processing: activitiesAboutStaff(model).map(
      ({ id, sentence, purpose, role, basis, data: categories, source, recipients, retention }) => ({
        activity: id,
        what: sentence[language],
        purpose,
        operatorsRole: role,
        basis,
        categories,
        source,
        recipients,
        retention,
      }),
    ),
    subProcessors: model.processors,
    thirdCountries: model.thirdCountries,
    automatedDecisions: 'none',
    rights,
    complaint: { authority: 'Datatilsynet', at: datatilsynetUrl },
  },
  data,
})

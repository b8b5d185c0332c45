import type { Language } from '#kernel/language.ts'
import type { Activity, PolicyModel } from '#policy/model.ts'
import type { Copy } from './collect-copy.ts'
import { datatilsynetUrl } from './rights.texts.ts'
import { rights } from './rights.ts'

/** The activities of the model that concern patients. */
export const patientActivities = ({ activities }: PolicyModel): readonly Activity[] =>
  activities.filter(({ subjects }) => subjects.includes('patient'))

/** What GDPR art. 15(1) and (2) ask to be told besides the data, from the very model that is enforced. */
const meaningOf = (model: PolicyModel, { controllers }: Copy, language: Language) => ({
  policyVersion: model.version,
  controllers,
  processor: model.controller,
  processing: patientActivities(model).map(
    ({ id, sentence, purpose, role, basis, article9, data, source, recipients, retention }) => ({
      activity: id,
      what: sentence[language],
      purpose,
      ourRole: role,
      basis,
      article9,
      categories: data,
      source,
      recipients,
      retention,
    }),
  ),
  subProcessors: model.processors,
  thirdCountries: model.thirdCountries,
  automatedDecisions: 'none',
  rights: [...rights, 'withdrawal of consent'],
  complaint: { authority: 'Datatilsynet', at: datatilsynetUrl },
})

/** The machine-readable copy: structured, common, and the same for every person (GDPR art. 20). Instants are ISO 8601 in UTC. */
export const copyFile = (
  model: PolicyModel,
  copy: Copy,
  at: { readonly madeAt: string; readonly language: Language },
) => ({
  format: 'klinikbro-copy/1',
  madeAt: at.madeAt,
  meaning: meaningOf(model, copy, at.language),
  data: copy.sections,
})

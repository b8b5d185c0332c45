import type { Language } from '#kernel/language.ts'
import type { Activity, PolicyModel } from './model.ts'

/** One line of the record of processing activities, in the fields of GDPR art. 30(1) and (2). Codes, not prose: the page and the file put words to them. */
export type RecordLine = {
  readonly activity: string
  readonly sentence: string
  readonly purpose: string
  readonly role: Activity['role']
  readonly basis: string
  readonly article9: string
  readonly subjects: readonly string[]
  readonly data: readonly string[]
  readonly source: readonly string[]
  readonly recipients: readonly string[]
  readonly thirdCountries: string
  readonly minimum: string
  readonly maximum: string
  readonly promises: readonly string[]
}

/** The Article 30 record of a site, one line an activity, made from the model that the gate enforces (X1). */
export const article30Of = ({ activities }: PolicyModel, language: Language): readonly RecordLine[] =>
  activities.map((activity) => ({
    activity: activity.id,
    sentence: activity.sentence[language],
    purpose: activity.purpose,
    role: activity.role,
    basis: [`art. 6(1) ${activity.basis.article6}`, activity.basis.law].filter(Boolean).join('; '),
    article9: activity.article9
      ? [`art. 9(2) ${activity.article9.condition}`, activity.article9.law].filter(Boolean).join('; ')
      : '',
    subjects: activity.subjects,
    data: activity.data,
    source: activity.source,
    recipients: activity.recipients,
    thirdCountries: activity.thirdCountries,
    minimum: activity.retention.minimum
      ? `${activity.retention.minimum.period}: ${activity.retention.minimum.because}`
      : '',
    maximum: `${activity.retention.maximum.period} from ${activity.retention.from}: ${activity.retention.maximum.because}`,
    promises: activity.promises,
  }))

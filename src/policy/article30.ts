import { type Activity, type PolicyModel, processorsOf } from './model.ts'
import { isInEea, type Processor } from './processors.ts'
import { type RetentionWarning, retentionWarnings } from './retention.ts'

/** One line of the record of processing activities: an activity with all that GDPR art. 30(1) and (2) ask and the policy says elsewhere. */
export type RecordLine = {
  readonly activity: Activity
  readonly processors: readonly Processor[]
  /** Those of them that are outside the EU/EEA (art. 30(1)(e)); each names its basis. */
  readonly transfers: readonly Processor[]
  readonly warnings: readonly RetentionWarning[]
}

/** The Article 30 record of a site, one line an activity, made from the model that the gate enforces (X1). */
export const article30Of = (model: PolicyModel): readonly RecordLine[] =>
  model.activities.map((activity) => {
    const processors = processorsOf(model, activity)
    return {
      activity,
      processors,
      transfers: processors.filter(({ country }) => !isInEea(country)),
      warnings: retentionWarnings(activity.retention),
    }
  })

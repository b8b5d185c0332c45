import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { endAgreement, showConsequences, showEndingForm } from './end-agreement.ts'
import { endService, showServiceEnd, takeServiceEndBack } from './end-all-agreements.ts'
import { showOrganisation } from './show-organisation.ts'
import { takeEndingBack } from './take-ending-back.ts'

export { agreementsCatalogue } from './agreements.data.ts'
export { agreementTasks } from './carry-out-endings.ts'

export const agreementActions = (model: PolicyModel): readonly Action[] => [
  showOrganisation(model),
  showEndingForm,
  showConsequences(model),
  endAgreement(model),
  takeEndingBack,
  showServiceEnd,
  endService(model),
  takeServiceEndBack,
]

/** Soon after each full hour, one of which is midnight in Copenhagen; the same job runs at once when an end takes effect today. */
export const agreementTimetable = ['2 * * * * end-agreements ?fill=7d']

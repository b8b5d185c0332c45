import type { Action } from '#platform/http/action.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import type { Gate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { carryOutEndings } from './carry-out-endings.ts'
import { endAgreement, showConsequences, showEndingForm } from './end-agreement.ts'
import { showOrganisation } from './show-organisation.ts'
import { takeEndingBack } from './take-ending-back.ts'

export { agreementsCatalogue } from './agreements.data.ts'

export const agreementActions = (model: PolicyModel): readonly Action[] => [
  showOrganisation(model),
  showEndingForm,
  showConsequences(model),
  endAgreement(model),
  takeEndingBack,
]

export const agreementTasks = (services: WorkerServices, gate: Gate): Readonly<Record<string, JobTask>> => ({
  'end-agreements': async () => {
    await carryOutEndings(services, gate)
  },
})

/** Soon after each full hour, one of which is midnight in Copenhagen; the same job runs at once when an end takes effect today. */
export const agreementTimetable = ['2 * * * * end-agreements ?fill=7d']

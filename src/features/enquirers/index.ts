import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { askForLink, showAskForLink } from './ask-for-link.ts'
import { correctWritten, eraseWritten, showCorrection } from './correct-written.ts'
import { askAboutWritten, downloadWritten, viewEnquirersRequest, viewWritten } from './view-written.ts'

export { enquirersCatalogue } from './enquirers.data.ts'
export { enquirerTasks, enquirerTimetable } from './send-link.ts'

export const enquirerActions = (model: PolicyModel): readonly Action[] => [
  showAskForLink,
  askForLink,
  viewWritten,
  downloadWritten(model),
  askAboutWritten,
  viewEnquirersRequest(model),
  showCorrection,
  correctWritten,
  eraseWritten,
]

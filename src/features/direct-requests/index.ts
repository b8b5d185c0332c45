import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { answerDirect } from './answer-direct.ts'
import { extendDirect, liftDirect } from './extend-direct.ts'
import { listDirectRequests } from './list-direct-requests.ts'
import { registerDirect, showRegisterDirect } from './register-direct.ts'
import { showDirect } from './show-direct.ts'

export { directFieldWords } from './direct.texts.ts'
export { activityName, DirectAnswer, DirectAsked, DirectHistory, directLead } from './direct-parts.view.tsx'
export {
  accountActivity,
  activitiesAboutStaff,
  answererOf,
  enquiryActivity,
  enquiryField,
  isAboutTheAccount,
  type StaffField,
  staffFields,
} from './direct-request.ts'
export { directRequestsCatalogue } from './direct-requests.data.ts'
export { type DirectRow, directRequestsOfEnquirer, directRequestsOfUser } from './direct-requests.sql.ts'
export { housesToAsk } from './enter.sql.ts'
export { type DirectAsking, enterAsDone, enterDirect } from './enter-direct.ts'
export { findDirect, type OpenedDirect, readDirect } from './found-direct.ts'
export { directName } from './list-direct-requests.view.tsx'
export { directTasks } from './send-direct-notice.ts'

export const directRequestActions = (model: PolicyModel): readonly Action[] => [
  listDirectRequests,
  showRegisterDirect,
  registerDirect,
  showDirect(model),
  answerDirect(model),
  extendDirect(model),
  liftDirect(model),
]

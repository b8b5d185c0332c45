import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { answerRequest, showRequest } from './answer-request.ts'
import { askController, showAskForm } from './ask-controller.ts'
import { checkIdentity } from './check-identity.ts'
import { downloadCopy, showCopy } from './download-copy.ts'
import { extendRequest } from './extend-request.ts'
import { endRestriction } from './lift-restriction.ts'
import { listRequests } from './list-requests.ts'
import { markAuthorityTold } from './mark-authority-told.ts'
import { registerRequest, showRegisterForm } from './register-request.ts'
import { viewDeadlines } from './view-deadlines.ts'
import { viewRequest } from './view-request.ts'
import { viewRights } from './view-rights.ts'

export { answerStepTexts } from './answer-steps.texts.ts'
export { saveIdentityCheck, saveRequest, saveState } from './ask.sql.ts'
export { rightsTasks, rightsTimetable } from './carry-out-erasures.ts'
export { type CopyItem, opened } from './collect-copy.ts'
export type { CopyRow, CopySection } from './copy.sql.ts'
export { copyTexts } from './copy.texts.ts'
export { readable } from './copy-words.ts'
export { deadlineOf, isInTime } from './deadline.ts'
export { rightsCatalogue } from './rights.data.ts'
export { datatilsynetUrl, rightTexts } from './rights.texts.ts'
export {
  freezesAtOnce,
  type IdentityMeans,
  lawsAgainst,
  type RefusalLaw,
  type RequestState,
  type Right,
  readRight,
  rights,
  staffMeans,
} from './rights.ts'
export { type Nearness, nearness, type RightsFigures, rightsFigures } from './rights-figures.ts'
export { Complaint, courseOf, Standing } from './standing.view.tsx'

export const rightsActions = (model: PolicyModel): readonly Action[] => [
  viewRights,
  showAskForm,
  askController,
  viewRequest,
  showCopy(model),
  downloadCopy(model),
  listRequests,
  showRegisterForm,
  registerRequest,
  showRequest,
  checkIdentity,
  extendRequest,
  answerRequest,
  endRestriction,
  markAuthorityTold,
  viewDeadlines,
]

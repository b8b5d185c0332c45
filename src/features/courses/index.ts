import type { Action } from '#platform/http/action.ts'
import { closeCourse, showCourseClosure } from './close-course.ts'
import { downloadAttachment } from './download-attachment.ts'
import { listClinicCases } from './list-clinic-cases.ts'
import { requestSessions, showSessionRequest } from './request-sessions.ts'
import { viewClinicCase } from './view-clinic-case.ts'
import { writeNote } from './write-note.ts'

export const coursesActions: readonly Action[] = [
  listClinicCases,
  viewClinicCase,
  downloadAttachment,
  writeNote,
  showSessionRequest,
  requestSessions,
  showCourseClosure,
  closeCourse,
]

export type { ClinicCaseRow } from './clinic-case.sql.ts'
export { countByState } from './clinic-case.sql.ts'
export { countWaitingRequests } from './course.sql.ts'
export { clinicCaseFacts, findClinicCase, type VisitState, visitState } from './course.ts'
export { coursesCatalogue } from './courses.data.ts'
export { approvalSentence, courseTexts } from './courses.texts.ts'
export { visitTones } from './visit-tones.ts'

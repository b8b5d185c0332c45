import { emptyForm, type FormState } from '#platform/html/page.ts'
import type { Running } from '#platform/http/action.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import type { ClinicCaseRow } from './clinic-case.sql.ts'
import { clinicCaseFacts, findClinicCase, openCourse, wholeCourse } from './course.ts'
import { courseTexts } from './courses.texts.ts'
import { clinicCaseView } from './view-clinic-case.view.tsx'

const { da, en } = courseTexts
const told = (t: typeof da) => ({ 'note-saved': t.noteSaved, 'request-sent': t.requestSent, closed: t.courseClosed })

/** A case as the clinic sees it: what was handed over and by whom, its visits, its own notes, and how the course ended. */
export const viewClinicCase = action({
  at: routes.clinic.case,
  asks: 'clinic-case.view',
  touches: wholeCourse,
  notices: { da: told(da), en: told(en) },
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  run: async (running) => show(await clinicCasePage(running)),
})

type Showing = Pick<Running<string, 'clinic-case.view', ClinicCaseRow, null>, 'tx' | 'services' | 'found' | 'page'> & {
  readonly actor: Running<string, 'clinic-case.view', ClinicCaseRow, null>['actor']
}

/** The page of a case, also with a note that could not be saved. */
export async function clinicCasePage({ tx, services, found, page, actor }: Showing, form: FormState = emptyForm) {
  const course = await openCourse(tx, services.keyring, found)
  const roles = actor.kind === 'staff' ? actor.roles : []
  return clinicCaseView({ page, course, form, mayWrite: writes(roles), mayTell: roles.includes('administrator') })
}

const writes = (roles: readonly string[]) => roles.includes('secretary') || roles.includes('practitioner')

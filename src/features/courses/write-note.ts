import { personKeyFor } from '#features/patients/index.ts'
import { newId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { seal } from '#platform/crypto/field.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { organisationOf, personOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { saveNote } from './course.sql.ts'
import { clinicCaseFacts, findClinicCase, wholeCourse } from './course.ts'
import { clinicCasePage } from './view-clinic-case.ts'

/** A note on the course: sealed under the patient's key, and the clinic's alone. A closed course takes no more. */
export const writeNote = action({
  at: routes.clinic.note,
  asks: 'course.note',
  touches: wholeCourse,
  load: ({ reader, params }) => findClinicCase(reader, params.caseId),
  facts: clinicCaseFacts,
  input: form({ text: text({ max: 4000, multiline: true, missing: texts('Skriv notatet', 'Write the note') }) }),
  again: (running) => clinicCasePage(running, running.form),
  async run(running) {
    const { tx, permit, found, input, services } = running
    if (found.state === 'closed') return show(await clinicCasePage(running), 409)
    const personId = personOf(permit)
    const key = await personKeyFor(tx, services.keyring, personId)
    await saveNote(tx, {
      id: newId<'note'>(),
      clinicId: organisationOf(permit),
      caseId: found.id,
      personId,
      by: userOf(permit),
      text: seal(key, 'course_notes.text', input.text),
    })
    return seeOther(routes.clinic.case.href({ caseId: found.id }, { notice: 'note-saved' }))
  },
})

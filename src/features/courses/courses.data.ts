import { catalogue, columns, structure } from '#policy/catalogue.ts'

const course = { subject: 'patient', category: 'health.course', retention: 'course' } as const
/** What goes to the insurer. */
const report = { ...course, category: 'health.report' } as const

export const coursesCatalogue = catalogue({
  course_notes: {
    ...structure('id clinic_id case_id person_id appointment_id written_by written_at', 'course'),
    ...columns('text_sealed', { ...course, protection: 'sealed' }),
  },
  session_requests: {
    ...structure('id clinic_id insurer_id case_id person_id requested_by requested_at', 'course'),
    ...columns('sessions', { ...report, protection: 'plain' }),
    ...columns('reason_sealed', { ...report, protection: 'sealed' }),
  },
  course_closures: {
    ...structure('case_id clinic_id person_id closed_by closed_at', 'course'),
    ...columns('outcome', { ...report, protection: 'plain' }),
    ...columns('summary_sealed', { ...report, protection: 'sealed' }),
  },
})

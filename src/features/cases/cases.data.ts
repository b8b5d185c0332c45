import { catalogue, columns, structure } from '#policy/catalogue.ts'

const approved = { subject: 'patient', category: 'health.approval', retention: 'course' } as const
/** What rests on the patient's consent alone. */
const referral = { subject: 'patient', category: 'health.referral', retention: 'consent' } as const
const setting = { subject: 'nobody', category: 'none', protection: 'plain', retention: 'configuration' } as const

export const casesCatalogue = catalogue({
  cases: {
    ...structure('id insurer_id patient_id person_id created_by created_at', 'course'),
    ...columns('case_number treatment_type', { ...approved, protection: 'plain' }),
  },
  case_details: {
    ...structure('case_id version entered_by_organisation entered_by entered_at', 'consent'),
    ...columns('treatment_type field', { ...referral, protection: 'plain' }),
    ...columns('value_sealed', { ...referral, protection: 'sealed' }),
  },
  attachments: {
    ...structure('id case_id person_id kind size_bytes uploaded_by_organisation uploaded_by uploaded_at', 'consent'),
    ...columns('name_sealed content_sealed', { ...referral, protection: 'sealed' }),
  },
  approvals: {
    ...structure('id case_id insurer_id any_clinic granted_by granted_at', 'course'),
    ...columns('sessions valid_from valid_until', { ...approved, protection: 'plain' }),
  },
  approval_clinics: structure('approval_id clinic_id', 'course'),
  approval_sessions: structure('approval_id ordinal', 'course'),
  session_answers: {
    ...structure('request_id approval_id answered_by answered_at', 'course'),
    ...columns('refusal_sealed', { ...approved, protection: 'sealed' }),
  },
  treatment_types: columns(
    'code name_da name_en profession room_kind duration_minutes buffer_minutes cancellation_hours preparation_da preparation_en',
    setting,
  ),
  treatment_type_fields: columns('treatment_type field position required', setting),
})

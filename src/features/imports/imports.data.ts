import { catalogue, columns, structure } from '#policy/catalogue.ts'

const staff = { subject: 'staff', category: 'business-contact', protection: 'plain', retention: 'course' } as const

export const importsCatalogue = catalogue({
  case_imports: {
    ...structure(
      'id insurer_id uploaded_at state rows_total rows_checked rows_wrong rows_with_consent rows_imported confirmed_at finished_at progressed_at',
      'course',
    ),
    ...columns('uploaded_by confirmed_by', staff),
  },
  case_import_files: {
    ...structure('import_id insurer_id erase_at', 'session'),
    ...columns('content_sealed', {
      subject: 'patient',
      category: 'health.referral',
      protection: 'sealed',
      retention: 'session',
    }),
  },
  case_import_errors: structure('import_id insurer_id row_number column_key problem other_row', 'course'),
})

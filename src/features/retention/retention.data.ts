import { catalogue, columns, structure } from '#policy/catalogue.ts'

/** Part of the clinic's journal since it wrote one. */
const enclosed = { subject: 'patient', category: 'health.course', retention: 'course' } as const

export const retentionCatalogue = catalogue({
  retention_instructions: structure('id organisation_id months given_by given_at', 'agreement'),
  legal_holds: structure('id case_id reason placed_by placed_at lifted_at', 'course'),
  journal_handovers: structure('case_id clinic_id offered_at taken_at received_by received_at', 'course'),
  retention_runs: structure('id started_at ended_at due erased kept kind organisation_id done kept_until', 'ledger'),
  log_sweeps: structure('id swept_at files_erased files_kept', 'ledger'),
  erasures: structure('id run_id case_id person_id organisation_id access_until because erased_at', 'ledger'),
  referral_erasures: structure('entry case_id details attachments erased_at', 'course'),
  journal_enclosures: {
    ...structure('id case_id clinic_id person_id kind entered_at', 'course'),
    ...columns('field', { ...enclosed, protection: 'plain' }),
    ...columns('name_sealed content_sealed', { ...enclosed, protection: 'sealed' }),
  },
})

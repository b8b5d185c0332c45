import { catalogue, structure } from '#policy/catalogue.ts'

export const retentionCatalogue = catalogue({
  retention_instructions: structure('id organisation_id months given_by given_at', 'agreement'),
  legal_holds: structure('id case_id reason placed_by placed_at lifted_at', 'course'),
  journal_handovers: structure('case_id clinic_id offered_at taken_at received_by received_at', 'course'),
  retention_runs: structure('id started_at ended_at due erased kept kind organisation_id done kept_until', 'ledger'),
  log_sweeps: structure('id swept_at files_erased files_kept', 'ledger'),
  erasures: structure('id run_id case_id person_id organisation_id access_until because erased_at', 'ledger'),
})

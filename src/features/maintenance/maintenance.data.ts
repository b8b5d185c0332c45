import { catalogue, structure } from '#policy/catalogue.ts'

export const maintenanceCatalogue = catalogue({
  maintenance_windows: structure(
    'id starts_at ends_at occupies read_only text_da text_en announced_by announced_at',
    'configuration',
  ),
  maintenance_mails: structure('id window_id user_id news queued_at sent_at not_sent_because', 'configuration'),
  maintenance_endings: structure('window_id ended_at ended_by', 'configuration'),
})

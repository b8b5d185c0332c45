import { catalogue, structure } from '#policy/catalogue.ts'

export const agreementsCatalogue = catalogue({
  agreement_endings: structure('id organisation_id last_day reason announced_by announced_at', 'ledger'),
  agreement_endings_taken_back: structure('ending_id taken_back_by taken_back_at', 'ledger'),
  agreement_effects: structure('organisation_id ending_id took_effect_at access_until', 'ledger'),
  agreement_steps: structure('organisation_id step reached_at figures', 'ledger'),
})

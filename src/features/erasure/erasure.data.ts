import { catalogue, structure } from '#policy/catalogue.ts'

export const erasureCatalogue = catalogue({
  erasures: structure('entry referral_withdrawn_by', 'ledger'),
  revocations: structure('id entry what subject detail revoked_at', 'ledger'),
  restores: structure('id backup_taken_at restored_at replayed_at erasures_replayed', 'ledger'),
  retired_epochs: structure('epoch retired_at', 'configuration'),
})

import { catalogue, structure } from '#policy/catalogue.ts'

export const erasureOrdersCatalogue = catalogue({
  erasure_orders: structure(
    'id organisation_id case_id reason ordered_by ordered_at withdrawn_by withdrawn_at carried_out_at',
    'ledger',
  ),
})

import { catalogue, structure } from '#policy/catalogue.ts'

export const oversightCatalogue = catalogue({
  counted_days: structure('day counted_at', 'ledger'),
  day_counts: structure('day figure subject count', 'ledger'),
})

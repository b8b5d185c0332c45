import { catalogue, columns, structure } from '#policy/catalogue.ts'

const sender = {
  subject: 'business-contact',
  category: 'business-contact',
  protection: 'sealed',
  retention: 'answered',
} as const

export const leadsCatalogue = catalogue({
  leads: {
    ...structure('id language received_at review_on', 'answered'),
    ...columns('email_index', { ...sender, protection: 'blind-index' }),
    ...columns('name_sealed company_sealed phone_sealed email_sealed message_sealed', sender),
  },
  lead_answers: {
    ...structure('lead_id answered_by answered_at erase_on', 'answered'),
    ...columns('text_sealed', sender),
  },
})

import { catalogue, columns, structure } from '#policy/catalogue.ts'

const answer = { subject: 'visitor', category: 'cookie-choices', protection: 'plain', retention: 'ledger' } as const

export const cookiesCatalogue = catalogue({
  cookie_choices: {
    ...structure('id site text_hash', 'ledger'),
    ...columns('consent_id accepted refused means chosen_at', answer),
  },
  cookie_choice_texts: structure('hash site version language shown first_answered_at', 'ledger'),
})

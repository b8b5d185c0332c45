import { catalogue, columns, structure } from '#policy/catalogue.ts'

const asked = { subject: 'patient', category: 'health.request', retention: 'answered' } as const

export const rightsCatalogue = catalogue({
  rights_requests: {
    ...structure('id person_id case_id controller_id received_at', 'answered'),
    ...columns('right field', { ...asked, category: 'access-history', protection: 'plain' }),
    ...columns('text_sealed proposal_sealed', { ...asked, protection: 'sealed' }),
  },
  rights_identity_checks: structure('request_id means checked_by checked_at', 'answered'),
  rights_request_states: {
    ...structure('request_id state by_kind by_user at law', 'answered'),
    ...columns('note_sealed', { ...asked, protection: 'sealed' }),
  },
  rights_notices: structure('request_id recipient_id told_at', 'answered'),
  authority_notices: {
    ...structure('id request_id disclosure_id raised_at told_at told_by', 'answered'),
    ...columns('authority disclosed_at', { ...asked, category: 'access-history', protection: 'plain' }),
  },
  case_restrictions: structure('id case_id request_id because restricted_at lifted_at lifted_by ends_on', 'course'),
})

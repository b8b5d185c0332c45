import { newId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { type Form, form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { organisationOf, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { apiClientsTexts } from './api-clients.texts.ts'
import { apiClientsView, issuedClientView } from './api-clients.view.tsx'
import { clientById, clientsOf, revoke, saveClient } from './clients.sql.ts'

const emptyState = { values: {}, errors: [] }
const naming: Form<{ readonly name: string }> = form({ name: text({ max: 80 }) })

/** The machines that an insurer has let in. */
export const listApiClients = action({
  at: routes.organisation.apiClients,
  asks: 'api-client.list',
  touches: ['business-contact'],
  notices: texts({ revoked: apiClientsTexts.da.revokedNotice }, { revoked: apiClientsTexts.en.revokedNotice }),
  async run({ tx, permit, page }) {
    return show(apiClientsView(page, await clientsOf(tx, organisationOf(permit)), emptyState))
  },
})

/** Makes a client and shows its secret, this one time: it cannot be sent on to another page without leaving it in an address. */
export const issueApiClient = action({
  at: routes.organisation.issueApiClient,
  asks: 'api-client.issue',
  touches: ['business-contact', 'credentials'],
  input: naming,
  again: async ({ tx, permit, page, form: typed }) =>
    apiClientsView(page, await clientsOf(tx, organisationOf(permit)), typed),
  async run({ tx, permit, page, input, now, record }) {
    const { token: secret, hash } = newToken()
    const id = newId<'api-client'>()
    const client = { id, name: input.name, organisationId: organisationOf(permit) }
    await saveClient(tx, { ...client, secretHash: hash, issuedBy: userOf(permit), at: now })
    record({ detail: { clientId: id } })
    return show(issuedClientView(page, { ...client, secret }))
  },
})

/** Shuts a client out at once, whatever tokens it holds. */
export const revokeApiClient = action({
  at: routes.organisation.revokeApiClient,
  asks: 'api-client.revoke',
  touches: ['business-contact'],
  load: ({ reader, params }) => clientById(reader, params.clientId),
  facts: (found) => ({ organisationId: found.organisation_id, object: { type: 'api-client', id: found.id } }),
  async run({ tx, permit, found, now }) {
    await revoke(tx, found.id, { userId: userOf(permit), at: now })
    return seeOther(routes.organisation.apiClients.href({}, { notice: 'revoked' }))
  },
})

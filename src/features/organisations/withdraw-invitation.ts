import type { Id } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { type InvitationRow, openInvitation, saveInvitationWithdrawal } from './invitations.sql.ts'
import { invite } from './invite.ts'

type Finding = Visit<'/organisation/invitations/:invitationId'> & { readonly reader: Reader }

const findInvitation = async ({ params, reader, actor }: Finding): Promise<InvitationRow | null> =>
  actor.kind === 'staff' ? openInvitation(reader, params.invitationId as Id<'invitation'>, actor.organisationId) : null

const facts = (found: InvitationRow) => ({
  organisationId: found.organisation_id,
  object: { type: 'invitation', id: found.id },
})

/** Makes an invitation's link useless. */
export const withdrawInvitation = action({
  at: routes.organisation.withdrawInvitation,
  asks: 'user.invite',
  touches: ['business-contact'],
  load: findInvitation,
  facts,
  async run({ tx, found, now, permit }) {
    await saveInvitationWithdrawal(tx, found.id, now)
    return seeOther(listWith(permit, found, 'withdrawn'))
  },
})

/** A new link in place of the old, for those who lost it or came too late. */
export const resendInvitation = action({
  at: routes.organisation.resendInvitation,
  asks: 'user.invite',
  touches: ['business-contact'],
  load: findInvitation,
  facts,
  async run({ tx, found, now, permit, language, record }) {
    await saveInvitationWithdrawal(tx, found.id, now)
    const { name, email, roles, organisation_id: organisationId } = found
    const outcome = await invite(tx, permit, { name, email, roles, organisationId, language, now })
    if (outcome.kind !== 'invited') return seeOther(listWith(permit, found, 'withdrawn'))
    record({ detail: { invitation: outcome.id, by: userOf(permit) } })
    return seeOther(listWith(permit, found, 'resent'))
  },
})

const listWith = (permit: Permit, found: InvitationRow, notice: string) =>
  found.organisation_id === organisationOf(permit)
    ? routes.organisation.users.href({}, { notice })
    : routes.operator.organisations.href({}, { notice })

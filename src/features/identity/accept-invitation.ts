import { type Id, newId } from '#kernel/ids.ts'
import { hashPassword } from '#platform/crypto/password-hash.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { type Reader, type Tx, violatedConstraint } from '#platform/db/database.ts'
import { action, type Visit } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { acceptInvitationView, invitationOverView, invitationTexts } from './accept-invitation.view.tsx'
import { savePassword } from './accounts.sql.ts'
import { type Invitation, insertInvitedUser, liveInvitation, useInvitation } from './invitations.sql.ts'
import { newPasswordCheck, newPasswordFields } from './new-password.ts'
import { startSession } from './sessions.ts'

type Asking = Pick<Visit<'/invitations/:token'>, 'params' | 'now'> & { readonly reader: Reader }

/** Unknown, used, withdrawn and expired are all the same to whoever holds the link. */
const loadInvitation = async ({ params, now, reader }: Asking) => ({
  invitation: await liveInvitation(reader, hashToken(params.token), now),
})

export const showInvitation = action({
  at: routes.invitation.show,
  asks: 'invitation.accept',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadInvitation,
  async run({ found: { invitation }, page, params }) {
    if (!invitation) return show(invitationOverView(page), 410)
    const typed = { values: { name: invitation.name }, errors: [] }
    return show(acceptInvitationView(page, typed, invitation, params.token))
  },
})

/** Makes the account, and leads on to the second factor: the new user is only half logged in. */
export const acceptInvitation = action({
  at: routes.invitation.accept,
  asks: 'invitation.accept',
  touches: ['business-contact', 'credentials'],
  as: 'gatekeeper',
  limit: 'log-in',
  load: loadInvitation,
  input: ({ invitation }) =>
    form({ name: text({ max: 120 }), ...newPasswordFields }, newPasswordCheck(invitation?.email ?? '')),
  again: ({ found: { invitation }, page, form: typed, params }) =>
    invitation ? acceptInvitationView(page, typed, invitation, params.token) : invitationOverView(page),
  async run({ found: { invitation }, input, form: typed, page, params, tx, record, ...visit }) {
    if (!invitation) return show(invitationOverView(page), 410)
    const phc = await hashPassword(input.password)
    const outcome = await makeAccount(tx, invitation, { name: input.name, phc, visit })
    if (outcome.kind === 'over') return show(invitationOverView(page), 410)
    if (outcome.kind === 'email-taken') {
      const errors = [{ field: '', message: invitationTexts[page.language].emailTaken }]
      return show(acceptInvitationView(page, { ...typed, errors }, invitation, params.token), 409)
    }
    record({ detail: { userId: outcome.userId, invitationId: invitation.id } })
    const cookie = await startSession(tx, visit, { kind: 'half-staff', userId: outcome.userId })
    return seeOther(routes.logIn.setUp.form.href({}), cookie)
  },
})

type Made = { kind: 'made'; userId: Id<'user'> } | { kind: 'over' } | { kind: 'email-taken' }
type Wanted = { name: string; phc: string; visit: Pick<Visit, 'language' | 'now'> }

async function makeAccount(tx: Tx, invitation: Invitation, { name, phc, visit }: Wanted): Promise<Made> {
  const userId = newId<'user'>()
  try {
    return await tx.attempt(async () => {
      if (!(await useInvitation(tx, invitation.id, visit.now))) return { kind: 'over' }
      await insertInvitedUser(tx, invitation.id, { id: userId, name, language: visit.language })
      await savePassword(tx, userId, phc)
      return { kind: 'made', userId }
    })
  } catch (error) {
    if (violatedConstraint(error) === 'one_user_for_each_email') return { kind: 'email-taken' }
    throw error
  }
}

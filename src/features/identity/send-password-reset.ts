import { type Id, readId } from '#kernel/ids.ts'
import { texts } from '#kernel/language.ts'
import { newToken } from '#platform/crypto/tokens.ts'
import type { Task } from '#platform/jobs/task.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { routes } from '#src/routes.ts'
import { insertReset, recipientOfReset } from './accounts.sql.ts'

const validMinutes = 30

const words = texts(
  {
    subject: 'Vælg en ny adgangskode til Klinikbro',
    text: (name: string, link: string) =>
      `Hej ${name}\n\nDu, eller en anden, har bedt om en ny adgangskode til din konto. Brug linket inden for ${validMinutes} minutter:\n\n${link}\n\nHar du ikke bedt om det, skal du ikke gøre noget. Din adgangskode er den samme som før.`,
  },
  {
    subject: 'Choose a new password for Klinikbro',
    text: (name: string, link: string) =>
      `Hello ${name}\n\nYou, or somebody else, have asked for a new password for your account. Use the link within ${validMinutes} minutes:\n\n${link}\n\nIf you did not ask, you need do nothing. Your password is the same as before.`,
  },
)

/**
 * Makes the link and mails it. The token is made here and only its hash is stored, so that neither queue nor log ever holds one;
 * a retry makes another, and the one that was not sent expires.
 */
export const sendPasswordReset = ({
  database,
  mail,
  now,
  urls,
}: Pick<WorkerServices, 'database' | 'mail' | 'now' | 'urls'>): Task => ({
  asks: 'password.send-reset',
  touches: ['credentials'],
  async perform({ payload, permitFor, note }) {
    const userId = userIn(payload)
    const { token, hash } = newToken()
    const to = await database.transaction({ kind: 'system' }, async (tx) => {
      const permit = await permitFor(tx, { userId, object: { type: 'user', id: userId } })
      const user = await recipientOfReset(tx, userId)
      if (user) await insertReset(tx, hash, userId, now().add({ minutes: validMinutes }))
      return user && { ...user, permit }
    })
    if (!to) return 'nothing-done'
    const link = new URL(routes.passwordReset.choose.href({ token }), urls.referral).href
    const { subject, text } = words[to.language]
    await mail.send({ to: to.email, subject, text: text(to.name, link), language: to.language })
    await database.transaction({ kind: 'system' }, (tx) => note(tx, { permit: to.permit }))
    return 'noted'
  },
})

function userIn(payload: unknown): Id<'user'> {
  const given = typeof payload === 'object' && payload !== null && 'userId' in payload ? payload.userId : null
  const userId = typeof given === 'string' ? readId<'user'>(given) : null
  if (!userId) throw new Error('A password reset for nobody')
  return userId
}

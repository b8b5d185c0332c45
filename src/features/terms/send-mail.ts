import { readEmail } from '#kernel/email.ts'
import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { isRefusedForGood } from '#platform/mail/mail.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { tellChangeTexts } from './tell-change.texts.ts'
import type { Notice } from './terms.sql.ts'

type Sending = { readonly notice: Notice; readonly to: string | null; readonly told: PolicyVersion | undefined }

/** Null when it went out; otherwise what no retry mends. Trouble that passes is thrown. */
export async function sendMail(
  { mail, urls }: WorkerServices,
  { notice, to, told }: Sending,
): Promise<'no-address' | 'email-refused' | null> {
  const address = readEmail(to ?? '')
  // A process that does not know the version yet leaves the mail to one that does.
  if (!told?.model.change) throw new Error('A notice of a version that this process does not know')
  if (!address.ok) return 'no-address'
  const { language } = notice
  const at = (path: string) => new URL(path, urls.referral).href
  const from = formats(language).dateLong(Temporal.PlainDate.from(told.validFrom))
  const { subject, text } = tellChangeTexts[language]
  try {
    await mail.send({
      to: address.value,
      subject,
      text: text(told.model.change.summary[language], from, at(routes.terms.href({}))),
      language,
      messageId: `<${notice.id}@${urls.referral.hostname}>`,
    })
    return null
  } catch (error) {
    if (isRefusedForGood(error)) return 'email-refused'
    throw error
  }
}

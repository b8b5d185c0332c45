import { readEmail } from '#kernel/email.ts'
import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { isRefusedForGood } from '#platform/mail/mail.ts'
import { changesSince } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { tellChangeTexts } from './tell-change.texts.ts'
import type { Notice } from './terms.sql.ts'

type Sending = {
  readonly notice: Notice
  readonly to: string | null
  readonly versions: readonly PolicyVersion[]
}

/** Null when it went out; otherwise what no retry mends. Trouble that passes is thrown. */
export async function sendMail(
  { mail, urls }: WorkerServices,
  { notice, to, versions }: Sending,
): Promise<'no-address' | 'email-refused' | null> {
  const address = readEmail(to ?? '')
  const { language, version, accepted } = notice
  const served = versions.find((one) => Number(one.version) === version)
  // A process that does not know the version yet leaves the mail to one that does.
  if (!served?.model.change) throw new Error('A notice of a version that this process does not know')
  if (!address.ok) return 'no-address'
  const { dateLong } = formats(language)
  const news = changesSince(versions, { accepted: accepted ?? version - 1, served })
  const summaries = news.map(({ model }) => model.change.summary[language])
  const from = dateLong(Temporal.PlainDate.from(served.validFrom))
  const { subject, text } = tellChangeTexts[language]
  try {
    await mail.send({
      to: address.value,
      subject,
      text: text(summaries, from, new URL(routes.terms.href({}), urls.referral).href),
      language,
      messageId: `<${notice.id}@${urls.referral.hostname}>`,
    })
    return null
  } catch (error) {
    if (isRefusedForGood(error)) return 'email-refused'
    throw error
  }
}

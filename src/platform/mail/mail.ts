/**
 * Mail by SMTP. With `requireTls` nothing leaves unless the connection is encrypted with TLS 1.2 or newer and the
 * server's certificate holds: Datatilsynet does not accept opportunistic encryption. Notices stay neutral all the same.
 */
import { createTransport } from 'nodemailer'
import { readEmail } from '#kernel/email.ts'
import type { Language } from '#kernel/language.ts'
import { mailBody, type WayBack } from './mail-text.ts'

export type MailOptions = {
  /** `smtp://` (STARTTLS) or `smtps://`, with user and password where the server asks for them. */
  readonly smtpUrl: URL
  readonly from: string
  /** False only for a catcher on this machine. */
  readonly requireTls: boolean
  /** For the foot of each mail (promise R1.9). */
  readonly privacyPolicyUrl: (language: Language) => string
}

export type Mail = {
  readonly to: string
  /** Travels in the open: nothing that reveals a condition or a person's number. */
  readonly subject: string
  /** Plain text; blank lines part paragraphs. The foot is added. */
  readonly text: string
  readonly language: Language
  readonly calendar?: { readonly filename: string; readonly content: string }
  /** The same at every retry, e.g. `<id@host>`, so that a mailbox shows it once. */
  readonly messageId?: string
  /** Where the site that sends has a policy of its own. */
  readonly privacyPolicyUrl?: string
  /** What the foot tells of writing back; without it: log in. */
  readonly wayBack?: WayBack
}

/** Throws when the server does not take the mail, or the address or subject cannot be right. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): void }

export function openMail(options: MailOptions): Mailer {
  const transport = createTransport(connection(options), { disableFileAccess: true, disableUrlAccess: true })
  return {
    send: async (mail) => {
      await transport.sendMail(envelope(options, mail))
    },
    close: () => transport.close(),
  }
}

function connection({ smtpUrl, requireTls }: MailOptions) {
  const secure = smtpUrl.protocol === 'smtps:'
  const user = decodeURIComponent(smtpUrl.username)
  return {
    host: smtpUrl.hostname,
    port: Number(smtpUrl.port || (secure ? 465 : 587)),
    secure,
    requireTLS: requireTls && !secure,
    tls: { minVersion: 'TLSv1.2' as const, rejectUnauthorized: requireTls },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    ...(user ? { auth: { user, pass: decodeURIComponent(smtpUrl.password) } } : {}),
  }
}

function envelope(options: MailOptions, mail: Mail) {
  const { language, wayBack = 'log-in', privacyPolicyUrl = options.privacyPolicyUrl(language) } = mail
  const body = mailBody(mail.text, language, { wayBack, privacyPolicyUrl })
  return {
    from: options.from,
    // An address object is never read as a list, so no second recipient slips in.
    to: { name: '', address: oneAddress(mail.to) },
    subject: oneLine(mail.subject),
    ...body,
    headers: { 'Content-Language': language, 'Auto-Submitted': 'auto-generated' },
    ...(mail.messageId ? { messageId: oneLine(mail.messageId) } : {}),
    ...(mail.calendar ? { attachments: [calendarFile(mail.calendar)] } : {}),
  }
}

const calendarFile = ({ filename, content }: { filename: string; content: string }) => ({
  filename: oneLine(filename),
  content,
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
})

function oneAddress(to: string): string {
  const read = readEmail(to)
  if (!read.ok) throw new Error(`Mail to an address that cannot be right: ${read.problem}`)
  return read.value
}

function oneLine(text: string): string {
  if (/[\u0000-\u001f\u007f]/.test(text)) throw new Error('A mail header with control characters')
  return text
}

/** SMTP (RFC 5321, 4.2.1): a reply of 5xx to this recipient or content; the same would get the same answer. */
export const isRefusedForGood = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') &&
  'responseCode' in error &&
  Number(error.responseCode) >= 500

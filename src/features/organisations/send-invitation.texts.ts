import { formats } from '#kernel/format.ts'
import { type Language, texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'

type Parts = {
  readonly name: string
  readonly organisation: string
  readonly link: string
  readonly expiresAt: Temporal.Instant
}

const words = texts(
  {
    subject: 'Du er inviteret til Klinikbro',
    text: ({ name, organisation, link }: Parts, until: string) =>
      `Hej ${name}\n\n${organisation} har inviteret dig til Klinikbro. Følg linket for at vælge en adgangskode og en ekstra måde at bekræfte, at det er dig:\n\n${link}\n\nLinket virker indtil ${until} og kan bruges én gang. Del det ikke med andre.\n\nHar du ikke ventet denne mail, kan du se bort fra den: uden linket får ingen adgang.`,
  },
  {
    subject: 'You are invited to Klinikbro',
    text: ({ name, organisation, link }: Parts, until: string) =>
      `Hello ${name}\n\n${organisation} has invited you to Klinikbro. Follow the link to choose a password and a second way to confirm that it is you:\n\n${link}\n\nThe link works until ${until} and can be used once. Do not share it.\n\nIf you did not expect this e-mail, you can ignore it: without the link nobody gets access.`,
  },
)

/** Subject and text of the mail with the link. */
export function invitationMail(language: Language, parts: Parts): { subject: string; text: string } {
  const { subject, text } = words[language]
  return { subject, text: text(parts, formats(language).dateTime(parts.expiresAt)) }
}

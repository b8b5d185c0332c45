import { formats } from '#kernel/format.ts'
import { texts } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import { Button, Form, Section } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AuthorityNoticeRow } from './authority-notices.sql.ts'
import type { OpenedRequest } from './found-request.ts'

const words = texts(
  {
    title: 'Myndigheder, der skal have besked',
    lead: 'De har fået oplysninger fra sagen. Skriv til dem, hvad der er rettet, slettet eller begrænset (artikel 19), og notér det her.',
    had: (authority: string, day: string) => `${authority} fik oplysninger ${day}.`,
    told: (authority: string, day: string) => `${authority} har fået besked ${day}.`,
    note: (authority: string) => `Notér, at ${authority} har fået besked`,
    toPerson: 'Myndigheder, der får besked',
    waits: (authority: string, controller: string) => `${controller} skal fortælle ${authority} om det.`,
  },
  {
    title: 'Authorities that must be told',
    lead: 'They have received information from the case. Write to them what was corrected, erased or restricted (Article 19), and note it here.',
    had: (authority: string, day: string) => `${authority} received information on ${day}.`,
    told: (authority: string, day: string) => `${authority} was told on ${day}.`,
    note: (authority: string) => `Note that ${authority} has been told`,
    toPerson: 'Authorities that are told',
    waits: (authority: string, controller: string) => `${controller} must tell ${authority} about it.`,
  },
)

type Part = { readonly page: Page; readonly request: OpenedRequest }

/** For whoever answered: who is still to be told, and who has been. */
export function AuthoritiesToTell({ page, request: { found, authorities } }: Part) {
  const t = words[page.language]
  if (authorities.length === 0) return null
  return (
    <Section title={t.title} lead={t.lead}>
      {authorities.map((notice) =>
        notice.told_at ? (
          <p>{t.told(notice.authority, dayIn(page, notice.told_at))}</p>
        ) : (
          <Form
            page={page}
            action={routes.rights.authorityTold.href({ rightsRequestId: found.id, noticeId: notice.id })}
          >
            <p>{t.had(notice.authority, dayIn(page, notice.disclosed_at))}</p>
            <Button kind="secondary">{t.note(notice.authority)}</Button>
          </Form>
        ),
      )}
    </Section>
  )
}

/** For the person: which authorities hear of it. */
export function AuthoritiesTold({ page, request: { found, authorities } }: Part) {
  const t = words[page.language]
  if (authorities.length === 0) return null
  return (
    <Section title={t.toPerson}>
      <ul>
        {authorities.map(({ authority, told_at }) => (
          <li>{told_at ? t.told(authority, dayIn(page, told_at)) : t.waits(authority, found.controller_name)}</li>
        ))}
      </ul>
    </Section>
  )
}

const dayIn = (page: Page, at: NonNullable<AuthorityNoticeRow['told_at']>) => formats(page.language).dateLong(dayOf(at))

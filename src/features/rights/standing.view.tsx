import { formats } from '#kernel/format.ts'
import { Section, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { deadlineOf } from './deadline.ts'
import type { RequestRow } from './requests.sql.ts'
import { datatilsynetUrl, rightTexts } from './rights.texts.ts'
import { viewRightsTexts } from './view-rights.texts.ts'

export const courseOf = (row: Pick<RequestRow, 'received_at' | 'identified_at' | 'is_extended'>) => ({
  receivedAt: row.received_at,
  identifiedAt: row.identified_at,
  isExtended: row.is_extended,
})

type Steps = Pick<RequestRow, 'received_at' | 'identified_at' | 'is_extended' | 'is_carried_out' | 'answer'>

/** How a request stands: its answer, or by when there is one. */
export const Standing = ({ page, request }: { readonly page: Page; readonly request: Steps }) => {
  const t = rightTexts[page.language]
  if (request.is_carried_out) return <Tag tone="success">{t.states['carried-out']}</Tag>
  if (request.answer)
    return <Tag tone={request.answer === 'granted' ? 'success' : 'danger'}>{t.states[request.answer]}</Tag>
  const due = deadlineOf(courseOf(request))
  const said = viewRightsTexts[page.language]
  return <Tag tone={due ? 'info' : 'warning'}>{due ? said.due(formats(page.language).dayMonth(due)) : said.paused}</Tag>
}

/** The way to the authority stands wherever a right is shown or refused (GDPR art. 77). */
export const Complaint = ({ page }: { readonly page: Page }) => {
  const t = rightTexts[page.language]
  return (
    <Section title={t.complaintTitle} id="complaint">
      <p>{t.complaint}</p>
      <p>
        <a href={datatilsynetUrl}>{t.complaintLink}</a>
      </p>
    </Section>
  )
}

/** `Lænd` or `Telefon` or `Klinikkens notater` for the field that a correction is about. */
export const treatmentOf = (page: Page, request: RequestRow): string =>
  (page.language === 'da' ? request.treatment_da : request.treatment_en) ?? ''

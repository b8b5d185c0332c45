import { formatCpr, passesModulus11 } from '#kernel/cpr.ts'
import { formats } from '#kernel/format.ts'
import { Button, Card, FileField, Form, Section, SummaryList, Tag } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { caseFieldTexts } from './case-fields.ts'
import { fieldNames } from './case-timeline.ts'
import type { WholeCase } from './read-case.ts'
import { showCaseTexts } from './show-case.texts.ts'

export type CasePart = { readonly page: Page; readonly whole: WholeCase }

export function PatientPart({ page, whole: { patient, found } }: CasePart) {
  const t = showCaseTexts[page.language]
  const { contact, cpr } = patient
  return (
    <Section title={t.patientSection}>
      <SummaryList
        items={[
          { label: t.name, value: contact.name },
          cpr && { label: t.cpr, value: formatCpr(cpr) },
          { label: t.phone, value: contact.phone ? formats(page.language).phone(contact.phone) : t.notGiven },
          { label: t.email, value: contact.email ?? t.notGiven },
          { label: t.postcode, value: contact.postcode ?? t.notGiven },
          { label: t.treatment, value: page.language === 'da' ? found.treatment_da : found.treatment_en },
        ]}
      />
      {cpr && !passesModulus11(cpr) && <p>{t.cprCheck}</p>}
    </Section>
  )
}

export function ApprovalsPart({ page, whole: { approvals } }: CasePart) {
  const t = showCaseTexts[page.language]
  const { dateShort } = formats(page.language)
  return (
    <Section title={t.approvalsSection}>
      <SummaryList
        items={approvals.map((one) => ({
          label: t.approval(one.sessions, dateShort(one.valid_from), dateShort(one.valid_until)),
          value: one.any_clinic ? t.anyClinic : one.clinics.map(({ name }) => name).join(', '),
        }))}
      />
    </Section>
  )
}

/** Every clinic that was handed the case, each once, with what it was handed and whether it still sees it. */
export function SeenByPart({ page, whole: { disclosures, found } }: CasePart) {
  const t = showCaseTexts[page.language]
  const handed = disclosures.filter(({ direction }) => direction === 'to-clinic')
  const newest = [...new Map(handed.map((one) => [one.recipient_id, one])).values()]
  const waits = found.state === 'open' || found.state === 'booked'
  return (
    <Section title={t.seenSection}>
      {newest.length === 0 && <p>{waits ? t.seenByNobodyYet : t.seenByNobody}</p>}
      {newest.map((one) => (
        <Card
          title={one.recipient_name}
          level={3}
          tag={<Tag tone={one.sees_now ? 'success' : 'neutral'}>{one.sees_now ? t.stillSees : t.seesNoLonger}</Tag>}
        >
          {one.sees_now && <p>{t.sees(fieldNames(one.fields, page.language))}</p>}
          <p>{t.since(formats(page.language).dateTime(one.disclosed_at))}</p>
        </Card>
      ))}
      {newest.length > 0 && <p>{t.notesAreTheirs}</p>}
    </Section>
  )
}

export function DetailsPart({ page, whole: { details } }: CasePart) {
  const t = showCaseTexts[page.language]
  if (details.length === 0) return null
  return (
    <Section title={t.detailsSection}>
      <SummaryList
        items={details.map(({ field, text }) => ({ label: caseFieldTexts[page.language][field].label, value: text }))}
      />
    </Section>
  )
}

/** The way to what a law demands; for those who answer for the case. */
export function AuthoritiesPart({ page, whole: { found } }: CasePart) {
  const t = showCaseTexts[page.language]
  return (
    <Section title={t.authoritiesSection}>
      <p>{t.authoritiesText}</p>
      <p>
        <a href={routes.case.authorities.form.href({ caseId: found.id })}>{t.authorities}</a>
      </p>
    </Section>
  )
}

type Attaching = CasePart & { readonly form: FormState; readonly mayChange: boolean }

export function AttachmentsPart({ page, whole: { attachments, found }, form, mayChange }: Attaching) {
  const t = showCaseTexts[page.language]
  const { fileSize, dateTime } = formats(page.language)
  return (
    <Section title={t.attachmentsSection}>
      {attachments.length === 0 && <p>{t.noAttachments}</p>}
      <ul>
        {attachments.map(({ id, name, size_bytes, uploaded_at }) => (
          <li>
            {mayChange ? (
              <a href={routes.case.attachment.show.href({ caseId: found.id, attachmentId: id })}>{name}</a>
            ) : (
              name
            )}{' '}
            ({fileSize(size_bytes)}, {dateTime(uploaded_at)})
          </li>
        ))}
      </ul>
      {mayChange && (
        <Form
          page={page}
          form={form}
          action={routes.case.attachment.create.href({ caseId: found.id })}
          encType="multipart/form-data"
        >
          <FileField
            page={page}
            form={form}
            name="attachments"
            label={t.addAttachment}
            hint={t.attachmentsHint}
            accept=".pdf,.png,.jpg,.jpeg"
            maxMegabytes={10}
            multiple
          />
          <Button kind="secondary">{t.attach}</Button>
        </Form>
      )}
    </Section>
  )
}

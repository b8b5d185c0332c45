import { caseFieldTexts } from '#features/cases/index.ts'
import { formats } from '#kernel/format.ts'
import { Section, SummaryList } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OpenedCourse } from './course.ts'
import { courseTexts, onDay } from './courses.texts.ts'

type HandedProps = { readonly page: Page; readonly course: OpenedCourse }

/** What was handed over, by whom and when; nothing else is known of the patient here. `mayTell`: whether authorities may be told of it. */
export const HandedOver = ({ page, course, mayTell }: HandedProps & { readonly mayTell: boolean }): Html => {
  const t = courseTexts[page.language]
  const { row, contact, cpr, details, attachments } = course
  const when = onDay(page.language, row.disclosed_at)
  const say = formats(page.language)
  return (
    <>
      <Section title={t.patientHeading}>
        <SummaryList
          items={[
            cpr && { label: t.cpr, value: `${cpr.slice(0, 6)}-${cpr.slice(6)}` },
            contact?.phone
              ? { label: t.phone, value: <a href={`tel:${contact.phone}`}>{say.phone(contact.phone)}</a> }
              : null,
            contact?.email ? { label: t.email, value: <a href={`mailto:${contact.email}`}>{contact.email}</a> } : null,
            contact?.postcode ? { label: t.postcode, value: contact.postcode } : null,
            { label: t.insurer, value: row.insurer_name },
            { label: t.caseNumber, value: row.case_number },
          ]}
        />
      </Section>
      <Section title={t.healthHeading} lead={t.healthLead}>
        {details.length === 0 && <p>{t.noHealth}</p>}
        <SummaryList
          items={details.map(({ field, value }) => ({ label: caseFieldTexts[page.language][field].label, value }))}
        />
        {attachments.length > 0 && <Attachments page={page} course={course} />}
        <p class="quiet">
          {row.chosen_by_patient ? t.chosenByPatient(when) : t.receivedFromInsurer(row.insurer_name, when)}
        </p>
        {mayTell && (
          <p>
            <a href={routes.clinic.authorities.form.href({ caseId: row.id })}>{t.authorities}</a>
          </p>
        )}
      </Section>
    </>
  )
}

const Attachments = ({ page, course }: HandedProps): Html => (
  <>
    <h3>{courseTexts[page.language].attachments}</h3>
    <ul>
      {course.attachments.map(({ id, name, size_bytes }) => (
        <li>
          <a href={routes.clinic.attachment.href({ caseId: course.row.id, attachmentId: id })}>{name}</a>{' '}
          {formats(page.language).fileSize(size_bytes)}
        </li>
      ))}
    </ul>
  </>
)

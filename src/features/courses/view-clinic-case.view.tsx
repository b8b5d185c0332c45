import { caseFieldTexts } from '#features/cases/index.ts'
import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  Form,
  Layout,
  Section,
  SummaryList,
  Table,
  Tag,
  TextArea,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type OpenedCourse, visitState } from './course.ts'
import { approvalSentence, courseTexts, onDay } from './courses.texts.ts'
import { RequestList } from './session-requests.view.tsx'
import { visitTones } from './visit-tones.ts'

type CaseProps = {
  readonly page: Page
  readonly course: OpenedCourse
  readonly form: FormState
  readonly mayWrite: boolean
}

export function clinicCaseView(props: CaseProps): Html {
  const { page, course, mayWrite } = props
  const t = courseTexts[page.language]
  const { row, closure } = course
  const open = mayWrite && !closure
  return (
    <Layout
      page={page}
      title={course.contact?.name ?? t.unknownPatient}
      lead={page.language === 'da' ? row.treatment_da : row.treatment_en}
      back={{ href: routes.clinic.cases.href({}), label: t.back }}
      aside={<Handed {...props} />}
    >
      {closure && <Closure page={page} closure={closure} />}
      <p>{approvalSentence(page.language, row)}</p>
      {open && (
        <ButtonRow>
          <ButtonLink href={routes.clinic.times.href({ caseId: row.id })} icon="calendar">
            {t.book}
          </ButtonLink>
          <ButtonLink href={routes.clinic.requestSessions.form.href({ caseId: row.id })} kind="secondary">
            {t.askForMore}
          </ButtonLink>
          <ButtonLink href={routes.clinic.closure.form.href({ caseId: row.id })} kind="secondary">
            {t.closeCourse}
          </ButtonLink>
        </ButtonRow>
      )}
      <Section title={t.visits}>
        <Visits {...props} />
      </Section>
      {course.requests.length > 0 && (
        <Section title={t.requests}>
          <RequestList page={page} requests={course.requests} />
        </Section>
      )}
      <Section title={t.notes} lead={t.notesLead}>
        <Notes {...props} />
        {open && <NoteForm {...props} />}
      </Section>
    </Layout>
  )
}

const Closure = ({ page, closure }: { page: Page; closure: NonNullable<OpenedCourse['closure']> }): Html => {
  const t = courseTexts[page.language]
  return (
    <Alert page={page} kind="info" title={t.closedTitle}>
      <p>{t.closedText(onDay(page.language, closure.closedAt), closure.closedBy)}</p>
      <p>
        {t.outcome}: {t.outcomes[closure.outcome]}
      </p>
      {closure.summary && (
        <p>
          {t.summary}: {closure.summary}
        </p>
      )}
    </Alert>
  )
}

/** What was handed over, by whom and when; nothing else is known of the patient here. */
const Handed = ({ page, course }: CaseProps): Html => {
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
      </Section>
    </>
  )
}

const Attachments = ({ page, course }: { page: Page; course: OpenedCourse }): Html => (
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

const Visits = ({ page, course }: CaseProps): Html => {
  const t = courseTexts[page.language]
  const say = formats(page.language)
  return (
    <Table
      caption={t.visits}
      captionHidden
      rows={course.visits}
      empty={<EmptyState title={t.noVisits} />}
      columns={[
        {
          label: t.time,
          heads: true,
          cell: (visit) => (
            <a href={routes.clinic.appointment.show.href({ appointmentId: visit.id })}>
              {say.dateTime(visit.starts_at)}
            </a>
          ),
        },
        { label: t.practitioner, cell: (visit) => visit.practitioner_name },
        {
          label: t.state,
          cell: (visit) => <Tag tone={visitTones[visitState(visit)]}>{t.visitStates[visitState(visit)]}</Tag>,
        },
      ]}
    />
  )
}

const Notes = ({ page, course }: CaseProps): Html => {
  const t = courseTexts[page.language]
  if (course.notes.length === 0) return <p>{t.noNotes}</p>
  return (
    <SummaryList
      items={course.notes.map((note) => ({
        label: [formats(page.language).dateTime(note.writtenAt), note.writtenBy && t.by(note.writtenBy)]
          .filter(Boolean)
          .join(' '),
        value: note.text.split('\n').map((line) => <p>{line}</p>),
      }))}
    />
  )
}

const NoteForm = ({ page, course, form }: CaseProps): Html => (
  <Form page={page} action={routes.clinic.note.href({ caseId: course.row.id })} form={form}>
    <TextArea page={page} form={form} name="text" label={courseTexts[page.language].note} maxLength={4000} rows={4} />
    <Button kind="secondary">{courseTexts[page.language].saveNote}</Button>
  </Form>
)

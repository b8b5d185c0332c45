import { formats } from '#kernel/format.ts'
import { Alert, ButtonLink, ButtonRow, EmptyState, Layout, Section, Table, Tag } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type OpenedCourse, visitState } from './course.ts'
import { approvalSentence, courseTexts, onDay } from './courses.texts.ts'
import { HandedOver } from './handed-over.view.tsx'
import { NoteForm, NoteList } from './notes.view.tsx'
import { RequestList } from './session-requests.view.tsx'
import { visitTones } from './visit-tones.ts'

type CaseProps = {
  readonly page: Page
  readonly course: OpenedCourse
  readonly form: FormState
  readonly mayWrite: boolean
  /** Whether the reader answers for the clinic's journal to authorities. */
  readonly mayTell: boolean
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
      aside={<HandedOver page={page} course={course} mayTell={props.mayTell} />}
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
        <NoteList page={page} course={course} />
        {open && <NoteForm page={page} course={course} form={props.form} />}
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

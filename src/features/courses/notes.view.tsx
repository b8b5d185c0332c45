import { formats } from '#kernel/format.ts'
import { Button, Form, TextArea, Timeline } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { OpenedCourse } from './course.ts'
import { courseTexts } from './courses.texts.ts'

type NotesProps = { readonly page: Page; readonly course: OpenedCourse }

/** The clinic's notes, the newest first. */
export const NoteList = ({ page, course }: NotesProps): Html => {
  const t = courseTexts[page.language]
  if (course.notes.length === 0) return <p>{t.noNotes}</p>
  return (
    <Timeline
      items={course.notes.map((note) => ({
        time: formats(page.language).dateTime(note.writtenAt),
        datetime: note.writtenAt.toString(),
        title: note.writtenBy ? t.by(note.writtenBy) : t.byFormerColleague,
        body: note.text.split('\n').map((line) => <p>{line}</p>),
      }))}
    />
  )
}

export const NoteForm = ({ page, course, form }: NotesProps & { readonly form: FormState }): Html => (
  <Form page={page} action={routes.clinic.note.href({ caseId: course.row.id })} form={form}>
    <TextArea page={page} form={form} name="text" label={courseTexts[page.language].note} maxLength={4000} rows={4} />
    <Button kind="secondary">{courseTexts[page.language].saveNote}</Button>
  </Form>
)

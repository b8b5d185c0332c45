import { Card } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import type { OpenedCourse } from './course.ts'
import { courseTexts, onDay } from './courses.texts.ts'

type Requests = OpenedCourse['requests']

/** What the clinic has asked for, each with its answer. */
export const RequestList = ({ page, requests }: { readonly page: Page; readonly requests: Requests }): Html => (
  <>
    {requests.map((request) => (
      <Card>
        <p>
          <strong>
            {courseTexts[page.language].asked(request.sessions, onDay(page.language, request.requestedAt))}
          </strong>
        </p>
        <p>{request.reason}</p>
        <p>{answered(page, request.answer)}</p>
      </Card>
    ))}
  </>
)

function answered(page: Page, answer: Requests[number]['answer']): string {
  const t = courseTexts[page.language]
  switch (answer.kind) {
    case 'waiting':
      return t.waiting
    case 'granted':
      return t.granted(answer.sessions, onDay(page.language, answer.until))
    case 'refused':
      return `${t.refused} ${answer.reason}`
  }
}

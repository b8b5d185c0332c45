import type { FreeTime } from '#features/availability/index.ts'
import { formats } from '#kernel/format.ts'
import { Button, ButtonLink, ButtonRow, Card, Form } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { findTimesTexts } from './find-times.texts.ts'
import { type Choosing, Moves, timeValue } from './time-form.view.tsx'

type Props = Choosing & {
  readonly page: Page
  readonly first: FreeTime
  readonly town: string | null
  readonly moreHref: string
}

/** A clinic with its first free time, to be taken at once, and the way to all its times. */
export function ClinicCard({ page, first, town, caseId, moves, moreHref }: Props) {
  const t = findTimesTexts[page.language]
  const { weekdayDateTime } = formats(page.language)
  const when = weekdayDateTime(first.startsAt)
  const place = [town, awayOf(page, first)].filter(Boolean).join(', ')
  return (
    <Card title={first.clinicName}>
      {place !== '' && <p>{place}</p>}
      <p>{t.first(when, first.practitionerName)}</p>
      <Form page={page} action={routes.my.hold.create.href({ caseId })}>
        <Moves moves={moves} />
        <ButtonRow>
          <Button name="time" value={timeValue(first)}>
            {t.choose(when)}
          </Button>
          <ButtonLink href={moreHref} kind="secondary">
            {t.moreHere}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** "3,4 km væk"; null while we do not know where the patient is. */
export function awayOf(page: Page, { km }: FreeTime): string | null {
  const t = findTimesTexts[page.language]
  if (km === null) return null
  return km < 1 ? t.closeBy : t.away(formats(page.language).distance(km))
}

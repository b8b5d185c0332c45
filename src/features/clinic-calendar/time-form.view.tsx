import type { FreeTime } from '#features/availability/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Alert, Button, Form, type FreeDay, TextArea, TimePicker } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'
import { timeValue } from './free-week.ts'

/** Where the page lives and where its form goes: booking a new time, or moving one. */
export type TimeErrand = {
  readonly kind: 'book' | 'move'
  readonly title: string
  readonly lead: string | null
  readonly back: { readonly href: string; readonly label: string }
  readonly timesHref: (query: Readonly<Record<string, string>>) => string
  readonly action: string
  /** A late move needs a reason. */
  readonly asksReason: boolean
}

type TimeFormProps = {
  readonly page: Page
  readonly errand: TimeErrand
  readonly form: FormState
  readonly times: readonly FreeTime[]
  readonly label: string
}

/** Free times to choose among, and what is sent with the choice. */
export const TimeForm = ({ page, errand, form, times, label }: TimeFormProps): Html => {
  const t = chooseTimeTexts[page.language]
  return (
    <Form page={page} action={errand.action} form={form}>
      <TimePicker page={page} form={form} name="time" label={label} days={daysOf(page, times)} />
      {errand.asksReason && (
        <>
          <Alert page={page} kind="warning" title={t.late}>
            <p>{t.lateText}</p>
          </Alert>
          <TextArea page={page} form={form} name="reason" label={t.reason} maxLength={500} rows={2} />
        </>
      )}
      <p class="quiet">{t.told}</p>
      <Button>{errand.kind === 'book' ? t.book : t.move}</Button>
    </Form>
  )
}

function daysOf(page: Page, times: readonly FreeTime[]): FreeDay[] {
  const say = formats(page.language)
  const byDay = Map.groupBy(times, ({ startsAt }) => dayOf(startsAt).toString())
  return [...byDay.values()].map((ofDay) => ({
    label: say.dateLong(dayOf(ofDay[0]!.startsAt)),
    times: ofDay.map((time) => ({
      value: timeValue(time),
      label: say.time(time.startsAt),
      detail: time.practitionerName,
    })),
  }))
}

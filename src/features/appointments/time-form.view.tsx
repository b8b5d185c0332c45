import type { FreeTime } from '#features/availability/index.ts'
import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import { readId } from '#kernel/ids.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { Form, type FreeDay, TimePicker } from '#platform/design/index.ts'
import { emptyForm, type Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'

/** A chosen time as it is sent: practitioner and instant. */
export const timeValue = ({ practitionerId, startsAt }: Pick<FreeTime, 'practitionerId' | 'startsAt'>): string =>
  `${practitionerId}~${startsAt}`

/** Null when it was not made by `timeValue`. */
export function readTimeValue(text: string): Pick<FreeTime, 'practitionerId' | 'startsAt'> | null {
  const [practitioner = '', start = ''] = text.split('~')
  const practitionerId = readId<'practitioner'>(practitioner)
  if (!practitionerId || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(start)) return null
  try {
    return { practitionerId, startsAt: Temporal.Instant.from(start) }
  } catch {
    return null
  }
}

export type Choosing = {
  readonly caseId: Id<'case'>
  /** The appointment that the chosen time is to replace. */
  readonly moves: Id<'appointment'> | null
}

type TimesFormProps = Choosing & {
  readonly page: Page
  readonly times: readonly FreeTime[]
  readonly label: string
  /** Says under each time where it is; otherwise only with whom. */
  readonly namesClinic: boolean
}

/** Free times under their days; each is a button that holds the time. */
export function TimesForm({ page, caseId, moves, times, label, namesClinic }: TimesFormProps) {
  return (
    <Form page={page} action={routes.my.hold.create.href({ caseId })}>
      <Moves moves={moves} />
      <TimePicker
        page={page}
        form={emptyForm}
        name="time"
        label={label}
        days={daysOf(page, times, namesClinic)}
        kind="send"
        headings={2}
      />
    </Form>
  )
}

export const Moves = ({ moves }: Pick<Choosing, 'moves'>) => moves && <input type="hidden" name="moves" value={moves} />

function daysOf(page: Page, times: readonly FreeTime[], namesClinic: boolean): FreeDay[] {
  const { dateLong, time, distance } = formats(page.language)
  const byDay = Map.groupBy(times, ({ startsAt }) => dayOf(startsAt).toString())
  return [...byDay.values()].map((ofDay) => ({
    label: dateLong(dayOf(ofDay[0]!.startsAt)),
    times: ofDay.map((one) => ({
      value: timeValue(one),
      label: time(one.startsAt),
      detail: namesClinic
        ? [one.clinicName, one.km === null ? null : distance(one.km)].filter(Boolean).join(', ')
        : one.practitionerName,
    })),
  }))
}

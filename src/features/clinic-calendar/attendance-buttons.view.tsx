import type { VisitState } from '#features/courses/index.ts'
import { Button, Form } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AttendanceState } from './attendance.ts'
import { calendarTexts } from './clinic-calendar.texts.ts'

type ButtonsProps = {
  readonly page: Page
  readonly appointmentId: string
  readonly state: VisitState
  readonly offered: readonly AttendanceState[]
  readonly returnTo: string
  /** Whose visit, for those who hear the buttons one by one: "for Ana kl. 9.00". */
  readonly whose: string
}

/** What can be noted next, and the way back from a wrong click. */
export const AttendanceButtons = (props: ButtonsProps): Html | null => {
  const { page, state, offered } = props
  const t = calendarTexts[page.language]
  const isNoted = state === 'arrived' || state === 'completed' || state === 'no-show'
  if (offered.length === 0 && !isNoted) return null
  return (
    <Form
      page={page}
      action={routes.clinic.appointment.attendance.href({ appointmentId: props.appointmentId })}
      class="button-row"
    >
      <input type="hidden" name="returnTo" value={props.returnTo} />
      {offered.map((one) => (
        <Button name="state" value={one} kind={one === 'no-show' ? 'quiet' : 'secondary'}>
          {t.states[one]}
          <span class="visually-hidden"> {props.whose}</span>
        </Button>
      ))}
      {isNoted && (
        <Button name="state" value="undo" kind="quiet">
          {t.undo}
          <span class="visually-hidden"> {props.whose}</span>
        </Button>
      )}
    </Form>
  )
}

type Standing = { readonly state: VisitState; readonly isToday: boolean; readonly hasBegun: boolean }

/** The buttons that would be accepted now. */
export function offeredStates({ state, isToday, hasBegun }: Standing): readonly AttendanceState[] {
  if (state === 'booked') return hasBegun ? ['arrived', 'completed', 'no-show'] : isToday ? ['arrived'] : []
  return state === 'arrived' && hasBegun ? ['completed'] : []
}

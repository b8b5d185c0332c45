import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, date, text, wholeNumber } from '#platform/http/form-fields.ts'

/** An insurer's answer as it is typed, before what the decision needs has been asked for. */
type Typed = {
  readonly decision: 'grant' | 'refuse'
  readonly sessions: number | null
  readonly until: Temporal.PlainDate | null
  readonly refusal: string | null
}

export type SessionAnswer =
  | { readonly kind: 'grant'; readonly sessions: number; readonly until: Temporal.PlainDate }
  | { readonly kind: 'refuse'; readonly refusal: string }

export const answerForm = (today: Temporal.PlainDate, consentIsLive: boolean) =>
  form(
    {
      decision: choice(['grant', 'refuse'], { missing: texts('Vælg, hvad I svarer', 'Choose your answer') }),
      sessions: wholeNumber({ min: 1, max: 99 }).optional(),
      until: date().optional(),
      refusal: text({ max: 2000, multiline: true }).optional(),
    },
    consentHolds(consentIsLive),
    isWhole(today),
  )

/** What `isWhole` has let through. */
export function answerIn({ decision, sessions, until, refusal }: Typed): SessionAnswer {
  if (decision === 'grant' && sessions && until) return { kind: 'grant', sessions, until }
  if (decision === 'refuse' && refusal) return { kind: 'refuse', refusal }
  throw new Error('The form let half an answer through')
}

const consentHolds =
  (isLive: boolean): Check<Typed> =>
  ({ decision }) =>
    decision === 'refuse' || isLive
      ? []
      : [
          {
            field: 'decision',
            message: texts(
              'Samtykket er trukket tilbage, så I kan ikke godkende nu',
              'The consent is withdrawn, so you cannot grant now',
            ),
          },
        ]

const isWhole =
  (today: Temporal.PlainDate): Check<Typed> =>
  ({ decision, sessions, until, refusal }) => {
    if (decision === 'refuse') {
      return refusal
        ? []
        : [{ field: 'refusal', message: texts('Skriv, hvorfor I giver afslag', 'Say why you refuse') }]
    }
    if (!sessions) return [{ field: 'sessions', message: texts('Indtast et antal', 'Enter a number') }]
    if (!until) return [{ field: 'until', message: texts('Indtast en slutdato', 'Enter an end date') }]
    return String(until) < String(today)
      ? [
          {
            field: 'until',
            message: texts('Datoen er passeret. Vælg en senere dag', 'The date has passed. Choose a later day'),
          },
        ]
      : []
  }

import { texts } from '#kernel/language.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import type { FormState } from '#platform/html/page.ts'
import { type Check, form } from '#platform/http/form.ts'
import { choice, date, text } from '#platform/http/form-fields.ts'
import { type HoldGround, holdGroundsOf } from '#policy/hold-grounds.ts'
import type { PolicyModel } from '#policy/model.ts'

/** What an administrator can hold a case for. Throws when the policy names nothing. */
export function groundsByHand(model: PolicyModel): readonly [HoldGround, ...HoldGround[]] {
  const [first, ...rest] = holdGroundsOf(model).filter(({ placedBy }) => placedBy === 'controller')
  if (!first) throw new Error(`The policy of ${model.site} names no ground for a hold`)
  return [first, ...rest]
}

/** The last day on which a hold for this ground must be looked at again. */
export const latestReview = ({ reviewWithin }: HoldGround, now: Temporal.Instant): Temporal.PlainDate =>
  dayOf(now).add(reviewWithin ?? 'P0D')

type Reviewed = { readonly reviewOn: Temporal.PlainDate }

const isInTime =
  (latest: Temporal.PlainDate, now: Temporal.Instant): Check<Reviewed> =>
  ({ reviewOn }) => {
    if (Temporal.PlainDate.compare(reviewOn, dayOf(now)) <= 0)
      return [{ field: 'reviewOn', message: texts('Vælg en dag, der ikke er gået', 'Choose a day that lies ahead') }]
    if (Temporal.PlainDate.compare(reviewOn, latest) <= 0) return []
    const { day, month, year } = latest
    const said = `${day}.${month}.${year}`
    return [{ field: 'reviewOn', message: texts(`Senest den ${said}`, `No later than ${said}`) }]
  }

const reviewOn = () => date({ missing: texts('Skriv, hvornår I ser på det igen', 'Say when you look at it again') })

export function holdForm(model: PolicyModel, now: Temporal.Instant) {
  const grounds = groundsByHand(model)
  return form(
    {
      reason: choice(
        grounds.map(({ id }) => id),
        { missing: texts('Vælg, hvad sagen holdes for', 'Choose what the case is held for') },
      ),
      why: text({ max: 500, multiline: true, missing: texts('Skriv hvorfor', 'Say why') }),
      reviewOn: reviewOn(),
    },
    (values) => {
      const ground = grounds.find(({ id }) => id === values.reason) ?? grounds[0]
      return isInTime(latestReview(ground, now), now)(values)
    },
  )
}

export const reviewForm = (ground: HoldGround, now: Temporal.Instant) =>
  form({ reviewOn: reviewOn() }, isInTime(latestReview(ground, now), now))

export const liftForm = () =>
  form({ why: text({ max: 500, multiline: true, missing: texts('Skriv hvorfor', 'Say why') }) })

/** A form whose day is already filled in. */
export const startingOn = ({ day, month, year }: Temporal.PlainDate): FormState => ({
  values: { 'reviewOn-day': `${day}`, 'reviewOn-month': `${month}`, 'reviewOn-year': `${year}` },
  errors: [],
})

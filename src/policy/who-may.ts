import type { ActorClass } from './actor.ts'
import type { Condition } from './facts.ts'
import { lackingIn } from './gate.ts'
import type { PolicyModel } from './model.ts'
import type { Touches } from './permit.ts'
import type { ActionName } from './vocabulary.ts'

export type Allowed = {
  readonly who: ActorClass
  /** What must be so about the object; all of them. */
  readonly when: readonly Condition[]
  /** The activity that it is part of, for its purpose and its sentence. */
  readonly activity: string
}

/** The reverse question: who, by this model, could ever do this and touch these categories, and under which conditions? Sorted by who. */
export const whoMay = (model: PolicyModel, action: ActionName, touches: Touches = []): readonly Allowed[] =>
  model.activities
    .filter((activity) => lackingIn(activity, touches).length === 0)
    .flatMap(({ id, grants }) =>
      grants
        .filter((grant) => grant.action === action)
        .flatMap(({ to, when }) => to.map((who) => ({ who, when, activity: id }))),
    )
    .sort((one, other) => one.who.localeCompare(other.who, 'en') || one.activity.localeCompare(other.activity, 'en'))

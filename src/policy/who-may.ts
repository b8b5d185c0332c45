import type { ActorClass } from './actor.ts'
import type { Condition } from './facts.ts'
import type { PolicyModel } from './model.ts'
import type { ActionName } from './vocabulary.ts'

export type Allowed = {
  readonly who: ActorClass
  /** What must be so about the object; all of them. */
  readonly when: readonly Condition[]
  /** The activity that it is part of, for its purpose and its sentence. */
  readonly activity: string
}

/** The reverse question: who, by this model, could ever do this, and under which conditions? Sorted by who. */
export const whoMay = (model: PolicyModel, action: ActionName): readonly Allowed[] =>
  model.activities
    .flatMap(({ id, grants }) =>
      grants
        .filter((grant) => grant.action === action)
        .flatMap(({ to, when }) => to.map((who) => ({ who, when, activity: id }))),
    )
    .sort((one, other) => one.who.localeCompare(other.who, 'en') || one.activity.localeCompare(other.activity, 'en'))

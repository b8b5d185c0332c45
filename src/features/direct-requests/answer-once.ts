import { saveState } from '#features/rights/index.ts'
import { violatedConstraint } from '#platform/db/database.ts'
import { userOf } from '#policy/permit.ts'
import { type Carried, type Carrying, carryDirect } from './carry-direct.ts'
import type { DirectDecision } from './direct-decision-form.ts'
import type { DirectRow } from './direct-requests.sql.ts'

/** Why an answer could not be carried out, and so was not given. */
export type AnswerProblem = Exclude<Carried, 'done'>

class Undone extends Error {
  readonly why: AnswerProblem
  constructor(why: AnswerProblem) {
    super(why)
    this.why = why
  }
}

/** The answer and what follows, or neither. */
export async function answerOnce(
  carrying: Carrying,
  found: DirectRow,
  decision: DirectDecision,
): Promise<Carried | 'already'> {
  const { tx, permit, now } = carrying
  const [state, law] =
    decision.decision === 'grant' ? (['granted', null] as const) : (['refused', decision.law] as const)
  try {
    return await tx.attempt(async () => {
      await saveState(tx, { requestId: found.id, byKind: 'staff', by: userOf(permit), now, state, law })
      const carried = await carryDirect(carrying, found, decision)
      if (carried !== 'done') throw new Undone(carried)
      return carried
    })
  } catch (error) {
    if (error instanceof Undone) return error.why
    const violated = violatedConstraint(error)
    if (violated === 'answered_once' || violated === 'rights_request_states_pkey') return 'already'
    throw error
  }
}

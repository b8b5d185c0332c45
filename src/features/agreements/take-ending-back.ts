import { violatedConstraint } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { seeOther } from '#platform/http/answer.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { saveTakenBack } from './agreements.sql.ts'
import { factsOfAgreement, findAgreement } from './show-organisation.ts'

/** Takes the announced end back, while it has not taken effect. */
export const takeEndingBack = action({
  at: routes.operator.organisation.ending.takeBack,
  asks: 'agreement.end',
  load: findAgreement,
  facts: factsOfAgreement,
  async run({ tx, permit, found, now }) {
    const back = (notice: string) =>
      seeOther(routes.operator.organisation.show.href({ organisationId: found.id }, { notice }))
    const { ending_id: endingId } = found
    if (!endingId) return back('taken-back')
    try {
      await tx.attempt(() => saveTakenBack(tx, { endingId, by: userOf(permit), now }))
    } catch (error) {
      switch (violatedConstraint(error)) {
        case 'no_way_back_after_the_effect':
          return back('too-late')
        case 'agreement_endings_taken_back_pkey':
          return back('taken-back')
        default:
          throw error
      }
    }
    return back('taken-back')
  },
})

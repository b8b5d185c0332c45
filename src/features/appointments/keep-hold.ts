import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { type Answer, seeOther, show } from '#platform/http/answer.ts'
import { routes } from '#src/routes.ts'
import { isBefore } from './appointments.ts'
import { refuse } from './contend.ts'
import { choosingOf, type FoundHold, findHold, holdFacts, wantedOf } from './found-hold.ts'
import { releaseHold, renewHold } from './holds.ts'
import { holdTexts } from './keep-hold.texts.ts'
import { holdView } from './keep-hold.view.tsx'
import { refusalView } from './refusal.view.tsx'

/** The held time with its countdown; once it has expired, what happened and the nearest times. */
export const viewHold = action({
  at: routes.my.hold.show,
  asks: 'hold.view',
  touches: ['booking', 'health.approval', 'business-contact'],
  notices: texts(
    { renewed: holdTexts.da.renewed, 'not-renewed': holdTexts.da.notRenewed },
    { renewed: holdTexts.en.renewed, 'not-renewed': holdTexts.en.notRenewed },
  ),
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, now, found, page }) {
    if (isBefore(now, found.hold.expires_at)) return show(holdView(page, found.hold, found.moved))
    return expired(tx, page, { found, now })
  },
})

export const renewHeldTime = action({
  at: routes.my.hold.renew,
  asks: 'hold.change',
  touches: ['booking'],
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, now, found }) {
    const { kind } = await renewHold({ tx, now }, permit, found.hold.id)
    return seeOther(routes.my.hold.show.href({ holdId: found.hold.id }, { notice: kind }))
  },
})

export const releaseHeldTime = action({
  at: routes.my.hold.release,
  asks: 'hold.change',
  touches: ['booking'],
  load: ({ params, reader, now }) => findHold(reader, params.holdId, now),
  facts: holdFacts,
  async run({ tx, permit, found }) {
    await releaseHold(tx, permit, found.hold.id)
    return seeOther(
      found.moved
        ? routes.my.appointment.show.href({ appointmentId: found.moved.id })
        : routes.my.times.href({ caseId: found.hold.case_id }, { notice: 'released' }),
    )
  },
})

async function expired(
  reader: Reader,
  page: Page,
  { found, now }: { readonly found: FoundHold; readonly now: Temporal.Instant },
): Promise<Answer> {
  return show(refusalView(page, await refuse(reader, wantedOf(found, now), 'hold-expired'), choosingOf(found)))
}

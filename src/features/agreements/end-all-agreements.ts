import type { Id } from '#kernel/ids.ts'
import { newId } from '#kernel/ids.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import type { PolicyModel } from '#policy/model.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { saveEffect, saveEnding, saveTakenBack } from './agreements.sql.ts'
import { accessUntil } from './agreements.ts'
import { announcedForAll, figuresOfService, lockService, whoWouldStay } from './end-all-agreements.sql.ts'
import { endServiceNotices } from './end-all-agreements.texts.ts'
import { endServiceView } from './end-all-agreements.view.tsx'
import { serviceForm } from './ending-form.ts'

async function shown(tx: Tx, page: Page, form: FormState) {
  const [announced] = await announcedForAll(tx)
  const figures = await figuresOfService(tx, dayOf(page.now))
  return endServiceView(page, { figures, closesOn: announced?.last_day ?? null }, form)
}

export const showServiceEnd = action({
  at: routes.operator.ending.form,
  asks: 'agreement.end',
  notices: endServiceNotices,
  run: async ({ tx, page }) => show(await shown(tx, page, emptyForm)),
})

/** Ends every agreement on one day, also those that were to end later; and with them all that rests on consent (T20.1). */
export const endService = (model: PolicyModel) =>
  action({
    at: routes.operator.ending.create,
    asks: 'agreement.end',
    input: (_, { now }) => serviceForm(dayOf(now)),
    again: ({ tx, page, form }) => shown(tx, page, form),
    async run({ tx, permit, input: { lastDay }, now, record }) {
      const by = userOf(permit)
      const today = dayOf(now)
      const isToday = Temporal.PlainDate.compare(lastDay, today) === 0
      await lockService(tx)
      for (const { id: organisationId, later_ending: endingId } of await whoWouldStay(tx, lastDay)) {
        if (endingId) await saveTakenBack(tx, { endingId, by, now })
        const id = newId<'agreement-ending'>()
        await saveEnding(tx, { id, organisationId, lastDay, reason: 'service-ends', by, now })
        if (isToday)
          await saveEffect(tx, { endingId: id, organisationId, now, accessUntil: accessUntil(model, lastDay) })
      }
      record({ detail: { lastDay: lastDay.toString(), reason: 'service-ends' } })
      return seeOther(routes.operator.ending.form.href({}, { notice: isToday ? 'ended' : 'announced' }))
    },
  })

/** Takes back what was announced for all, as long as it has not taken effect. */
export const takeServiceEndBack = action({
  at: routes.operator.ending.takeBack,
  asks: 'agreement.end',
  async run({ tx, permit, now }) {
    await lockService(tx)
    const announced: readonly { id: Id<'agreement-ending'> }[] = await announcedForAll(tx)
    for (const { id: endingId } of announced) await saveTakenBack(tx, { endingId, by: userOf(permit), now })
    return seeOther(routes.operator.ending.form.href({}, { notice: 'taken-back' }))
  },
})

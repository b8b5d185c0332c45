import { type Id, newId } from '#kernel/ids.ts'
import { atTime, type ClockTime, Temporal } from '#kernel/time.ts'
import type { Tx } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { date, text, tick, time } from '#platform/http/form-fields.ts'
import { resumePutOff } from '#platform/jobs/put-off.sql.ts'
import { userOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { announceTexts, maintenanceNotices } from './announce-maintenance.texts.ts'
import { maintenanceView } from './announce-maintenance.view.tsx'
import { allWindows, saveEnding, saveWindow, windowById } from './maintenance.sql.ts'
import { queueNews } from './tell-administrators.sql.ts'

const list = async (tx: Tx, page: Page, shown: FormState) => maintenanceView(page, await allWindows(tx), shown)

export const viewMaintenance = action({
  at: routes.operator.maintenance,
  asks: 'maintenance.view',
  touches: [],
  notices: maintenanceNotices,
  run: async ({ tx, page }) => show(await list(tx, page, emptyForm)),
})

type Typed = { startsOn: Temporal.PlainDate; startsAt: ClockTime; endsOn: Temporal.PlainDate; endsAt: ClockTime }
type Wrong = { readonly field: 'startsAt' | 'endsAt'; readonly message: string }

/** A mistyped year must not close the site until somebody notices. */
const longestHours = 48

/** The instants of Danish clocks, or what is wrong with them. */
function spanIn(typed: Typed, now: Temporal.Instant, t: (typeof announceTexts)['da']) {
  const startsAt = atTime(typed.startsOn, typed.startsAt)
  const endsAt = atTime(typed.endsOn, typed.endsAt)
  const wrong: Wrong[] = []
  if (!startsAt) wrong.push({ field: 'startsAt', message: t.noSuchTime })
  if (!endsAt) wrong.push({ field: 'endsAt', message: t.noSuchTime })
  if (!startsAt || !endsAt) return { ok: false, wrong } as const
  const thisMinute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const { compare } = Temporal.Instant
  if (compare(startsAt, thisMinute) < 0) wrong.push({ field: 'startsAt', message: t.gone })
  if (compare(endsAt, startsAt) <= 0) wrong.push({ field: 'endsAt', message: t.endsFirst })
  else if (compare(endsAt, startsAt.add({ hours: longestHours })) > 0)
    wrong.push({ field: 'endsAt', message: t.tooLong })
  return wrong.length > 0 ? ({ ok: false, wrong } as const) : ({ ok: true, startsAt, endsAt } as const)
}

/** Tells everybody of a window, on every page from a week before (T19.7). */
export const announceMaintenance = action({
  at: routes.operator.announceMaintenance,
  asks: 'maintenance.announce',
  touches: [],
  input: form({
    startsOn: date(),
    startsAt: time(),
    endsOn: date(),
    endsAt: time(),
    readOnly: tick(),
    textDa: text({ max: 300 }),
    textEn: text({ max: 300 }),
  }),
  again: ({ tx, page, form: shown }) => list(tx, page, shown),
  async run({ tx, page, permit, input, form: typed, now, language, services, record }) {
    const t = announceTexts[language]
    const again = async (errors: FormState['errors'], status: number) =>
      show(await list(tx, page, { ...typed, errors }), status)
    const span = spanIn(input, now, t)
    if (!span.ok) return again(span.wrong, 422)
    const { startsAt, endsAt } = span
    const { readOnly, textDa, textEn } = input
    const id = newId<'maintenance-window'>()
    const window = { id, startsAt, endsAt, readOnly, textDa, textEn, announcedBy: userOf(permit), announcedAt: now }
    if (!(await saveWindow(tx, window))) return again([{ field: 'startsAt', message: t.overlaps }], 422)
    record({ detail: { window: id } })
    await queueNews(tx, { windowId: id, news: 'announced' })
    services.maintenance.forget()
    return seeOther(routes.operator.maintenance.href({}, { notice: 'announced' }))
  },
})

/** Calls a window off, or ends it early; then jobs that wait for its end are done at once. */
export const endMaintenance = action({
  at: routes.operator.endMaintenance,
  asks: 'maintenance.end',
  touches: [],
  load: ({ params, reader }) => windowById(reader, params.windowId as Id<'maintenance-window'>),
  facts: ({ id }) => ({ object: { type: 'maintenance-window', id } }),
  async run({ tx, found, permit, now, services }) {
    const back = (notice: keyof (typeof maintenanceNotices)['da']) =>
      seeOther(routes.operator.maintenance.href({}, { notice }))
    if (Temporal.Instant.compare(found.ends_at, now) <= 0) return back('over')
    if (!(await saveEnding(tx, { windowId: found.id, endedAt: now, endedBy: userOf(permit) }))) return back('over')
    const isCalledOff = Temporal.Instant.compare(found.starts_at, now) > 0
    await queueNews(tx, { windowId: found.id, news: isCalledOff ? 'called-off' : 'ended' })
    await resumePutOff(tx)
    services.maintenance.forget()
    return back(isCalledOff ? 'calledOff' : 'ended')
  },
})

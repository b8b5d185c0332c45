import type { FreeTime } from '#features/availability/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, Layout, StepGuide, Tabs } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AppointmentRow } from './appointments.sql.ts'
import { type BookableCase, searchableWithin, sessionsLeft } from './appointments.ts'
import { awayOf, ClinicCard } from './clinic-card.view.tsx'
import { findTimesTexts } from './find-times.texts.ts'
import { NoTimes } from './no-times.view.tsx'
import type { Offer } from './offered-times.ts'
import { timeTexts } from './refusals.texts.ts'
import { TimeFilters } from './time-filters.view.tsx'
import { TimesForm } from './time-form.view.tsx'

type Shown = {
  readonly booking: BookableCase
  readonly moved: AppointmentRow | null
  readonly offer: Offer
  readonly form: FormState
  /** What was chosen, for links that change one thing of it. */
  readonly chosen: FormState['values']
}

type Part = Shown & { readonly page: Page; readonly here: (query: Readonly<Record<string, string | null>>) => string }

export function findTimesView(page: Page, shown: Shown) {
  const { booking, moved, offer, form } = shown
  const t = findTimesTexts[page.language]
  const here: Part['here'] = (query) =>
    moved
      ? routes.my.appointment.times.href({ appointmentId: moved.id }, query)
      : routes.my.times.href({ caseId: booking.caseId }, query)
  const part = { ...shown, page, here }
  const title = moved ? t.titleMove : t.title(booking.treatment.name[page.language])
  const back = moved
    ? routes.my.appointment.show.href({ appointmentId: moved.id })
    : routes.my.case.href({ caseId: booking.caseId })
  const canSearch = offer.clinics.length > 0 || form.errors.length > 0
  return (
    <Layout page={page} title={title} lead={leadOf(page, shown)} back={{ href: back, label: t.toCase }}>
      {canSearch && (
        <StepGuide page={page} steps={timeTexts[page.language].steps.map((label) => ({ label }))} current={1} />
      )}
      {canSearch && <TimeFilters page={page} action={here({})} offer={offer} form={form} />}
      {offer.kind === 'nothing' ? (
        <NoTimes page={page} reason={offer.reason} caseId={booking.caseId} widerHref={here({})} />
      ) : (
        <Offered {...part} />
      )}
    </Layout>
  )
}

function leadOf(page: Page, { booking, moved }: Shown): string | undefined {
  const t = findTimesTexts[page.language]
  const { weekdayDateTime, dayMonth } = formats(page.language)
  if (moved) return t.leadMove(weekdayDateTime(moved.starts_at))
  const within = searchableWithin(booking.approvals, dayOf(page.now))
  if (!within) return undefined
  const usable = booking.approvals.filter(({ validUntil }) => validUntil.toString() >= dayOf(page.now).toString())
  return t.left(
    usable.reduce((sum, one) => sum + sessionsLeft(one), 0),
    dayMonth(within.until),
  )
}

function Offered(part: Part) {
  const { page, here, offer, form, chosen } = part
  const t = findTimesTexts[page.language]
  const keep = keptOf(chosen)
  return (
    <>
      {offer.clinics.length > 1 && !form.values.clinic && (
        <Tabs
          label={t.views}
          tabs={[
            { href: here({ ...keep, view: null }), label: t.byClinic, current: offer.kind === 'clinics' },
            { href: here({ ...keep, view: 'days' }), label: t.byDay, current: offer.kind === 'days' },
          ]}
        />
      )}
      {offer.kind === 'clinics' &&
        offer.firsts.map((first) => (
          <ClinicCard
            {...{ page, first, ...choosingOf(part) }}
            town={offer.clinics.find(({ id }) => id === first.clinicId)?.town ?? null}
            moreHref={here({ ...keep, clinic: first.clinicId })}
          />
        ))}
      {offer.kind === 'days' && <Days {...part} times={offer.times} />}
    </>
  )
}

function Days({
  page,
  here,
  offer,
  form,
  chosen,
  booking,
  moved,
  times,
}: Part & { readonly times: readonly FreeTime[] }) {
  const t = findTimesTexts[page.language]
  const moreFrom = offer.kind === 'days' ? offer.moreFrom : null
  const isOverClinics = new Set(times.map(({ clinicId }) => clinicId)).size > 1
  const view = form.values.clinic ? null : 'days'
  return (
    <>
      <TimesForm
        page={page}
        {...choosingOf({ booking, moved })}
        times={times}
        label={isOverClinics ? t.pick : t.pickAt(clinicOf(page, times, offer))}
        namesClinic={isOverClinics}
      />
      {moreFrom && (
        <ButtonLink href={here({ ...keptOf(chosen), view, from: moreFrom.toString() })} kind="secondary">
          {t.more(formats(page.language).dateLong(moreFrom))}
        </ButtonLink>
      )}
    </>
  )
}

/** "Klinikken på Bakken i Aarhus C (3,4 km væk)", for times that are all at one clinic. */
function clinicOf(page: Page, [first]: readonly FreeTime[], { clinics }: Offer): string {
  const t = findTimesTexts[page.language]
  const town = clinics.find(({ id }) => id === first?.clinicId)?.town ?? null
  const away = first && awayOf(page, first)
  return [first?.clinicName, town && t.inTown(town), away && `(${away})`].filter(Boolean).join(' ')
}

const choosingOf = ({ booking, moved }: Pick<Shown, 'booking' | 'moved'>) => ({
  caseId: booking.caseId,
  moves: moved?.id ?? null,
})

const keptOf = (values: FormState['values']): Readonly<Record<string, string | null>> =>
  Object.fromEntries(
    ['clinic', 'part', 'postcode', 'km', 'from', 'from-day', 'from-month', 'from-year'].map((name) => {
      const value = values[name]
      return [name, typeof value === 'string' && value !== '' ? value : null]
    }),
  )

import type { Html } from '#jsx/jsx-runtime'
import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import { texts } from '#kernel/language.ts'
import { dayOf } from '#kernel/time.ts'
import type { Page, PageMaintenance } from '../html/page.ts'
import { Icon } from './icon.tsx'

const words = texts(
  {
    label: 'Vedligehold',
    planned: (when: string) => `Vi vedligeholder siden ${when}.`,
    running: (until: string) => `Vi vedligeholder siden nu. Vi er færdige ${until}.`,
    readOnlyThen: 'Imens kan du læse, men ikke ændre noget.',
    readOnlyNow: 'Du kan læse, men ikke ændre noget. En tid kan du godt aflyse.',
    more: 'Se driftsstatus',
  },
  {
    label: 'Maintenance',
    planned: (when: string) => `We maintain the site ${when}.`,
    running: (until: string) => `We are maintaining the site now. We are done ${until}.`,
    readOnlyThen: 'Meanwhile you can read, but not change anything.',
    readOnlyNow: 'You can read, but not change anything. You can still cancel an appointment.',
    more: 'See service status',
  },
)

/** Told calmly on every page, from some days before until the end. */
export const MaintenanceNotice = ({ page }: { readonly page: Page }): Html | null => {
  const { maintenance, language } = page
  if (!maintenance) return null
  const said = words[language]
  return (
    <section class="maintenance" aria-label={said.label}>
      <div class="frame maintenance-row">
        <Icon name="info" />
        <p>
          <strong>
            {maintenance.isRunning
              ? said.running(untilOf(maintenance, page))
              : said.planned(spanOf(maintenance, language))}
          </strong>{' '}
          {maintenance.text} {maintenance.readOnly && (maintenance.isRunning ? said.readOnlyNow : said.readOnlyThen)}{' '}
          <a href={maintenance.readAt}>{said.more}</a>
        </p>
      </div>
    </section>
  )
}

const inWords = texts(
  { clock: (time: string) => `kl. ${time}`, span: (start: string, end: string) => `${start} til ${end}` },
  { clock: (time: string) => `at ${time}`, span: (start: string, end: string) => `${start} until ${end}` },
)

type Span = Pick<PageMaintenance, 'startsAt' | 'endsAt'>

/** `torsdag den 26. november kl. 22.00 til 23.30`, with the last day where it is another. */
export function spanOf({ startsAt, endsAt }: Span, language: Language): string {
  const { weekdayDateTime, time } = formats(language)
  const end = dayOf(startsAt).equals(dayOf(endsAt)) ? time(endsAt) : weekdayDateTime(endsAt)
  return inWords[language].span(weekdayDateTime(startsAt), end)
}

function untilOf({ endsAt }: Span, { language, now }: Page): string {
  const { weekdayDateTime, time } = formats(language)
  return dayOf(endsAt).equals(dayOf(now)) ? inWords[language].clock(time(endsAt)) : weekdayDateTime(endsAt)
}

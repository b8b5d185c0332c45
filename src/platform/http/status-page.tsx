import { formats } from '#kernel/format.ts'
import type { Language } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { BarePage, Section, SummaryList, spanOf, Tag } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { SiteLook } from '#platform/html/page.ts'
import {
  hasBegun,
  isOver,
  isRunning,
  type MaintenanceWindow,
  statusPath,
} from '#platform/maintenance/maintenance-window.ts'
import { type ServiceStanding, serviceParts } from '#platform/maintenance/service-standing.ts'
import { statusTexts } from './status.texts.ts'

type StatusProps = {
  readonly language: Language
  readonly site: SiteLook
  readonly home: string
  readonly now: Temporal.Instant
  readonly standing: ServiceStanding
  readonly windows: readonly MaintenanceWindow[]
}

const tones = { well: 'success', maintenance: 'warning', disturbance: 'danger', unknown: 'neutral' } as const

/** How the service is doing, in words that anybody understands, and nothing of how it is made. */
export const StatusPage = ({ language, site, home, now, standing, windows }: StatusProps): Html => {
  const t = statusTexts[language]
  const other = language === 'da' ? 'en' : 'da'
  const isDown = !standing.isServing && standing.overall === 'disturbance'
  const running = windows.filter((window) => isRunning(window, now))
  const coming = windows.filter((window) => !hasBegun(window, now))
  const past = windows.filter((window) => isOver(window, now))
  const none = (known: string) => (standing.isServing ? known : t.unknown)
  return (
    <BarePage
      language={language}
      site={site}
      home={home}
      title={t.title}
      lead={isDown ? t.down : t.overall[standing.overall]}
      otherLanguage={`${statusPath}?language=${other}`}
    >
      <Section title={t.parts}>
        <SummaryList
          items={serviceParts.map((part) => ({
            label: t.names[part],
            value: <Tag tone={tones[standing.parts[part]]}>{t.standings[standing.parts[part]]}</Tag>,
          }))}
        />
        {running.length > 0 && <Windows language={language} windows={running} none="" />}
        <p class="quiet">
          {t.logInNote} {t.seenAt(formats(language).dateTime(now))}
        </p>
      </Section>
      <Section title={t.coming}>
        <Windows language={language} windows={coming} none={none(t.noneComing)} />
      </Section>
      <Section title={t.past}>
        <Windows language={language} windows={past.toReversed()} none={none(t.nonePast)} />
      </Section>
    </BarePage>
  )
}

type WindowsProps = {
  readonly language: Language
  readonly windows: readonly MaintenanceWindow[]
  readonly none: string
}

const Windows = ({ language, windows, none }: WindowsProps): Html =>
  windows.length === 0 ? (
    <p>{none}</p>
  ) : (
    <ul>
      {windows.map((window) => (
        <li>
          <strong>{capital(spanOf(window, language))}.</strong> {window.text[language]}{' '}
          {window.readOnly && statusTexts[language].readOnly}
        </li>
      ))}
    </ul>
  )

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

import type { Temporal } from 'temporal-polyfill'
import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Icon } from './icon.tsx'
import { words } from './words.ts'

type StepGuideProps = {
  readonly page: Page
  readonly steps: readonly { readonly label: string; readonly href?: string | undefined }[]
  /** Counted from 1. Steps before it are done and may be linked. */
  readonly current: number
}

/** Where in a long errand the reader is; on a phone the names fold into one line. */
export const StepGuide = ({ page, steps, current }: StepGuideProps): Html => {
  const said = words[page.language]
  return (
    <nav class="step-guide" aria-label={said.steps}>
      <p class="step-guide-short">
        <strong>{said.stepOf(current, steps.length)}</strong> {steps[current - 1]?.label}
      </p>
      <ol>
        {steps.map((step, index) => {
          const done = index + 1 < current
          const inside = (
            <>
              <span class="step-number">{done ? <Icon name="check" /> : index + 1}</span>
              <span class="step-label">
                {done && <span class="visually-hidden">{said.stepDone}</span>}
                {step.label}
              </span>
            </>
          )
          return (
            <li class={done ? 'step step-done' : 'step'} aria-current={index + 1 === current ? 'step' : null}>
              {done && step.href !== undefined ? (
                <a class="step-link" href={step.href}>
                  {inside}
                </a>
              ) : (
                inside
              )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

export type TimelineItem = {
  readonly title: Child
  /** The time as the reader sees it. */
  readonly time: string
  readonly datetime?: string | undefined
  readonly tone?: 'done' | 'now' | 'ahead' | undefined
  readonly body?: Child
}

/** What has happened, what happens now, what comes. */
export const Timeline = ({ items }: { readonly items: readonly TimelineItem[] }): Html => (
  <ol class="timeline">
    {items.map((item) => (
      <li class={`timeline-item timeline-${item.tone ?? 'done'}`}>
        <p class="timeline-time">
          {item.datetime === undefined ? item.time : <time datetime={item.datetime}>{item.time}</time>}
        </p>
        <p class="timeline-title">{item.title}</p>
        {item.body && <div class="timeline-body">{item.body}</div>}
      </li>
    ))}
  </ol>
)

type MeterProps = {
  readonly label: string
  /** What the bar says in words: "1 booket, 5 tilbage af 6". */
  readonly text: string
  readonly value: number
  readonly max: number
}

/** A part of a whole as words, with a bar as decoration; up to twelve it is cut in pieces that can be counted. */
export const Meter = ({ label, text, value, max }: MeterProps): Html => (
  <div class="meter">
    <p>
      <strong>{label}</strong> <span>{text}</span>
    </p>
    <svg viewBox="0 0 240 10" aria-hidden="true" focusable="false" preserveAspectRatio="none">
      {max <= 12 ? <Pieces value={value} max={max} /> : <Bar share={Math.min(1, Math.max(0, value / max))} />}
    </svg>
  </div>
)

const Pieces = ({ value, max }: { readonly value: number; readonly max: number }): Html => {
  const gap = 4
  const width = (240 - gap * (max - 1)) / Math.max(1, max)
  const places = Array.from({ length: max }, (_, index) => index)
  return (
    <>
      {places.map((index) => (
        <rect
          class={index < value ? 'meter-full' : 'meter-rest'}
          x={index * (width + gap)}
          y={0}
          width={width}
          height={10}
          rx={3}
        />
      ))}
    </>
  )
}

const Bar = ({ share }: { readonly share: number }): Html => (
  <>
    <rect class="meter-rest" x={0} y={0} width={240} height={10} rx={5} />
    <rect class="meter-full" x={0} y={0} width={240 * share} height={10} rx={5} />
  </>
)

/** The time left until `until`, in whole minutes as of the page's own time; an island makes it tick. */
export const Countdown = ({
  page,
  until,
  label,
}: {
  readonly page: Page
  readonly until: Temporal.Instant
  readonly label: string
}): Html => {
  const said = words[page.language]
  const seconds = Math.ceil((until.epochMilliseconds - page.now.epochMilliseconds) / 1000)
  const minutes = Math.ceil(seconds / 60)
  return (
    <div
      class="countdown"
      data-countdown
      data-until={until.toString()}
      data-seconds={seconds}
      data-over={said.timeIsUp}
      data-almost={said.almostUp}
    >
      <Icon name="clock" />
      <p>
        {label} <strong data-left>{minutes > 0 ? said.minutesLeft(minutes) : said.timeIsUp}</strong>
      </p>
      <span class="visually-hidden" role="status" data-spoken />
    </div>
  )
}

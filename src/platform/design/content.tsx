import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Icon, type IconName } from './icon.tsx'
import { words } from './words.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** A short state beside a name: the word carries the meaning, the colour only helps. */
export const Tag = ({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone | undefined
  readonly children: Child
}): Html => <span class={`tag tag-${tone}`}>{children}</span>

type AlertKind = 'info' | 'success' | 'warning' | 'error'
type AlertProps = {
  readonly page: Page
  readonly kind?: AlertKind | undefined
  readonly title?: string | undefined
  readonly children?: Child
}

/** Something the reader should not miss. Errors interrupt a screen reader; the rest is read in its place. */
export const Alert = ({ page, kind = 'info', title, children }: AlertProps): Html => {
  const said = words[page.language]
  const spoken = kind === 'error' ? said.error : `${said[kind]}:`
  return (
    <div class={`alert alert-${kind}`} role={kind === 'error' ? 'alert' : null}>
      <Icon name={kind} />
      <div class="alert-text">
        <span class="visually-hidden">{spoken} </span>
        {title !== undefined && <p class="alert-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

type CardProps = {
  readonly title?: string | undefined
  /** Makes the title a link and the whole card its target. */
  readonly href?: string | undefined
  readonly tag?: Child
  readonly tone?: 'plain' | 'accent' | undefined
  /** Buttons at the card's foot. */
  readonly actions?: Child
  /** Of its heading: 2, or 3 inside a `Section`. */
  readonly level?: 2 | 3 | undefined
  readonly children?: Child
}

/** One thing: an appointment, a clinic, a case. */
export const Card = ({ title, href, tag, tone = 'plain', actions, level = 2, children }: CardProps): Html => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article class={`card card-${tone}${href === undefined ? '' : ' card-link'}`}>
      {title !== undefined && (
        <div class="card-head">
          <Heading class="card-title">{href === undefined ? title : <a href={href}>{title}</a>}</Heading>
          {tag}
        </div>
      )}
      {children}
      {actions && <div class="card-actions">{actions}</div>}
    </article>
  )
}

/** A part of a page with its heading. */
export const Section = ({
  title,
  id,
  lead,
  children,
}: {
  readonly title: string
  readonly id?: string | undefined
  readonly lead?: Child
  readonly children?: Child
}): Html => (
  <section class="section flow" id={id}>
    <h2>{title}</h2>
    {lead && <p class="quiet">{lead}</p>}
    {children}
  </section>
)

/** Parts that stand beside each other where there is room, and below each other on a phone. */
export const Columns = ({ children }: { readonly children: Child }): Html => <div class="columns">{children}</div>

export type SummaryItem = {
  readonly label: string
  readonly value: Child
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** Names and values: what was booked, what is about to be sent. */
export const SummaryList = ({ items }: { readonly items: readonly (SummaryItem | null | false)[] }): Html => (
  <dl class="summary-list">
    {items.map(
      (item) =>
        item && (
          <div class="summary-item">
            <dt>{item.label}</dt>
            <dd>
              {item.value}
              {item.action && (
                <a class="summary-action" href={item.action.href}>
                  {item.action.label}
                  <span class="visually-hidden"> {item.label}</span>
                </a>
              )}
            </dd>
          </div>
        ),
    )}
  </dl>
)

type EmptyProps = {
  readonly title: string
  readonly icon?: IconName | undefined
  readonly action?: Child
  readonly children?: Child
}

/** Nothing here yet: what is going on, and what to do next. */
export const EmptyState = ({ title, icon = 'calendar', action, children }: EmptyProps): Html => (
  <div class="empty-state">
    <span class="empty-state-icon">
      <Icon name={icon} />
    </span>
    <p class="empty-state-title">{title}</p>
    {children && <p>{children}</p>}
    {action}
  </div>
)

/** More for those who want it. */
export const Details = ({
  summary,
  open,
  plain,
  children,
}: {
  readonly summary: Child
  /** A summary that is itself to be read, not only a name for what is inside. */
  readonly plain?: boolean | undefined
  readonly open?: boolean | undefined
  readonly children: Child
}): Html => (
  <details class={plain ? 'details details-plain' : 'details'} open={open}>
    <summary>
      <Icon name="chevron" />
      {summary}
    </summary>
    <div class="details-body flow">{children}</div>
  </details>
)

import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { words } from './words.ts'

type Way = { readonly href: string; readonly label: string }

/** Views of the same thing, each its own page. `count` is shown behind the name. */
export const Tabs = ({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly (Way & { readonly current: boolean; readonly count?: number | undefined })[]
}): Html => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li>
          <a href={tab.href} aria-current={tab.current ? 'page' : null}>
            {tab.label}
            {tab.count !== undefined && <span class="tab-count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

/** The way from the front page to here; the last is the page itself and no link. */
export const Breadcrumbs = ({
  page,
  ways,
  here,
}: {
  readonly page: Page
  readonly ways: readonly Way[]
  readonly here: string
}): Html => (
  <nav class="breadcrumbs" aria-label={words[page.language].breadcrumbs}>
    <ol>
      {ways.map((way) => (
        <li>
          <a href={way.href}>{way.label}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)

import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { ButtonLink } from './actions.tsx'
import { assetPath } from './asset-paths.ts'
import { CookieBanner } from './cookie-question.tsx'
import { Icon } from './icon.tsx'
import { Foot } from './layout-foot.tsx'
import { Head } from './layout-head.tsx'
import { MaintenanceNotice } from './maintenance-notice.tsx'
import { words } from './words.ts'

type LayoutProps = {
  readonly page: Page
  readonly title: string
  /** A sentence or two under the heading. */
  readonly lead?: Child
  /** Lists, tables and calendars want the whole width; reading does not. */
  readonly wide?: boolean | undefined
  /** The page shows its own h1 (`Hero`). */
  readonly ownHeading?: boolean | undefined
  readonly breadcrumbs?: Child
  readonly back?: { readonly href: string; readonly label: string } | undefined
  /** Beside the content on wide screens, below it on phones. */
  readonly aside?: Child
  readonly children?: Child
}

/** A whole page: head, notice, content, foot. Render it with `renderPage`. */
export const Layout = (props: LayoutProps): Html => (
  <html
    lang={props.page.language}
    data-refused={props.page.consent.refused.join(' ') || null}
    data-errors-at={props.page.consent.errorsAt}
  >
    <DocumentHead page={props.page} title={props.title} />
    <body>
      <a class="skip-link" href="#content">
        {words[props.page.language].skip}
      </a>
      <Head page={props.page} />
      <CookieBanner page={props.page} />
      <MaintenanceNotice page={props.page} />
      <Notice page={props.page} />
      <main id="content" class={props.ownHeading === true ? 'content-own' : 'content'} tabindex="-1">
        <Content {...props} />
      </main>
      <Foot page={props.page} />
    </body>
  </html>
)

const DocumentHead = ({ page, title }: { readonly page: Page; readonly title: string }): Html => (
  <head>
    <meta charset="utf-8" />
    <title>
      {title} – {page.site.name}
    </title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="theme-color" content="#0d4a56" />
    <link rel="preload" href={assetPath('ibm-plex-sans-400.woff2')} as="font" type="font/woff2" crossorigin />
    <link rel="preload" href={assetPath('ibm-plex-sans-600.woff2')} as="font" type="font/woff2" crossorigin />
    <link rel="icon" href={assetPath('mark.svg')} type="image/svg+xml" />
    <link rel="stylesheet" href={assetPath('app.css')} />
    <script type="module" src={assetPath('islands.js')} nonce={page.nonce} />
    {page.consent.scripts.map(({ id, src }) => (
      <script src={src} nonce={page.nonce} async crossorigin="anonymous" data-third-party={id} />
    ))}
  </head>
)

const Notice = ({ page }: { readonly page: Page }): Html | null =>
  page.notice === null ? null : (
    <div class="notice" role="status" aria-label={words[page.language].notice}>
      <p class="frame">
        <Icon name="success" />
        {page.notice}
      </p>
    </div>
  )

const Content = (props: LayoutProps): Html => {
  if (props.ownHeading === true) return <>{props.children}</>
  return (
    <div class={props.wide === true || props.aside ? 'frame' : 'frame frame-reading'}>
      {props.breadcrumbs}
      {props.back && (
        <a class="back-link" href={props.back.href}>
          <Icon name="back" />
          {props.back.label}
        </a>
      )}
      <h1>{props.title}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
      {props.aside ? (
        <div class="with-aside">
          <div class="flow">{props.children}</div>
          <aside class="flow">{props.aside}</aside>
        </div>
      ) : (
        <div class="flow">{props.children}</div>
      )}
    </div>
  )
}

type ErrorPageProps = {
  readonly page: Page
  readonly status: number
  readonly title: string
  readonly text: string
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** What went wrong in plain words and the way on. The number is small: it helps the help desk, not the reader. */
export const ErrorPage = ({ page, status, title, text, action }: ErrorPageProps): Html => (
  <Layout page={page} title={title} lead={text}>
    {action && (
      <p>
        <ButtonLink href={action.href}>{action.label}</ButtonLink>
      </p>
    )}
    <p class="quiet">
      {page.language === 'da' ? 'Fejlkode' : 'Error code'} {status}
    </p>
  </Layout>
)

import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { BridgeMark, Icon } from './icon.tsx'
import { words } from './words.ts'

/** Site name, navigation, language and log-out. On a phone the last three fold into a native popover. */
export const Head = ({ page }: { readonly page: Page }): Html => (
  <header class="site-head">
    <div class="frame site-head-row">
      <a class="site-name" href={page.links.home}>
        <BridgeMark />
        {page.site.name}
      </a>
      <button class="menu-button" type="button" popovertarget="site-menu">
        <Icon name="menu" />
        {words[page.language].menu}
      </button>
      <div class="site-menu" id="site-menu" popover="auto">
        <Navigation page={page} />
        <div class="site-tools">
          <Who page={page} />
          <LanguageSwitch page={page} />
          <LogOut page={page} />
        </div>
      </div>
    </div>
  </header>
)

/** As many as fit beside name, language and log-out at 1280 pixels; whoever has more finds the last ones folded away. */
const linksInRow = 6

const Navigation = ({ page }: { readonly page: Page }): Html | null => {
  const { navigation, language } = page
  if (navigation.length === 0) return null
  const inRow = navigation.length > linksInRow ? linksInRow - 1 : linksInRow
  const folded = navigation.slice(inRow)
  return (
    <nav aria-label={words[language].mainNavigation}>
      <ul class="site-navigation">
        <Links links={navigation.slice(0, inRow)} />
        {folded.length > 0 && (
          <li>
            <details class="site-more">
              <summary>{words[language].more}</summary>
              <ul>
                <Links links={folded} />
              </ul>
            </details>
          </li>
        )}
      </ul>
    </nav>
  )
}

const Links = ({ links }: { readonly links: Page['navigation'] }): Html => (
  <>
    {links.map(({ href, label, current }) => (
      <li>
        <a href={href} aria-current={current ? 'page' : null}>
          {label}
        </a>
      </li>
    ))}
  </>
)

const Who = ({ page: { reader } }: { readonly page: Page }): Html | null => {
  if (reader.kind === 'anonymous' || reader.name === null) return null
  return (
    <p class="site-reader">
      <Icon name="person" />
      <span>
        {reader.name}
        {reader.kind === 'staff' && <small>{reader.organisation}</small>}
      </span>
    </p>
  )
}

const LanguageSwitch = ({ page }: { readonly page: Page }): Html => {
  const other = page.language === 'da' ? 'en' : 'da'
  return (
    <form method="post" action={page.links.language}>
      <input type="hidden" name="language" value={other} />
      <input type="hidden" name="returnTo" value={page.path} />
      <button class="site-tool" type="submit" lang={other}>
        {words[page.language].otherLanguage}
      </button>
    </form>
  )
}

const LogOut = ({ page }: { readonly page: Page }): Html | null =>
  page.links.logOut === null ? null : (
    <form method="post" action={page.links.logOut}>
      <input type="hidden" name="_csrf" value={page.csrfToken} />
      <button class="site-tool" type="submit">
        {words[page.language].logOut}
      </button>
    </form>
  )

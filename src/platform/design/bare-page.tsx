import type { Child, Html } from '#jsx/jsx-runtime'
import type { Language } from '#kernel/language.ts'
import type { SiteLook } from '../html/page.ts'
import { assetPath } from './asset-paths.ts'
import { BridgeMark } from './icon.tsx'
import { Foot } from './layout-foot.tsx'
import { words } from './words.ts'

type BareProps = {
  readonly language: Language
  readonly site: SiteLook
  readonly home: string
  readonly title: string
  readonly lead: string
  /** The same page in the other language. */
  readonly otherLanguage: string
  readonly children: Child
}

/** A page about nobody: no script, no form, no question, so that it can be shown when nothing else works. */
export const BarePage = ({ language, site, home, title, lead, otherLanguage, children }: BareProps): Html => (
  <html lang={language}>
    <head>
      <meta charset="utf-8" />
      <title>
        {title} – {site.name}
      </title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="icon" href={assetPath('mark.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={assetPath('app.css')} />
    </head>
    <body>
      <a class="skip-link" href="#content">
        {words[language].skip}
      </a>
      <header class="bare-head">
        <div class="frame site-head-row bare-head-row">
          <a class="site-name" href={home}>
            <BridgeMark />
            {site.name}
          </a>
          <a href={otherLanguage} hreflang={language === 'da' ? 'en' : 'da'} lang={language === 'da' ? 'en' : 'da'}>
            {words[language].otherLanguage}
          </a>
        </div>
      </header>
      <main id="content" class="content" tabindex="-1">
        <div class="frame frame-reading">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          <div class="flow">{children}</div>
        </div>
      </main>
      <Foot page={{ site, language }} />
    </body>
  </html>
)

import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Button } from './actions.tsx'
import { words } from './words.ts'

type EmbedProps = {
  readonly page: Page
  /** The third party's id in the site's policy. */
  readonly id: string
  readonly src: string
  readonly title: string
}

/**
 * Content on somebody else's host: asked for only after a click on this page or a yes to its kind (T15.1). Until then a link and a button
 * that work without JavaScript; the click counts for one view of this page.
 */
export const Embed = ({ page, id, src, title }: EmbedProps): Html => {
  const { hostname } = new URL(src)
  const said = words[page.language]
  if (page.consent.embeds.includes(id)) {
    return (
      <div class="embed">
        <iframe src={src} title={title} sandbox="allow-scripts allow-same-origin" referrerpolicy="no-referrer" />
      </div>
    )
  }
  return (
    <div class="card">
      <h2>{title}</h2>
      <p>{said.embedText(hostname)}</p>
      <form class="form" method="get" action={page.path.split('?')[0] ?? page.path}>
        {[...new URLSearchParams(page.path.split('?')[1])]
          .filter(([name]) => name !== 'embed')
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="embed" value={id} />
        <Button kind="secondary">{said.embedShow}</Button>
      </form>
      <p>
        <a href={src} rel="noreferrer">
          {said.embedOpen(hostname)}
        </a>
      </p>
    </div>
  )
}

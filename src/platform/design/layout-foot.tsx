import type { Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { words } from './words.ts'

/** Who is responsible for the reader's data, on every page (T2.1), and the links every page has. */
export const Foot = ({ page }: { readonly page: Pick<Page, 'site' | 'language'> }): Html => {
  const { controller, footLinks, name, tagline } = page.site
  const said = words[page.language]
  return (
    <footer class="site-foot">
      <div class="frame site-foot-row">
        <div>
          <p class="site-foot-name">{name}</p>
          <p>{tagline}</p>
        </div>
        <address>
          <strong>{said.responsible}</strong>
          <br />
          {controller.name}
          <br />
          {controller.address}
          <br />
          {said.cvr} {controller.cvr}
          <br />
          <a href={`mailto:${controller.email}`}>{controller.email}</a>
        </address>
        <ul class="site-foot-links">
          {footLinks.map((link) => (
            <li>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  )
}

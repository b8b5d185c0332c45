// What may be written into a page at all. The browser's own list is long and partly dangerous, so this is an allow-list:
// a new element or attribute is added here and in jsx-types.ts on purpose, never let through by accident.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Elements without content and without an end tag. */
export const voidElements = words('area br col hr img input link meta source track wbr')

const elements = words(`
  a abbr address area article aside audio b bdi blockquote body br button caption circle cite clipPath code col colgroup
  data datalist dd defs del desc details dfn dialog div dl dt ellipse em fieldset figcaption figure footer form g h1 h2 h3
  h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li line link main map mark meta meter nav noscript
  ol optgroup option output p path picture polygon polyline pre progress q rect s samp script search section select small
  source span strong sub summary sup svg table tbody td text textarea tfoot th thead time title tr track tspan u ul var
  video wbr`)

const attributes = words(`
  abbr accept accept-charset action allow alt as async autocapitalize autocomplete autofocus capture charset checked cite
  class color cols colspan content controls coords crossorigin datetime decoding default defer dir dirname disabled
  download draggable enctype enterkeyhint fetchpriority for form formaction formenctype formmethod formnovalidate
  headers height hidden high href hreflang http-equiv id inert inputmode integrity kind label lang list loading loop low
  max maxlength media method min minlength multiple muted name nonce novalidate open optimum pattern placeholder
  playsinline popover popovertarget popovertargetaction poster preload property readonly referrerpolicy rel required
  reversed role rows rowspan sandbox scope selected shape size sizes span spellcheck src srclang start step tabindex target title
  translate type usemap value width wrap
  clip-path clip-rule cx cy d dominant-baseline dx dy fill fill-opacity fill-rule focusable font-size font-weight fx fy
  opacity pathLength points preserveAspectRatio r rx ry stroke stroke-dasharray stroke-linecap stroke-linejoin
  stroke-opacity stroke-width text-anchor transform vector-effect viewBox x x1 x2 xmlns y y1 y2`)

const urlAttributes = words('action cite formaction href poster src')
const schemes = words('http https mailto tel sms webcal otpauth')

/** Throws for an element name that this product does not write. */
export const checkElement = (name: string): void => {
  if (!elements.has(name)) throw new Error(`<${name}> is not an element we write`)
}

const openAttribute = /^(?:data-[a-z][a-z0-9-]*|aria-[a-z]+)$/
const known = new Set<string>()

/** Throws for `on*`, `style`, `srcdoc` and every other attribute name outside the list; `data-*` and `aria-*` are open. */
export const checkAttribute = (name: string): void => {
  if (known.has(name)) return
  if (!attributes.has(name) && !openAttribute.test(name)) throw new Error(`"${name}" is not an attribute we write`)
  known.add(name)
}

// Browsers drop tabs, line breaks and leading control characters before they look for the scheme; so do we.
const ignoredByBrowsers = new RegExp('[\\u0000-\\u0020\\u007f-\\u009f\\u200b-\\u200f\\u2028\\u2029\\ufeff]', 'g')

/** Throws for an URL whose scheme could run code (`javascript:`, `data:` …). Relative URLs and `data:image/` pictures pass. */
export const checkUrl = (name: string, value: string): void => {
  if (!urlAttributes.has(name) || value.startsWith('/') || value.startsWith('#')) return
  const bare = value.replace(ignoredByBrowsers, '')
  const scheme = /^([^/?#:]*):/.exec(bare)?.[1]?.toLowerCase()
  if (scheme === undefined || schemes.has(scheme)) return
  if (name === 'src' && /^data:image\/(?:png|jpeg|webp|gif);/i.test(bare)) return
  throw new Error(`${name} may not hold a ${scheme}: address`)
}

// What TypeScript lets a view write. Event attributes, `style` and raw markup do not exist here; a picture has an `alt`,
// a button a `type`, a field something that names it.

import type { Common, Flag, Holding, Quantity, Text } from './jsx-attributes.ts'
import type { FieldElements } from './jsx-fields.ts'
import type { Child, Html } from './markup.ts'

export type Element = Html
// TypeScript looks these names up in this module.
export type ElementType = keyof IntrinsicElements | ((props: never) => Html | null)
export type ElementChildrenAttribute = { children: unknown }
export type IntrinsicAttributes = { readonly key?: string | number }

type Plain =
  | 'abbr'
  | 'address'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'body'
  | 'caption'
  | 'cite'
  | 'code'
  | 'datalist'
  | 'dd'
  | 'dfn'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'head'
  | 'header'
  | 'hgroup'
  | 'html'
  | 'i'
  | 'kbd'
  | 'legend'
  | 'main'
  | 'mark'
  | 'nav'
  | 'noscript'
  | 'p'
  | 'picture'
  | 'pre'
  | 's'
  | 'samp'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'sub'
  | 'summary'
  | 'sup'
  | 'tbody'
  | 'tfoot'
  | 'thead'
  | 'tr'
  | 'u'
  | 'ul'
  | 'var'

type Cell = Holding & { colspan?: Quantity; rowspan?: Quantity; headers?: Text }
type Media = Holding & {
  src?: Text
  controls?: Flag
  muted?: Flag
  loop?: Flag
  preload?: 'none' | 'metadata' | 'auto'
}

type Painted = Common & {
  children?: Child
  fill?: Text
  'fill-rule'?: 'evenodd' | 'nonzero'
  'fill-opacity'?: Quantity
  opacity?: Quantity
  stroke?: Text
  'stroke-width'?: Quantity
  'stroke-linecap'?: 'butt' | 'round' | 'square'
  'stroke-linejoin'?: 'miter' | 'round' | 'bevel'
  'stroke-dasharray'?: Text
  'clip-path'?: Text
  transform?: Text
}
type Point = { x?: Quantity; y?: Quantity; dx?: Quantity; dy?: Quantity; 'text-anchor'?: 'start' | 'middle' | 'end' }
type Box = { x?: Quantity; y?: Quantity; width?: Quantity; height?: Quantity; rx?: Quantity; ry?: Quantity }

type SvgElements = {
  svg: Painted & {
    viewBox: string
    width?: Quantity
    height?: Quantity
    focusable?: 'false'
    preserveAspectRatio?: Text
    xmlns?: Text
  }
  g: Painted
  defs: Painted
  desc: Painted
  clipPath: Painted
  path: Painted & { d: string }
  rect: Painted & Box
  circle: Painted & { cx?: Quantity; cy?: Quantity; r: Quantity }
  ellipse: Painted & { cx?: Quantity; cy?: Quantity; rx: Quantity; ry: Quantity }
  line: Painted & { x1?: Quantity; x2?: Quantity; y1?: Quantity; y2?: Quantity }
  polygon: Painted & { points: string }
  polyline: Painted & { points: string }
  text: Painted & Point & { 'font-size'?: Quantity; 'font-weight'?: Quantity; 'dominant-baseline'?: Text }
  tspan: Painted & Point
}

type PlainElements = { [Name in Plain]: Holding }

type SpecialElements = {
  a: Holding & { href?: Text; download?: Flag | string; hreflang?: Text; rel?: Text; target?: Text; type?: Text }
  audio: Media
  blockquote: Holding & { cite?: Text }
  br: Common
  col: Common & { span?: Quantity }
  colgroup: Holding & { span?: Quantity }
  data: Holding & { value: string }
  del: Holding & { datetime?: Text }
  details: Holding & { open?: Flag; name?: Text }
  dialog: Holding & { open?: Flag }
  hr: Common
  img: Common & {
    alt: string
    src: string
    width?: Quantity
    height?: Quantity
    loading?: 'lazy' | 'eager'
    decoding?: 'async'
  }
  /** Somebody else's content. What it may do must be said. */
  iframe: Common & {
    src: string
    title: string
    sandbox: string
    loading?: 'lazy' | 'eager'
    referrerpolicy?: 'no-referrer'
  }
  ins: Holding & { datetime?: Text }
  li: Holding & { value?: Quantity }
  link: Common & {
    rel: string
    href: string
    as?: Text
    type?: Text
    media?: Text
    sizes?: Text
    hreflang?: Text
    crossorigin?: Flag | 'anonymous'
  }
  meta: Common & { name?: Text; content?: Text; charset?: Text; 'http-equiv'?: 'refresh'; property?: Text }
  ol: Holding & { start?: Quantity; reversed?: Flag; type?: Text }
  q: Holding & { cite?: Text }
  script: Common & {
    src: string
    type?: Text
    nonce?: Text
    defer?: Flag
    async?: Flag
    integrity?: Text
    crossorigin?: Text
  }
  source: Common & { src?: Text; type?: Text; media?: Text }
  table: Holding
  td: Cell
  th: Cell & { scope: 'col' | 'row' | 'colgroup' | 'rowgroup'; abbr?: Text }
  time: Holding & { datetime: string }
  title: { children: Child; id?: Text }
  track: Common & { src: string; kind?: Text; srclang?: Text; label?: Text; default?: Flag }
  video: Media & { poster?: Text; playsinline?: Flag; autoplay?: never; width?: Quantity; height?: Quantity }
  wbr: Common
}

export type IntrinsicElements = PlainElements & SpecialElements & FieldElements & SvgElements

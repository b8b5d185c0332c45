// JSX to string, synchronously. Text is escaped unless JSX made it, so a view cannot forget to; the names and addresses
// that could run code are refused at run time as well, because types do not hold spread objects.
import { checkAttribute, checkElement, checkUrl, voidElements } from './attributes.ts'
import { type Child, type Html, Markup } from './markup.ts'

type Props = Readonly<Record<string, unknown>> & { readonly children?: Child }
type Component = (props: never) => Html | null

const special = /[&<>"']/
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeText = (text: string): string =>
  special.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text

const renderChild = (child: unknown): string => {
  if (typeof child === 'string') return escapeText(child)
  if (child instanceof Markup) return Markup.text(child)
  if (child === null || child === undefined || child === false || child === true) return ''
  if (typeof child === 'number' || typeof child === 'bigint') return String(child)
  if (!Array.isArray(child)) throw new Error(`a ${typeof child} is not something a page can show`)
  let out = ''
  for (const part of child) out += renderChild(part)
  return out
}

const renderAttribute = (name: string, value: unknown): string => {
  checkAttribute(name)
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') {
    if (name.startsWith('aria-')) return ` ${name}="${value}"`
    return value ? ` ${name}` : ''
  }
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`${name} cannot hold a ${typeof value}`)
  const text = String(value)
  checkUrl(name, text)
  return ` ${name}="${escapeText(text)}"`
}

const renderElement = (name: string, props: Props): string => {
  checkElement(name)
  if (name === 'iframe' && !props['sandbox']) throw new Error('an iframe is an element we write with a sandbox only')
  let out = `<${name}`
  for (const key in props) if (key !== 'children') out += renderAttribute(key, props[key])
  if (voidElements.has(name)) return `${out}>`
  const content = renderChild(props.children)
  if (name === 'script' && content !== '') throw new Error('a script has a src, never content')
  // The parser swallows one line break after these start tags; give it one to swallow.
  const padding = (name === 'textarea' || name === 'pre') && content.startsWith('\n') ? '\n' : ''
  return `${out}>${padding}${content}</${name}>`
}

/** Called by compiled JSX. Components run at once, in document order of their parents' closing. */
export const jsx = (type: string | Component, props: Props): Html => {
  if (typeof type === 'string') return new Markup(renderElement(type, props))
  return (type as (props: Props) => Html | null)(props) ?? nothing
}
export const jsxs = jsx
export const jsxDEV = jsx

/** Children without an element around them. */
export const Fragment = (props: { readonly children?: Child }): Html => new Markup(renderChild(props.children))

const nothing = new Markup('')

/** The markup as text, for a part of a page or a mail. */
export const render = (html: Html): string => Markup.text(html)

/** The markup of a whole page, with its doctype. */
export const renderPage = (html: Html): string => `<!doctype html>${Markup.text(html)}`

export type * as JSX from './jsx-types.ts'
export type { Child, Html } from './markup.ts'

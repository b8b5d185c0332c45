import assert from 'node:assert/strict'
import { plain } from './browser.ts'

/**
 * What can be told of a page's accessibility without a browser, for the test of every page. The journeys look at the same
 * pages with axe in Chromium; this finds the common slips at once.
 */
export function assertAccessible(html: string): void {
  assert.deepEqual(accessibilityProblems(html), [])
}

type Tag = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly at: number
  readonly source: string
}

export function accessibilityProblems(html: string): string[] {
  const tags = tagsIn(html)
  return [
    ...documentProblems(html, tags),
    ...idProblems(tags),
    ...tags.flatMap(attributeProblems),
    ...fieldProblems(html, tags),
    ...tags.filter(isNamedByContent).flatMap((tag) => nameProblems(html, tag)),
  ]
}

function tagsIn(html: string): Tag[] {
  const withoutContent = html.replace(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, (whole, name: string, rest: string) =>
    `<${name}${rest}>`.padEnd(whole.length),
  )
  return [
    ...withoutContent.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>/"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>/gi),
  ].map(({ 0: source, 1: name = '', 2: rest = '', index }) => ({
    name: name.toLowerCase(),
    attributes: attributesIn(rest),
    at: index,
    source,
  }))
}

const attributesIn = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(([, name = '', ...values]) => [
      name.toLowerCase(),
      values.find((value) => value !== undefined) ?? '',
    ]),
  )

function documentProblems(html: string, tags: readonly Tag[]): string[] {
  const count = (name: string) => tags.filter((tag) => tag.name === name).length
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? []
  const root = tags.find(({ name }) => name === 'html')
  return [
    ...(['da', 'en'].includes(root?.attributes.get('lang') ?? '') ? [] : ['html has no lang of ours']),
    ...(title.trim() === '' ? ['the page has no title'] : []),
    ...(count('h1') === 1 ? [] : [`${count('h1')} h1 instead of one`]),
    ...(count('main') === 1 ? [] : [`${count('main')} main instead of one`]),
  ]
}

function idProblems(tags: readonly Tag[]): string[] {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const known = new Set(ids)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id ${id} stands twice`)
  const pointing = ['for', 'aria-describedby', 'aria-labelledby', 'aria-controls']
  const lost = tags.flatMap(({ source, attributes }) =>
    [
      ...pointing
        .flatMap((name) => attributes.get(name)?.split(/\s+/) ?? [])
        .filter((id) => id !== '' && !known.has(id)),
      ...[attributes.get('href') ?? ''].filter((href) => /^#./.test(href) && !known.has(href.slice(1))),
    ].map((id) => `${source} points to ${id}, which is not there`),
  )
  return [...twice, ...lost]
}

function attributeProblems({ name, attributes, source }: Tag): string[] {
  const forbidden = [...attributes.keys()].filter((attribute) => attribute === 'style' || /^on[a-z]/.test(attribute))
  return [
    ...forbidden.map((attribute) => `${source} has ${attribute}`),
    ...(name === 'img' && !attributes.has('alt') ? [`${source} has no alt`] : []),
    ...(Number(attributes.get('tabindex') ?? 0) > 0 ? [`${source} jumps the order of the page`] : []),
  ]
}

const needsNoLabel = new Set(['hidden', 'submit', 'button', 'image', 'reset'])

function fieldProblems(html: string, tags: readonly Tag[]): string[] {
  const labelled = new Set(
    tags.filter(({ name }) => name === 'label').flatMap(({ attributes }) => attributes.get('for') ?? []),
  )
  const around = [...html.matchAll(/<label\b[\s\S]*?<\/label>/g)].map(
    ({ 0: whole, index }) => [index, index + whole.length] as const,
  )
  return tags
    .filter(({ name }) => ['input', 'select', 'textarea'].includes(name))
    .filter(({ attributes }) => !needsNoLabel.has(attributes.get('type') ?? ''))
    .filter(({ attributes }) => !attributes.has('aria-label') && !attributes.has('aria-labelledby'))
    .filter(({ attributes }) => !labelled.has(attributes.get('id') ?? ' '))
    .filter(({ at }) => !around.some(([from, until]) => at > from && at < until))
    .map(({ source }) => `${source} has no label`)
}

const isNamedByContent = ({ name, attributes }: Tag) => name === 'button' || (name === 'a' && attributes.has('href'))

function nameProblems(html: string, { name, at, attributes, source }: Tag): string[] {
  if (attributes.get('aria-label') || attributes.get('aria-labelledby')) return []
  const content = html.slice(at + source.length, html.indexOf(`</${name}>`, at))
  const pictures = [...content.matchAll(/<img\b[^>]*\balt="([^"]+)"|aria-label="([^"]+)"|<title>([^<]+)/g)]
  return plain(content) === '' && pictures.length === 0 ? [`${source} has no name`] : []
}

/** The list of what was caught, newest first; whole without JavaScript. */
import { createHash } from 'node:crypto'
import { type Language, texts } from '#kernel/language.ts'
import type { CaughtMessage } from './caught.ts'

const words = texts(
  {
    title: 'Fanget mail og SMS (lokal)',
    notice: 'Intet herfra er sendt til nogen. Listen ligger kun i hukommelsen.',
    none: 'Der er ikke sendt noget endnu.',
    clear: 'Tøm listen',
    to: 'Til',
    from: 'Fra',
    at: 'Tid',
    files: 'Filer',
    other: 'English',
  },
  {
    title: 'Caught mail and SMS (local)',
    notice: 'Nothing here was sent to anybody. The list is kept in memory only.',
    none: 'Nothing has been sent yet.',
    clear: 'Empty the list',
    to: 'To',
    from: 'From',
    at: 'Time',
    files: 'Files',
    other: 'Dansk',
  },
)

const style = `
:root{color-scheme:light;font:1.0625rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#f4f6fa}
body{margin:0 auto;max-width:44rem;padding:1rem}
article{background:#fff;border:1px solid #777;border-radius:4px;padding:.75rem 1rem;margin:1rem 0}
h2{font-size:1.15rem;margin:0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:0 .75rem;margin:.25rem 0}
dt{color:#444}dd{margin:0;overflow-wrap:anywhere}
p.text{white-space:pre-wrap;overflow-wrap:anywhere}
a{color:#0048ad}
button{font:inherit;min-height:44px;padding:.4rem 1rem;border:1px solid #0048ad;border-radius:4px;background:#fff;color:#0048ad}
:focus-visible{outline:3px solid #000;outline-offset:2px}`

const hash = createHash('sha256').update(style).digest('base64')

export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
}

export function catcherPage(messages: readonly CaughtMessage[], language: Language): string {
  const t = words[language]
  const other = language === 'da' ? 'en' : 'da'
  const list = messages.length === 0 ? `<p>${t.none}</p>` : messages.map((one) => article(one, language)).join('\n')
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${t.title}</title><style>${style}</style></head>
<body><main><h1>${t.title}</h1><p>${t.notice} <a href="/?lang=${other}" lang="${other}">${t.other}</a></p>
<form method="post" action="/clear"><button>${t.clear}</button></form>
${list}</main></body></html>`
}

function article(one: CaughtMessage, language: Language): string {
  const t = words[language]
  const kind = one.kind === 'mail' ? 'Mail' : 'SMS'
  const files = one.files.map(
    (file, at) => `<a href="/messages/${one.id}/files/${at}" download>${escape(file.filename)}</a>`,
  )
  const time = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Copenhagen',
  })
  return `<article aria-labelledby="m${one.id}"><h2 id="m${one.id}">${kind}${one.subject === null ? '' : `: ${escape(one.subject)}`}</h2>
<dl><dt>${t.to}</dt><dd>${escape(one.to)}</dd><dt>${t.from}</dt><dd>${escape(one.from)}</dd>
<dt>${t.at}</dt><dd><time datetime="${one.at}">${time.format(new Date(one.at))}</time></dd>
${files.length > 0 ? `<dt>${t.files}</dt><dd>${files.join(', ')}</dd>` : ''}</dl>
<p class="text">${linked(escape(one.text.trim()))}</p></article>`
}

const escape = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)

const linked = (html: string) =>
  html.replace(/https?:\/\/[^\s<]+?(?=[.,;:!?)]*(?:\s|$|<))/g, (url) => `<a href="${url}">${url}</a>`)

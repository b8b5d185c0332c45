import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import { renderPage } from '#platform/html/jsx-runtime.ts'
import type { Answer } from './answer.ts'
import type { Consent } from './cookie-choice.ts'
import { clearUnasked, refuseUndeclared, writeCookie } from './cookies.ts'
import { writeSecurityHeaders } from './security-headers.ts'
import type { Site } from './site.ts'

type Sending = {
  readonly site: Site
  readonly nonce: string
  /** A new secret for anonymous forms, if one was made. */
  readonly formSecret: string | null
  readonly consent: Consent
}

/** Below this a packet carries the page as it is. */
const worthCompressingBytes = 1400

/** Turns an answer into the response, with its cookies and headers. The transaction has committed by now. */
export function send(c: Context, answer: Answer, sending: Sending): Response {
  const { site, nonce, formSecret, consent } = sending
  const { formTargets } = site
  writeSecurityHeaders(c, { nonce, secure: site.url.protocol === 'https:', formTargets, hosts: consent.hosts })
  c.header('Cache-Control', 'no-store')
  // Of one account: its limits forget one try a minute or more slowly.
  if (answer.status === 429) c.header('Retry-After', '60')
  for (const [name, value] of Object.entries(answer.headers ?? {})) c.header(name, value)
  clearUnasked(c, site, consent.opened.kinds)
  for (const change of answer.cookies) writeCookie(c, site, change)
  if (formSecret) writeCookie(c, site, { kind: 'anti-forgery', secret: formSecret })
  return refuseUndeclared(c, site, bodyOf(c, answer))
}

function bodyOf(c: Context, answer: Answer): Response {
  const { body, status } = answer
  c.status(status as 200)
  switch (body.kind) {
    case 'page':
      return sendPage(c, renderPage(body.html))
    case 'redirect':
      return c.redirect(body.to, 303)
    case 'json':
      return c.body(JSON.stringify(body.value), { headers: { 'content-type': body.contentType } })
    case 'file':
      c.header('Content-Type', body.contentType)
      c.header('Content-Disposition', disposition(body.inline, body.name))
      return c.body(new Uint8Array(body.bytes))
    case 'missing':
      return c.body(null)
  }
}

/** Compressed where the browser takes it. Form tokens differ from page to page, so that their length tells nothing (BREACH). */
function sendPage(c: Context, html: string): Response {
  const plain = Buffer.from(html)
  const compress = plain.length > worthCompressingBytes && /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  const bytes = compress ? gzipSync(plain, { level: 5 }) : plain
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Vary', 'Accept-Encoding')
  if (compress) c.header('Content-Encoding', 'gzip')
  c.header('Content-Length', String(bytes.length))
  return c.body(new Uint8Array(bytes))
}

const disposition = (inline: boolean, name: string) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

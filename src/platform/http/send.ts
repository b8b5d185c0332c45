import type { Context } from 'hono'
import { renderPage } from '#platform/html/jsx-runtime.ts'
import type { Answer } from './answer.ts'
import { writeCookie } from './cookies.ts'
import { writeSecurityHeaders } from './security-headers.ts'
import type { Site } from './site.ts'

type Sending = {
  readonly site: Site
  readonly nonce: string /** A new secret for anonymous forms, if one was made. */
  readonly formSecret: string | null
}

/** Turns an answer into the response, with its cookies and headers. The transaction has committed by now. */
export function send(c: Context, answer: Answer, { site, nonce, formSecret }: Sending): Response {
  writeSecurityHeaders(c, { nonce, secure: site.url.protocol === 'https:', formTargets: site.formTargets })
  c.header('Cache-Control', 'no-store')
  for (const change of answer.cookies) writeCookie(c, site.url, change)
  if (formSecret) writeCookie(c, site.url, { kind: 'anti-forgery', secret: formSecret })
  const { body, status } = answer
  c.status(status as 200)
  switch (body.kind) {
    case 'page':
      return c.html(renderPage(body.html))
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

const disposition = (inline: boolean, name: string) =>
  `${inline ? 'inline' : 'attachment'}; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`

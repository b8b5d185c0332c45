import type { Context } from 'hono'
import type { Assets } from '#platform/design/assets.ts'

/** A file of our own look, named by its content's hash: the browser may keep it for good. */
export function sendAsset(c: Context, assets: Assets): Response {
  const asset = assets.find(new URL(c.req.url).pathname)
  if (!asset) return c.body(null, 404)
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : null
  const bytes = (encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : null) ?? asset.body
  c.header('Content-Type', asset.contentType)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Vary', 'Accept-Encoding')
  if (bytes !== asset.body && encoding) c.header('Content-Encoding', encoding)
  return c.body(new Uint8Array(bytes))
}

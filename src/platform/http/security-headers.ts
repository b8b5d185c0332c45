import type { Context } from 'hono'

type Headers = { readonly nonce: string; readonly secure: boolean; readonly formTargets: readonly string[] }

/**
 * What the browser may do with a page: nothing from elsewhere, no inline script or style, no framing, no plug-ins, no string as script.
 * `Referrer-Policy: same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with forms.
 */
export function writeSecurityHeaders(c: Context, { nonce, secure, formTargets }: Headers) {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    ['form-action', "'self'", ...formTargets].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ]
  c.header('Content-Security-Policy', policy.join('; '))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
  if (secure) c.header('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
}

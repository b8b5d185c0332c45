import type { Context } from 'hono'
import type { OpenHosts } from '#policy/third-parties.ts'

type Headers = {
  readonly nonce: string
  readonly secure: boolean
  readonly formTargets: readonly string[]
  /** The origins of third parties that this visitor has agreed to, and no others (T14.1). */
  readonly hosts: OpenHosts
}

/**
 * What the browser may do with a page: nothing from elsewhere save what the visitor has agreed to, no inline script or style, no framing, no
 * plug-ins, no string as script. A script of ours cannot fetch another: there is no 'strict-dynamic'.
 * `Referrer-Policy: same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` with forms.
 */
export function writeSecurityHeaders(c: Context, { nonce, secure, formTargets, hosts }: Headers) {
  const policy = [
    "default-src 'none'",
    ['script-src', `'nonce-${nonce}'`, ...hosts.script].join(' '),
    "style-src 'self'",
    ['img-src', "'self'", 'data:', ...hosts.connect].join(' '),
    "font-src 'self'",
    ['connect-src', "'self'", ...hosts.connect].join(' '),
    ...(hosts.frame.length > 0 ? [['frame-src', ...hosts.frame].join(' ')] : []),
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

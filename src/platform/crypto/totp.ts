import { Secret, TOTP } from 'otpauth'
import { encode } from 'uqr'
import type { Temporal } from '#kernel/time.ts'

const periodSeconds = 30

/** A new secret in base32 (RFC 4648), 20 bytes as RFC 4226 recommends. Stored sealed, never in plain. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** The `otpauth://` address that an authenticator app reads. SHA-1, 6 digits, 30 s: the one set that every app knows. */
export const totpUri = (secret: string, account: string, issuer: string): string =>
  totp(secret, { label: account, issuer }).toString()

export type TotpOutcome =
  | { readonly ok: true; readonly step: number }
  | { readonly ok: false; readonly problem: 'wrong' | 'already-used' }

/**
 * Accepts the code of this half-minute and of its two neighbours, each once (RFC 6238, 5.2): store `step` and pass it as
 * `lastUsedStep` next time.
 */
export function verifyTotp(
  secret: string,
  code: string,
  now: Temporal.Instant,
  lastUsedStep: number | null,
): TotpOutcome {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return { ok: false, problem: 'wrong' }
  const delta = totp(secret).validate({ token, timestamp: now.epochMilliseconds, window: 1 })
  if (delta === null) return { ok: false, problem: 'wrong' }
  const step = Math.floor(now.epochMilliseconds / 1000 / periodSeconds) + delta
  return lastUsedStep !== null && step <= lastUsedStep ? { ok: false, problem: 'already-used' } : { ok: true, step }
}

/** A QR code as one SVG path in a `size` by `size` view box, quiet zone of 4 included, for JSX to draw. */
export function qrPath(text: string): { size: number; path: string } {
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
    .join('')
  return { size, path }
}

function darkRuns(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = []
  for (const [x, dark] of row.entries()) {
    const last = runs.at(-1)
    if (!dark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}

const totp = (secret: string, name: { label?: string; issuer?: string } = {}) =>
  new TOTP({ ...name, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: periodSeconds })

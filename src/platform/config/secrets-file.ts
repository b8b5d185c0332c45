import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Secrets = {
  /** Newest epoch last; older ones open what was sealed under them. */
  readonly keyEncryption: readonly { readonly epoch: number; readonly key: Buffer }[]
  readonly index: Buffer
  readonly session: Buffer
  readonly roles: Buffer
}

const key = z
  .string('is missing')
  .transform((text) => Buffer.from(text, 'base64url'))
  .refine((bytes) => bytes.length === 32, 'must be 32 bytes in base64url')

const file = z.object({
  keyEncryption: z
    .array(z.object({ epoch: z.int().min(1), key }), 'is missing')
    .min(1, 'needs a key')
    .refine((keys) => new Set(keys.map(({ epoch }) => epoch)).size === keys.length, 'has an epoch twice')
    .transform((keys) => keys.toSorted((a, b) => a.epoch - b.epoch)),
  index: key,
  session: key,
  roles: key,
})

export type SecretsRead = { readonly secrets: Secrets | null; readonly problems: readonly string[] }

/** The secrets of a JSON file, or what is wrong with it, without quoting any of it. */
export function readSecrets(path: string): SecretsRead {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read'
    return { secrets: null, problems: [`KLINIKBRO_SECRETS: ${path} ${why}`] }
  }
  const parsed = file.safeParse(content)
  if (parsed.success) return { secrets: parsed.data, problems: [] }
  return {
    secrets: null,
    problems: parsed.error.issues.map((issue) => `KLINIKBRO_SECRETS: ${issue.path.join('.')} ${issue.message}`),
  }
}

import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { PolicyModel } from './model.ts'

/** A version of a policy as it was published: kept for good, so that what was accepted can be read again (T1.1). */
export type PolicyVersion = {
  readonly site: string
  readonly version: string
  readonly validFrom: string
  /** SHA-256 over the canonical JSON (RFC 8785) of the model. */
  readonly hash: string
  readonly model: PolicyModel
}

export function versionOf(model: PolicyModel): PolicyVersion {
  const { site, version, validFrom } = model
  return { site, version, validFrom, hash: hashOf(model), model }
}

export function hashOf(model: PolicyModel): string {
  const text = canonicalize(model)
  if (text === undefined) throw new Error('A policy model is plain data')
  return createHash('sha256').update(text).digest('hex')
}

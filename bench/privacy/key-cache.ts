import type { Keyring } from '#platform/crypto/keyring.ts'
import { type PersonKey, unwrapPersonKey, type WrappedKey } from '#platform/crypto/person-key.ts'

type Known = { readonly wrapped: Buffer; readonly key: PersonKey }

/**
 * Unwrapped keys, at most so many of them. Only who shows the wrapped key, fresh from the database, is given the unwrapped one: an erased person
 * has none to show, so a key that is destroyed is never used from here.
 */
export function openKeyCache(keyring: Keyring, limit: number) {
  const known = new Map<string, Known>()
  const counted = { hits: 0, misses: 0 }
  const remember = (personId: string, entry: Known) => {
    known.delete(personId)
    known.set(personId, entry)
    if (known.size > limit) known.delete(known.keys().next().value!)
  }
  return {
    counted,
    unwrap(from: WrappedKey): PersonKey {
      const found = known.get(from.personId)
      if (found?.wrapped.equals(from.wrapped)) {
        counted.hits++
        remember(from.personId, found)
        return found.key
      }
      counted.misses++
      const entry = { wrapped: from.wrapped, key: unwrapPersonKey(keyring, from) }
      remember(from.personId, entry)
      return entry.key
    },
    /** For sealing: the statement that stores what was sealed compares the wrapped key with the one that stands. */
    known: (personId: string) => known.get(personId),
  }
}

export type KeyCache = ReturnType<typeof openKeyCache>

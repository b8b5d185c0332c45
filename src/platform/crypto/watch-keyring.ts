import { statSync } from 'node:fs'
import { readSecrets } from '#platform/config/secrets-file.ts'
import { type Keyring, type KeyringSecrets, openKeyring } from './keyring.ts'

/** A rotation waits this long for running processes to have heard of the new epoch. */
export const secondsUntilNoticed = 5
const lookEveryMs = (secondsUntilNoticed * 1000) / 2

type Watching = {
  readonly file: string
  readonly secrets: KeyringSecrets
  /** The file cannot be used; the keys known so far stay in use. */
  readonly onTrouble: (problem: Error) => void
}

/** A keyring that follows its secrets file, so that keys are rotated under a running process. */
export function watchKeyring({ file, secrets, onTrouble }: Watching): { keyring: Keyring; stop(): void } {
  let current = openKeyring(secrets)
  let seen = changedAt(file)
  const look = () => {
    const now = changedAt(file)
    if (now === seen) return
    seen = now
    const read = readSecrets(file)
    if (read.secrets) current = openKeyring(read.secrets)
    else onTrouble(new Error(read.problems.join('; ')))
  }
  const timer = setInterval(look, lookEveryMs)
  timer.unref()
  const keyring: Keyring = {
    get currentEpoch() {
      return current.currentEpoch
    },
    keyFor: (epoch, purpose) => current.keyFor(epoch, purpose),
    indexKey: (scope) => current.indexKey(scope),
  }
  return { keyring, stop: () => clearInterval(timer) }
}

const changedAt = (file: string) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0

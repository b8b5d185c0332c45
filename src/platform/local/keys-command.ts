import { ConfigError, processEnvironment, readConfig } from '#platform/config/config.ts'
import { localEnvironment } from '#platform/config/local-environment.ts'
import { rotateKeys } from '#platform/crypto/rotate.ts'
import { FolderInUse } from '#platform/postgres/folder-lock.ts'
import { CannotStart } from './free-port.ts'
import { withDatabase } from './own-database.ts'

const usage = `bin/keys rotate    makes a new key-encryption key, wraps everything under it, and throws the old one away.
                   Backups from before can then be read by nobody. Take a new one at once, and a new copy of the secrets file`

try {
  if (process.argv[2] !== 'rotate') throw new CannotStart(usage)
  const env = processEnvironment()
  const config = readConfig(env.NODE_ENV === 'production' ? env : localEnvironment(env))
  const { epoch, retired, values } = await withDatabase(config, (url) => rotateKeys(url, config.secretsFile))
  console.log(`Epoch ${epoch} is in use; ${values} keys and values lie under it. Gone: epoch ${retired.join(', ')}`)
} catch (error) {
  const isPlain = [CannotStart, ConfigError, FolderInUse].some((kind) => error instanceof kind)
  console.error(isPlain ? (error as Error).message : error)
  process.exitCode = 1
}

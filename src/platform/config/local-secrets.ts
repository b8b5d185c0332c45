import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type LocalSecrets = {
  secretsFile: string
  clientKeyFile: string
  auditKeyFile: string
  clientPublicJwk: JsonWebKey
}

/**
 * Makes a machine's own secrets the first time and finds them again later: `secrets.json`, the eID client's key (ES256) and the
 * audit trail's (Ed25519), both as private JWK. Lose `secrets.json` and the database beside it cannot be read.
 */
export function localSecrets(dataFolder: string): LocalSecrets {
  mkdirSync(dataFolder, { recursive: true })
  const secretsFile = join(dataFolder, 'secrets.json')
  const clientKeyFile = join(dataFolder, 'eid-client-key.json')
  writeOnce(secretsFile, newSecrets)
  const auditKeyFile = join(dataFolder, 'audit-key.json')
  writeOnce(clientKeyFile, newClientKey)
  writeOnce(auditKeyFile, newAuditKey)
  const { d: _private, ...clientPublicJwk } = JSON.parse(readFileSync(clientKeyFile, 'utf8')) as JsonWebKey
  return { secretsFile, clientKeyFile, auditKeyFile, clientPublicJwk }
}

const random = () => randomBytes(32).toString('base64url')

const newSecrets = () => ({
  keyEncryption: [{ epoch: 1, key: random() }],
  index: random(),
  session: random(),
  roles: random(),
})

function newClientKey() {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), alg: 'ES256', use: 'sig' }
}

const newAuditKey = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })

// A whole file or none, also when two processes begin at once: link refuses a name that is taken.
function writeOnce(path: string, make: () => object) {
  try {
    readFileSync(path)
    return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const making = `${path}.${process.pid}`
  writeFileSync(making, `${JSON.stringify(make(), null, 2)}\n`, { mode: 0o600 })
  try {
    linkSync(making, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(making, { force: true })
  }
}

/**
 * A new epoch of key-encryption keys, while the product runs. First it is added, and running processes hear of it; then everything is wrapped
 * and sealed again under it, a little at a time; then the old epochs are retired in the database, which refuses from that moment whatever a
 * process still seals under one; and only then are the old keys thrown away. What was copied under them before, nobody can read any more.
 */
import { setTimeout } from 'node:timers/promises'
import { ownerClient } from '#platform/backup/owner-client.ts'
import { begin, commit, productConnections } from '#platform/backup/tables.sql.ts'
import { newKeyEncryption, rewriteKeyEncryption } from '#platform/config/rewrite-secrets.ts'
import { readSecrets, type Secrets } from '#platform/config/secrets-file.ts'
import { type Tx, transactionOn } from '#platform/db/database.ts'
import { type Keyring, openKeyring } from './keyring.ts'
import { rewrap } from './person-key.ts'
import { openForPlatform, sealForPlatform } from './platform-key.ts'
import { holdWriters, keysBelow, retire, saveKeys, saveSealed, sealedBelow } from './rotate.sql.ts'
import { sealedPlaces } from './sealed-places.ts'
import { secondsUntilNoticed } from './watch-keyring.ts'

export type Rotated = { readonly epoch: number; readonly retired: readonly number[]; readonly values: number }

const keysATransaction = 500
const valuesATransaction = 20

/** Rotates, or finishes a rotation that was cut off. Throws when the secrets file cannot be read or written. */
export async function rotateKeys(
  ownerUrl: string,
  secretsFile: string,
  { waitSeconds = secondsUntilNoticed } = {},
): Promise<Rotated> {
  if (secretsIn(secretsFile).keyEncryption.length === 1) {
    rewriteKeyEncryption(secretsFile, (keys) => [...keys, newKeyEncryption((keys[0]?.epoch ?? 0) + 1)])
  }
  const secrets = secretsIn(secretsFile)
  const keyring = openKeyring(secrets)
  const retired = secrets.keyEncryption.map(({ epoch }) => epoch).filter((epoch) => epoch !== keyring.currentEpoch)
  const client = await ownerClient(ownerUrl)
  try {
    const tx = transactionOn(client)
    if ((await productConnections(tx)) > 0) await setTimeout(waitSeconds * 1000)
    const values = await sealAgain(tx, keyring)
    await begin(tx)
    await holdWriters(tx, ['person_keys', ...new Set(sealedPlaces.map(({ table }) => table))])
    const late = await sealAgain(tx, keyring, { inOne: true })
    await retire(tx, retired)
    await commit(tx)
    rewriteKeyEncryption(secretsFile, (keys) => keys.filter(({ epoch }) => epoch === keyring.currentEpoch))
    return { epoch: keyring.currentEpoch, retired, values: values + late }
  } finally {
    await client.end()
  }
}

function secretsIn(file: string): Secrets {
  const { secrets, problems } = readSecrets(file)
  if (!secrets) throw new Error(problems.join('; '))
  return secrets
}

async function sealAgain(tx: Tx, keyring: Keyring, { inOne = false } = {}): Promise<number> {
  const steps = [rewrapSome, ...sealedPlaces.map((place) => sealSomeOf(place))]
  let values = 0
  for (const step of steps) {
    for (let done = -1; done !== 0; values += done) {
      if (!inOne) await begin(tx)
      done = await step(tx, keyring)
      if (!inOne) await commit(tx)
    }
  }
  return values
}

async function rewrapSome(tx: Tx, keyring: Keyring): Promise<number> {
  const rows = await keysBelow(tx, keyring.currentEpoch, keysATransaction)
  const again = rows.map(({ person_id: personId, epoch, wrapped }) => ({
    personId,
    ...rewrap(keyring, { personId, epoch, wrapped }),
  }))
  if (again.length > 0) await saveKeys(tx, again)
  return again.length
}

const sealSomeOf = (place: (typeof sealedPlaces)[number]) => async (tx: Tx, keyring: Keyring) => {
  const rows = await sealedBelow(tx, place, keyring.currentEpoch, valuesATransaction)
  for (const { key, sealed } of rows) {
    const purpose = place.purpose(key)
    const plain = openForPlatform(keyring, purpose, sealed)
    await saveSealed(tx, place, { key, sealed: sealForPlatform(keyring, purpose, plain) })
  }
  return rows.length
}

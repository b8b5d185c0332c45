import { openGate } from '#policy/gate.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { openOwnDatabase } from '../own-database.ts'
import { layOut } from './gdpr-world.ts'
import { measureChain } from './measure-chain.ts'
import { measureErasure } from './measure-erasure.ts'
import { measureGate } from './measure-gate.ts'
import { measureGdpr } from './measure-gdpr.ts'
import { measureScale } from './measure-scale.ts'
import type { PrivacyScale } from './privacy-scale.ts'
import { clinicId } from './product-rows.ts'
import { plant, staffStatements } from './product-world.ts'

type Say = (step: string) => void

/** All in one run, so that the figures can be put in relation to each other: GDPRbench in one database, the product's own tables in another. */
export async function measurePrivacy(scale: PrivacyScale, say: Say) {
  const begunAt = performance.now()
  const product = await measureProduct(scale, say)
  const gdpr = await measureGdprAlone(scale, say)
  return { scale, gdpr, ...product, minutes: (performance.now() - begunAt) / 60_000 }
}

async function measureGdprAlone({ gdpr, durable }: PrivacyScale, say: Say) {
  const database = await openOwnDatabase(durable)
  try {
    return await measureGdpr(database, openGate(referralPolicy), gdpr, say)
  } finally {
    await database.stop()
  }
}

async function measureProduct({ erasure, patients, gateRequests, chainEvents, durable }: PrivacyScale, say: Say) {
  const gate = openGate(referralPolicy)
  const database = await openOwnDatabase(durable)
  try {
    await layOut(database, [clinicId])
    for (const text of staffStatements()) await database.rows(text)
    say(`${patients.count} patients`)
    const everybody = await plant(database, gate, sizesOf(patients), 0)
    const from = patients.count
    const times = (count: number, size: number) => Array.from({ length: count }, () => size)
    const sizes = [
      ...times(erasure.each, 80),
      ...times(erasure.each, 250),
      erasure.heaviest,
      ...times(erasure.streamed, 80),
      ...times(50, 40),
    ]
    const crowd = await plant(database, gate, sizes, from)
    const take = (start: number, count: number) => crowd.slice(start, start + count)
    const viewed = crowd.slice(-50)

    say('the gate')
    const gated = await measureGate(database, viewed, gateRequests)
    say('erasure')
    const erased = await measureErasure(
      database,
      gate,
      {
        small: take(0, erasure.each),
        large: take(erasure.each, erasure.each),
        heaviest: crowd[2 * erasure.each]!,
        streamed: take(2 * erasure.each + 1, erasure.streamed),
        viewed,
      },
      erasure.blockMs,
    )
    say('copies and erasure of the heaviest')
    const scaled = await measureScale(database, gate, everybody, patients.heaviest)
    say('the chain')
    const chain = await measureChain(database, chainEvents)
    return { gate: gated, erasure: erased, scale15: scaled, chain }
  } finally {
    await database.stop()
  }
}

/** Most have little; the heaviest have from 60 to 260 rows. */
const sizesOf = ({ count, heaviest }: PrivacyScale['patients']) =>
  Array.from({ length: count }, (_, n) => (n % Math.floor(count / heaviest) === 0 ? 60 + ((n * 7919) % 200) : 9))

import { type Lead, leadById, openLead } from '#features/leads/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import { openForPlatform, sealForPlatform } from '#platform/crypto/platform-key.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Services } from '#platform/http/services.ts'
import type { Facts } from '#policy/facts.ts'
import { enterByLink } from './links.sql.ts'

export const linkMinutes = 60

const purposeOf = (id: string) => `enquirer-link/${id}`
export const sealAddress = (keyring: Keyring, id: string, email: string): Buffer =>
  sealForPlatform(keyring, purposeOf(id), Buffer.from(email, 'utf8'))
export const openAddress = (keyring: Keyring, id: string, sealed: Buffer): string =>
  openForPlatform(keyring, purposeOf(id), sealed).toString('utf8')

/** Whoever came by a live link. From then on the database shows this transaction what belongs to the address, and nothing else. */
export type Enquirer = { readonly index: Buffer; readonly email: string; readonly until: Temporal.Instant }

type Looking = {
  readonly reader: Reader
  readonly params: { readonly token: string }
  readonly now: Temporal.Instant
  readonly services: Services
}

/** For `load`: null when the link opens nothing, or nothing any more. */
export async function loadEnquirer({ reader, params, now, services: { keyring } }: Looking): Promise<Enquirer | null> {
  const link = await enterByLink(reader, hashToken(params.token), now)
  if (!link) return null
  const email = openAddress(keyring, link.link_id, link.email_sealed)
  return { index: link.email_index, email, until: link.expires_at }
}

type LookingAtOne = Looking & { readonly params: { readonly token: string; readonly leadId: string } }

/** One thing that the enquirer wrote, for `load`. */
export async function loadOneLead(looking: LookingAtOne): Promise<(Enquirer & { readonly lead: Lead }) | null> {
  const enquirer = await loadEnquirer(looking)
  if (!enquirer) return null
  const row = await leadById(looking.reader, looking.params.leadId as Id<'lead'>)
  return row && { ...enquirer, lead: openLead(looking.services.keyring, row) }
}

export const byLink = (): Facts => ({ byLink: true })

export const aboutLead = ({ lead }: { readonly lead: Lead }): Facts => ({
  byLink: true,
  object: { type: 'lead', id: lead.id },
})

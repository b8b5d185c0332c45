import { addressIndex } from '#features/leads/index.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import { accountActivity, enquiryActivity, enquiryField } from './direct-request.ts'
import type { DirectAsking } from './enter-direct.ts'
import { colleagueWith, latestEnquiryFrom } from './register-direct.sql.ts'
import type { RegisteredDirect } from './register-direct-form.ts'

type Asker = Pick<DirectAsking, 'asker' | 'field' | 'activity' | 'leadId' | 'language'>

/** A colleague with that address; at the operator also whoever wrote to it, with the latest that they wrote. */
export async function whoAsked(reader: Reader, keyring: Keyring, input: RegisteredDirect): Promise<Asker | null> {
  const { email, right } = input
  const isCorrection = right === 'rectification'
  const colleague = await colleagueWith(reader, email)
  if (colleague)
    return {
      asker: { kind: 'staff', userId: colleague.id, email: right === 'erasure' ? email : null },
      field: isCorrection ? input.field : null,
      activity: accountActivity,
      leadId: null,
      language: colleague.language ?? 'da',
    }
  const index = addressIndex(keyring, email)
  const enquiry = await latestEnquiryFrom(reader, index)
  return (
    enquiry && {
      asker: { kind: 'enquirer', index, email },
      field: isCorrection ? enquiryField : null,
      activity: enquiryActivity,
      leadId: enquiry.id,
      language: enquiry.language,
    }
  )
}

type Problem = { readonly field: keyof RegisteredDirect; readonly say: 'yourself' | 'chooseField' }

/** What stands in the way of entering it for whoever was found. */
export function problemWith(found: Asker | null, { right }: RegisteredDirect, us: string | null): Problem | null {
  if (found?.asker.kind !== 'staff') return null
  if (found.asker.userId === us) return { field: 'email', say: 'yourself' }
  return right === 'rectification' && !found.field ? { field: 'field', say: 'chooseField' } : null
}

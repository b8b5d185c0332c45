import { addressIndex } from '#features/leads/index.ts'
import type { Id } from '#kernel/ids.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { Reader } from '#platform/db/database.ts'
import { accountActivity, enquiryActivity, enquiryField } from './direct-request.ts'
import type { DirectAsking } from './enter-direct.ts'
import { colleagueWith, latestEnquiryFrom } from './register-direct.sql.ts'
import type { RegisteredDirect } from './register-direct-form.ts'

type Asker = Pick<DirectAsking, 'asker' | 'field' | 'activity' | 'leadId' | 'language'>

/** A colleague with that address; at the operator also whoever wrote to it, with the latest that they wrote. */
async function whoAsked(reader: Reader, keyring: Keyring, input: RegisteredDirect): Promise<Asker | null> {
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

/** What stands in the way of entering it, and at which field. */
export type Obstacle = {
  readonly field: 'email' | 'field'
  readonly say: 'unknown' | 'unknownOperator' | 'yourself' | 'chooseField'
}

type Entering = { readonly userId: Id<'user'> | null; readonly isOperator: boolean }
type Asking = { readonly reader: Reader; readonly keyring: Keyring; readonly by: Entering }

/** Whoever asked, or why it cannot be entered for them. */
export async function askerOf({ reader, keyring, by }: Asking, input: RegisteredDirect): Promise<Asker | Obstacle> {
  const found = await whoAsked(reader, keyring, input)
  if (!found) return { field: 'email', say: by.isOperator ? 'unknownOperator' : 'unknown' }
  if (found.asker.kind === 'staff' && found.asker.userId === by.userId) return { field: 'email', say: 'yourself' }
  if (input.right === 'rectification' && !found.field) return { field: 'field', say: 'chooseField' }
  return found
}

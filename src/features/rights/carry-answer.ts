/**
 * What follows from a controller's answer, in the transaction of the answer: a correction is written, a restriction begins or ends, an
 * erasure is set going, and everybody who had received the data is told (GDPR art. 16 to 19 and 21).
 */
import { cancelAllAhead } from '#features/appointments/index.ts'
import { queueStaffMail } from '#features/notifications/index.ts'
import { correctContact } from '#features/patients/index.ts'
import { type Id, newId } from '#kernel/ids.ts'
import type { Temporal } from '#kernel/time.ts'
import { seal } from '#platform/crypto/field.ts'
import type { Keyring } from '#platform/crypto/keyring.ts'
import type { PersonKey } from '#platform/crypto/person-key.ts'
import type { Tx } from '#platform/db/database.ts'
import { organisationOf, type Permit, userOf } from '#policy/permit.ts'
import { liftRestriction, saveRestriction } from './ask.sql.ts'
import {
  enqueueErasures,
  raiseAuthorityNotices,
  recipientsOf,
  saveCorrectingNote,
  saveNewVersion,
  saveNotice,
} from './carry-answer.sql.ts'
import type { Decision } from './decision-form.ts'
import type { FoundRequest } from './found-request.ts'
import { isContactField, notesField, restrictsWhenGranted } from './rights.ts'

export type Answering = {
  readonly tx: Tx
  readonly permit: Permit<'rights-request.answer'>
  readonly keyring: Keyring
  readonly key: PersonKey
  readonly now: Temporal.Instant
}

export async function carryAnswer(answering: Answering, found: FoundRequest, decision: Decision): Promise<void> {
  const { tx, permit, now } = answering
  const caseId = found.case_id
  if (decision.decision === 'refuse') {
    if (found.is_restricting) await liftRestriction(tx, { requestId: found.id, by: userOf(permit), now })
    return
  }
  if (!caseId) return
  if (found.right === 'rectification') await correct(answering, { found, caseId, value: decision.value ?? '' })
  if (restrictsWhenGranted(found.right)) {
    if (!found.is_restricting)
      await saveRestriction(tx, { id: newId(), caseId, requestId: found.id, because: found.right, now })
    await cancelAllAhead({ tx, now }, permit, caseId, 'case-restricted')
  }
  if (found.right === 'erasure') await enqueueErasures(tx)
  if (found.right !== 'access' && found.right !== 'portability') await tellRecipients(answering, found, caseId)
}

type Correcting = { readonly found: FoundRequest; readonly caseId: Id<'case'>; readonly value: string }

async function correct(
  { tx, permit, keyring, key, now }: Answering,
  { found, caseId, value }: Correcting,
): Promise<void> {
  const [organisationId, by, field] = [organisationOf(permit), userOf(permit), found.field ?? '']
  if (isContactField(field)) await correctContact(tx, keyring, permit, { key, field, value })
  else if (field === notesField)
    await saveCorrectingNote(tx, {
      id: newId(),
      clinicId: organisationId,
      caseId,
      personId: found.person_id,
      by,
      now,
      text: seal(key, 'course_notes.text', value),
    })
  else
    await saveNewVersion(tx, {
      caseId,
      field,
      value: seal(key, `case_details.${field}`, value),
      organisationId,
      by,
      now,
    })
}

/** Article 19: each recipient is told, with a row that shows that it was; an authority has no account here, so a colleague is asked to tell it. */
async function tellRecipients({ tx, permit, now }: Answering, found: FoundRequest, caseId: Id<'case'>): Promise<void> {
  await raiseAuthorityNotices(tx, { requestId: found.id, caseId, now })
  const us = organisationOf(permit)
  const recipients = (await recipientsOf(tx, caseId)).filter(({ id }) => id !== us)
  for (const { id: recipientId } of recipients) {
    await saveNotice(tx, { requestId: found.id, recipientId, now })
    await queueStaffMail(tx, { template: 'rights-notice', organisationId: recipientId, userId: null, caseId })
  }
}

import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/database.ts'
import { type Permit, personOf } from '#policy/permit.ts'
import { fieldsOfTreatment, saveDisclosures } from './disclosure.sql.ts'
import { always, discloser, type HandOver } from './disclosure.ts'

/** As `discloseCase` for many new cases at once, each with its own permit. Throws what the database refuses: then none is handed over. */
export async function discloseCases(
  tx: Tx,
  hands: readonly { readonly permit: Permit<'case.disclose'>; readonly hand: HandOver }[],
): Promise<void> {
  const asked = new Map<string, readonly string[]>()
  for (const treatment of new Set(hands.map(({ hand }) => hand.treatmentType))) {
    asked.set(
      treatment,
      (await fieldsOfTreatment(tx, treatment)).map(({ field }) => field),
    )
  }
  await saveDisclosures(
    tx,
    hands.map(({ permit, hand }) => ({
      id: newId(),
      recipientId: hand.clinicId,
      caseId: hand.caseId,
      personId: personOf(permit),
      direction: 'to-clinic',
      consentMarkId: hand.consentMarkId,
      activity: permit.activity,
      purpose: permit.purpose,
      fields: [...always, ...(asked.get(hand.treatmentType) ?? [])],
      disclosedByOrganisation: hand.insurerId,
      disclosedBy: discloser(permit),
    })),
  )
}

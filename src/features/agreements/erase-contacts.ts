import { dayOf } from '#kernel/time.ts'
import { eraseBusinessContacts, eraseCompanyContact, remains, saveStep } from './carry-out.sql.ts'
import { type Carrying, noteEnding } from './note-ending.ts'
import { advance, type Run } from './report-run.ts'

const asSystem = { kind: 'system' } as const

/**
 * People first: as soon as nothing waits to be taken over or answered, or the time for it is over. Then the company's own address, once no
 * case names it: a patient must be able to reach whoever answers for what is still kept.
 */
export async function eraseContacts(carrying: Carrying, run: Run): Promise<void> {
  const { leaving } = run
  if (!leaving.steps.includes('contacts-erased') && !(await erasePeople(carrying, run))) return
  await eraseCompany(carrying, run)
}

async function erasePeople(carrying: Carrying, run: Run): Promise<boolean> {
  const { database, now } = carrying.services
  const { organisation_id: organisationId, access_until } = run.leaving
  const today = dayOf(now())
  return database.transaction(asSystem, async (tx) => {
    const { journals, requests } = await remains(tx, organisationId)
    if (journals + requests > 0 && access_until.toString() >= today.toString()) return false
    await noteEnding(tx, carrying, { organisationId, touches: ['business-contact', 'credentials'] })
    const { journalsLeft, requestsLeft, ...erased } = await eraseBusinessContacts(tx, organisationId, today)
    const figures = { ...erased, journalsLeft, requestsLeft }
    await saveStep(tx, { organisationId, step: 'contacts-erased', now: now(), figures })
    const people = erased.users + erased.invitations + erased.practitioners + erased.credentials
    advance(run, 'contacts-erased', { ...erased, erased: people })
    return true
  })
}

async function eraseCompany(carrying: Carrying, run: Run): Promise<void> {
  const { database, now } = carrying.services
  const { organisation_id: organisationId } = run.leaving
  const isErased = await database.transaction(asSystem, async (tx) => {
    if (!(await eraseCompanyContact(tx, organisationId))) return false
    await noteEnding(tx, carrying, { organisationId, touches: ['business-contact', 'credentials'] })
    await saveStep(tx, { organisationId, step: 'company-erased', now: now(), figures: {} })
    return true
  })
  if (isErased) advance(run, 'company-erased', { companies: 1 })
}

import { type Id, readId } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { caseToTell, lookByLaw, type ToldCaseRow } from './found-case.sql.ts'

export type Controller = 'insurer' | 'clinic'
export type FoundCase = ToldCaseRow & { readonly controller: Controller; readonly controllerId: Id<'organisation'> }

type Looking = { readonly reader: Reader; readonly actor: Actor; readonly params: { readonly caseId: string } }

/** The case in the address if the actor's house answers for something in it: as its insurer, or as a clinic that has had it. For `load`. */
export const findCaseAs =
  (controller: Controller) =>
  async ({ reader, actor, params }: Looking): Promise<FoundCase | null> => {
    const id = readId<'case'>(params.caseId)
    if (!id || actor.kind !== 'staff' || (actor.organisationKind === 'insurer') !== (controller === 'insurer'))
      return null
    if (controller === 'clinic') await lookByLaw(reader, id)
    const found = await caseToTell(reader, id)
    if (!found || (controller === 'insurer' && found.insurer_id !== actor.organisationId)) return null
    return { ...found, controller, controllerId: actor.organisationId }
  }

export const factsOfFoundCase = (found: FoundCase): Facts => ({
  personId: found.person_id,
  caseId: found.id,
  organisationId: found.controllerId,
})

import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { giveJson, giveWord } from './give-document.ts'
import { createDisclosure, showAuthorities } from './tell-authority.ts'

/** Telling authorities, by the laws of this policy: of an insurer's case, and of a clinic's part in it. */
export const authorityActions = (model: PolicyModel): readonly Action[] =>
  (['insurer', 'clinic'] as const).flatMap((controller) => [
    showAuthorities(model, controller),
    createDisclosure(model, controller),
    giveJson(controller),
    giveWord(controller),
  ])

import type { Id } from '#kernel/ids.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import type { Facts } from '#policy/facts.ts'
import { routes } from '#src/routes.ts'
import { casesToAskAbout } from './ask.sql.ts'
import { requestsOfPerson } from './requests.sql.ts'
import { viewRightsTexts } from './view-rights.texts.ts'
import { rightsView } from './view-rights.view.tsx'

export type Person = { readonly personId: Id<'person'> }

/** Whoever is logged in as a patient, for `load`: what follows is about them. */
export const loadPerson = ({ actor }: { readonly actor: Actor }): Promise<Person | null> =>
  Promise.resolve(actor.kind === 'patient' ? { personId: actor.personId } : null)

export const factsOfPerson = ({ personId }: Person): Facts => ({ personId })

/** All rights in plain words, the person's own requests, and the ways to use them. */
export const viewRights = action({
  at: routes.my.rights.overview,
  asks: 'my-rights.view',
  touches: ['health.approval', 'health.request', 'access-history'],
  notices: { da: viewRightsTexts.da.notices, en: viewRightsTexts.en.notices },
  load: loadPerson,
  facts: factsOfPerson,
  async run({ tx, page, found }) {
    const cases = await casesToAskAbout(tx, found.personId)
    return show(rightsView(page, { cases, requests: await requestsOfPerson(tx, found.personId) }))
  },
})

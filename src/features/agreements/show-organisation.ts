import type { Id } from '#kernel/ids.ts'
import { dayOf, type Temporal } from '#kernel/time.ts'
import type { Reader } from '#platform/db/database.ts'
import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import type { Actor } from '#policy/actor.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { type AgreementRow, agreementOf, type Figures, figuresOf, stepsOf } from './agreements.sql.ts'
import { accessUntil, stateOf } from './agreements.ts'
import { keptOf } from './kept.ts'
import { organisationNotices } from './show-organisation.texts.ts'
import { organisationView } from './show-organisation.view.tsx'

type Finding = { readonly reader: Reader; readonly params: { readonly organisationId: string } }

export const findAgreement = ({ reader, params }: Finding) =>
  agreementOf(reader, params.organisationId as Id<'organisation'>)

export const factsOfAgreement = (found: AgreementRow) => ({ object: { type: 'organisation', id: found.id } })

/** One insurer or place of treatment for the operator: who they are, how the agreement stands, and how far its end has come. */
export const showOrganisation = (model: PolicyModel) =>
  action({
    at: routes.operator.organisation.show,
    asks: 'organisation.view',
    notices: organisationNotices,
    load: findAgreement,
    facts: factsOfAgreement,
    async run({ page, tx, found, now, actor }) {
      const figures = await figuresOf(tx, found.id, found.last_day ?? dayOf(now))
      const steps = await stepsOf(tx, found.id)
      const leftOn = found.last_day ?? dayOf(now)
      const contactsErased = steps.some(({ step }) => step === 'contacts-erased')
      const kept = keptIn(model, { found, figures, leftOn, contactsErased })
      return show(organisationView(page, { found, figures, steps, kept, mayEnd: mayEnd(actor, found) }))
    },
  })

type Keeping = {
  readonly found: AgreementRow
  readonly figures: Figures
  readonly leftOn: Temporal.PlainDate
  readonly contactsErased: boolean
}

/** What will be, or is, kept after the end. */
export function keptIn(model: PolicyModel, { found, figures, leftOn, contactsErased }: Keeping) {
  const isInsurer = found.kind === 'insurer'
  return keptOf(model, {
    leftOn,
    accessUntil: found.access_until ?? accessUntil(model, leftOn),
    contactsErased,
    journals: figures.journals,
    requests: figures.requests,
    cases: isInsurer ? figures.cases : 0,
    held: isInsurer ? figures.held : 0,
  })
}

const mayEnd = (actor: Actor, found: AgreementRow) =>
  actor.kind === 'staff' && actor.roles.includes('administrator') && stateOf(found) !== 'ended'

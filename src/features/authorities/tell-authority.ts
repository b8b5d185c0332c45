import { authoritiesTold, tellAuthority } from '#features/disclosure/index.ts'
import { personKeyFor } from '#features/patients/index.ts'
import { emptyForm, type FormState } from '#platform/html/page.ts'
import { type Action, action, type Running } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { lawsThatBind } from '#policy/disclosure-laws.ts'
import type { PolicyModel } from '#policy/model.ts'
import { routes } from '#src/routes.ts'
import { authorityNotices } from './authorities.texts.ts'
import { authorityForm } from './authority-form.ts'
import { documentOf, touchedByLaw } from './document.ts'
import { controllerById } from './found-case.sql.ts'
import { type Controller, type FoundCase, factsOfFoundCase, findCaseAs } from './found-case.ts'
import { tellAuthorityView } from './tell-authority.view.tsx'

const placesOf = (controller: Controller) => (controller === 'insurer' ? routes.case : routes.clinic).authorities

type Showing = Pick<Running<string, 'authority-disclosure.view', FoundCase, null>, 'tx' | 'page' | 'found'> & {
  readonly permit: { readonly facts: { readonly restricted?: boolean } }
}

const pageOf = async (model: PolicyModel, { tx, page, found, permit }: Showing, form: FormState) =>
  tellAuthorityView(
    page,
    {
      found,
      laws: lawsThatBind(model, found.controller),
      told: await authoritiesTold(tx, found.id),
      isRestricted: permit.facts.restricted === true,
    },
    form,
  )

/** What authorities were told of the case, and the form to tell another. */
export const showAuthorities = (model: PolicyModel, controller: Controller): Action =>
  action({
    at: placesOf(controller).form,
    asks: 'authority-disclosure.view',
    touches: ['health.approval', 'access-history'],
    notices: authorityNotices,
    load: findCaseAs(controller),
    facts: factsOfFoundCase,
    run: async (running) => show(await pageOf(model, running, emptyForm)),
  })

/** Notes the disclosure with its law and makes the document, in one transaction: what is not noted is not given. */
export const createDisclosure = (model: PolicyModel, controller: Controller): Action =>
  action({
    at: placesOf(controller).create,
    asks: 'authority-disclosure.create',
    touches: touchedByLaw,
    load: findCaseAs(controller),
    facts: factsOfFoundCase,
    input: authorityForm(controller, lawsThatBind(model, controller)),
    again: (running) => pageOf(model, running, running.form),
    async run({ tx, permit, found, input, now, record, services: { keyring } }) {
      const law = lawsThatBind(model, controller).find(({ id }) => id === input.law)
      if (!law) throw new Error('The form let a law through that does not bind')
      const key = await personKeyFor(tx, keyring, found.person_id)
      const restricted = permit.facts.restricted === true
      const { authority, fields, reason } = input
      const from = await controllerById(tx, found.controllerId)
      const given = await documentOf(tx, key, found, { from, authority, fields, restricted, law, now })
      const telling = { caseId: found.id, key, authority, law, fields, reason, content: JSON.stringify(given) }
      const disclosureId = await tellAuthority(tx, permit, telling)
      record({ detail: { disclosureId, law: law.id, fields, restricted } })
      return seeOther(placesOf(controller).form.href({ caseId: found.id }, { notice: 'told' }))
    },
  })

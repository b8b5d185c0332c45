import { type AuthorisationId, readAuthorisationId } from '#kernel/authorisation-id.ts'
import { newId } from '#kernel/ids.ts'
import type { Reader } from '#platform/db/database.ts'
import { emptyForm, type FormState, type Page } from '#platform/html/page.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { queryForm } from '#platform/http/form.ts'
import { choice } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { chooseProfessionView, newPractitionerView } from './add-practitioner.view.tsx'
import { ownClinicFacts } from './opening-rights.ts'
import { savePractitioner, treatmentChoices, unlinkedColleagues } from './practice.sql.ts'
import { hasAuthorisationId, practitionerForm, professions, servicesOf } from './practice-forms.ts'

const possibilities = async ({ reader }: { readonly reader: Reader }) => ({
  treatments: await treatmentChoices(reader),
  colleagues: await unlinkedColleagues(reader),
})
type Possibilities = Awaited<ReturnType<typeof possibilities>>

/** The profession first: it decides which treatments can be chosen, and whether there is an authorisation id. */
export const showNewPractitioner = action({
  at: routes.clinic.newPractitioner.form,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  load: possibilities,
  facts: ownClinicFacts,
  input: queryForm({ profession: choice(professions) }),
  again: ({ page, form }) => chooseProfessionView(page, form),
  run: async ({ page, found, input }) =>
    show(input.profession ? filledIn(page, found, input.profession) : chooseProfessionView(page, emptyForm)),
})

/** A treatment that is the only one of its profession is chosen beforehand. */
function filledIn(page: Page, { treatments, colleagues }: Possibilities, profession: (typeof professions)[number]) {
  const services = servicesOf(profession, treatments)
  const form = { ...emptyForm, values: services.length === 1 ? { services: services[0]!.code } : {} }
  return newPractitionerView({ page, form, profession, services, colleagues })
}

export const addPractitioner = action({
  at: routes.clinic.newPractitioner.create,
  asks: 'opening-hours.change',
  touches: ['business-contact'],
  load: possibilities,
  facts: ownClinicFacts,
  input: ({ treatments, colleagues }) => practitionerForm(treatments, colleagues),
  again: ({ page, found, form }) => shownAgain(page, found, form),
  async run({ tx, input, record }) {
    const { profession, name, services, user: userId } = input
    const practitionerId = newId<'practitioner'>()
    const authorisationId = hasAuthorisationId(profession) ? authorisationOf(input.authorisationId) : null
    await savePractitioner(tx, { id: practitionerId, name, profession, authorisationId, userId, services })
    record({ detail: { practitionerId } })
    return seeOther(routes.clinic.practitioner.href({ practitionerId }, { notice: 'added' }))
  },
})

function shownAgain(page: Page, { treatments, colleagues }: Possibilities, form: FormState) {
  const profession = professions.find((one) => one === form.values['profession'])
  if (!profession) return chooseProfessionView(page, form)
  return newPractitionerView({ page, form, profession, services: servicesOf(profession, treatments), colleagues })
}

function authorisationOf(typed: string | null): AuthorisationId | null {
  const read = readAuthorisationId(typed ?? '')
  return read.ok ? read.value : null
}

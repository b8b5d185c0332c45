import { type Id, newId } from '#kernel/ids.ts'
import { type Tx, violatedConstraint } from '#platform/db/database.ts'
import { placeOfPostcode } from '#platform/geo/postcodes.ts'
import { action } from '#platform/http/action.ts'
import { seeOther, show } from '#platform/http/answer.ts'
import { form } from '#platform/http/form.ts'
import { choice, cvr, email, phone, postcode, text } from '#platform/http/form-fields.ts'
import { routes } from '#src/routes.ts'
import { invite } from './invite.ts'
import { saveLocation, saveOrganisation } from './organisations.sql.ts'
import { registerMessage, registerTexts } from './register-organisation.texts.ts'
import { registerView, registrableKinds } from './register-organisation.view.tsx'
import { emailIsInUse } from './users.sql.ts'

type Kind = (typeof registrableKinds)[number]
type Address = { readonly kind: Kind; readonly street: string | null; readonly postcode: string | null }

const registration = form(
  {
    kind: choice(registrableKinds),
    name: text({ max: 200 }),
    cvr: cvr(),
    email: email(),
    phone: phone(),
    street: text({ max: 200 }).optional(),
    postcode: postcode().optional(),
    directions: text({ max: 500, multiline: true }).optional(),
    administratorName: text({ max: 200 }),
    administratorEmail: email(),
  },
  addressProblems,
)

/** A place of treatment has an address that a patient can travel to; an insurer needs none. */
function addressProblems({ kind, street, postcode }: Address) {
  if (kind === 'insurer') return []
  const problems: { field: 'street' | 'postcode'; message: ReturnType<typeof registerMessage> }[] = []
  if (street === null) problems.push({ field: 'street', message: registerMessage('streetMissing') })
  if (postcode === null) problems.push({ field: 'postcode', message: registerMessage('postcodeMissing') })
  else if (!placeOfPostcode(postcode)) problems.push({ field: 'postcode', message: registerMessage('postcodeUnknown') })
  return problems
}

export const showRegistration = action({
  at: routes.operator.register.form,
  asks: 'organisation.register',
  touches: [],
  async run({ page, form }) {
    return show(registerView(page, form))
  },
})

/** The operator takes in an insurer or a place of treatment and invites its first administrator (R2.6). */
export const registerOrganisation = action({
  at: routes.operator.register.create,
  asks: 'organisation.register',
  touches: ['business-contact'],
  input: registration,
  again: ({ page, form }) => registerView(page, form),
  async run({ tx, permit, input, page, form, language, now, record }) {
    const t = registerTexts[language]
    const refuse = (field: string, message: string) =>
      show(registerView(page, { ...form, errors: [{ field, message }] }), 422)
    if (await emailIsInUse(tx, input.administratorEmail)) return refuse('administratorEmail', t.addressInUse)
    const id = newId<'organisation'>()
    try {
      await tx.attempt(() => saveOrganisation(tx, { ...input, id }))
    } catch (error) {
      if (violatedConstraint(error) === 'organisation_is_registered_once') return refuse('name', t.known)
      throw error
    }
    if (input.kind !== 'insurer') await savePlace(tx, id, input)
    const invitation = { organisationId: id, name: input.administratorName, email: input.administratorEmail }
    const outcome = await invite(tx, permit, { ...invitation, roles: ['administrator'], language, now })
    if (outcome.kind !== 'invited') throw new Error('A new organisation has no invitations')
    record({ detail: { organisation: id, kind: input.kind, invitation: outcome.id } })
    return seeOther(routes.operator.organisations.href({}, { notice: 'registered' }))
  },
})

type Place = { readonly street: string | null; readonly postcode: string | null; readonly directions: string | null }

async function savePlace(tx: Tx, clinicId: Id<'organisation'>, { street, postcode, directions }: Place) {
  const place = postcode === null ? null : placeOfPostcode(postcode)
  if (street === null || postcode === null || !place) throw new Error('The form lets no clinic through without address')
  const { town, lat, lon } = place
  await saveLocation(tx, { clinicId, street, postcode, town, lat, lon, directions: directions ?? '' })
}

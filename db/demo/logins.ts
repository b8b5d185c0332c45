import { routes } from '#src/routes.ts'
import { clinics, insurers, operator } from './organisations.ts'
import { persons } from './persons.ts'
import { memberOf } from './team.ts'

export type Login = { role: string; who: string; how: string; url: string }

/** Everybody's in the demo. Four words are easier to type than one that pretends to be secret. */
export const demoPassword = 'lang bro over sundet'

/** Somebody of each kind, and how to be them. */
export function loginsAt(site: URL): Login[] {
  const at = (path: string) => new URL(path, site).href
  const patients = persons.slice(0, 5).map(({ name, cpr }) => ({
    role: 'patient',
    who: name,
    how: `MitID: choose this name, CPR number ${cpr}`,
    url: at(routes.logIn.choose.href({})),
  }))
  const staff = [
    ['case handler', memberOf(insurers[0], 'case-handler')],
    ["insurer's administrator", memberOf(insurers[0], 'administrator')],
    ['case handler elsewhere', memberOf(insurers[1], 'case-handler')],
    ['secretary', memberOf(clinics[0]!, 'secretary')],
    ['practitioner', memberOf(clinics[0]!, 'practitioner')],
    ["clinic's administrator", memberOf(clinics[0]!, 'administrator')],
    ["hospital's secretary", memberOf(clinics[1]!, 'secretary')],
    ['operator', memberOf(operator, 'administrator')],
    ['support', memberOf(operator, 'support')],
    ['data protection officer', memberOf(operator, 'data-protection-officer')],
  ] as const
  return [
    ...patients,
    ...staff.map(([role, { email }]) => ({
      role,
      who: email,
      how: `"${demoPassword}", then bin/demo-code ${email}`,
      url: at(routes.logIn.staff.form.href({})),
    })),
  ]
}

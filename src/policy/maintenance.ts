import type { ActionName } from './vocabulary.ts'

/**
 * While the service is read-only nothing is changed, save what nobody may be kept from: coming in and going out, the language, saying no to
 * cookies or to being known, giving a time back, taking somebody's access away, and ending or prolonging the maintenance itself. Whatever
 * only shows something is always possible.
 */
const possible: ReadonlySet<ActionName> = new Set<ActionName>([
  'log-in.eid',
  'log-in.staff',
  'log-out',
  'api.token',
  'language.choose',
  'terms.accept',
  'cookies.choose',
  'maintenance.announce',
  'maintenance.end',
  'user.remove',
  'api-client.revoke',
  'my-case.withdraw-consent',
  'case.withdraw-consent',
  'appointment.cancel',
  'clinic-appointment.cancel',
])

/** Whether the action may change something while the service is read-only. What is not named here may not. */
export const staysPossibleReadOnly = (action: ActionName): boolean => possible.has(action)

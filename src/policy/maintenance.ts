import type { ActionName } from './vocabulary.ts'

/**
 * While the service is read-only nothing is changed, save what nobody may be kept from: coming in and going out, the language, saying no to
 * cookies or to being known, giving a time back, taking somebody's access away, and ending or prolonging the maintenance itself. The links
 * of a new password and of an invitation run out, and a deadline of the law begins with a request for rights: those are received, too.
 * Whatever only shows something is always possible.
 */
const possible: ReadonlySet<ActionName> = new Set<ActionName>([
  'log-in.eid',
  'log-in.staff',
  'log-out',
  'password.reset',
  'invitation.accept',
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
  'my-rights.request',
  'own-data.request',
  'enquirer.ask-link',
  'enquirer.erase',
  'enquirer.request',
  'appointment.cancel',
  'clinic-appointment.cancel',
])

/** Whether the action may change something while the service is read-only. What is not named here may not. */
export const staysPossibleReadOnly = (action: ActionName): boolean => possible.has(action)

/**
 * The jobs that go on meanwhile: messages about what has happened, which would be late afterwards; times that were held and are free again; and what
 * protects people (the ledger of erasures, the signed ends of the trail). Every other job waits until the end.
 */
const goingOn: ReadonlySet<string> = new Set([
  'send-notification',
  'send-invitation',
  'send-password-reset',
  'send-lead-answer',
  'send-direct-notice',
  'send-enquirer-link',
  'send-terms-notice',
  'tell-maintenance',
  'send-maintenance-mail',
  'expire-hold',
  'note-erasures',
  'publish-audit-heads',
  'check-audit-trail',
])

/** Whether a job is done while the service is read-only. What is not named here waits. */
export const goesOnReadOnly = (task: string): boolean => goingOn.has(task)

/** For the test that each of them is a job that there is. */
export const tasksThatGoOn: readonly string[] = [...goingOn]

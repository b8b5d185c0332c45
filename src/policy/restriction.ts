import type { ActionName } from './vocabulary.ts'

/**
 * GDPR art. 18(2): a case that is restricted is stored, and used for nothing else until that is lifted. What stays possible is the person's
 * own view and way out, the insurer's reading without changing, what a named law demands, what the restriction itself calls for, and the end of
 * the agreement behind it. Of a restricted account: its owner's own page and data, and a colleague's reading it and ending it.
 */
const possible: ReadonlySet<ActionName> = new Set<ActionName>([
  'my-case.view',
  'my-case.known-by',
  'my-case.withdraw-consent',
  'appointment.view',
  'appointment.cancel',
  'hold.view',
  'my-rights.view',
  'my-rights.request',
  'my-request.view',
  'my-copy.download',
  'case.view',
  'case.withdraw-consent',
  'session-request.view',
  'authority-disclosure.view',
  'authority-disclosure.create',
  'rights-request.view',
  'rights-request.answer',
  'rights-request.register',
  'rights-request.carry-out',
  'agreement.carry-out',
  'retention.sweep',
  'referral.erase',
  'legal-hold.view',
  'legal-hold.place',
  'legal-hold.review',
  'legal-hold.lift',
  'legal-hold.remind',
  'erasure-order.view',
  'erasure-order.withdraw',
  'erasure-order.carry-out',
  'handover.take',
  'handover.confirm',
  'notification.send',
  'user.view',
  'user.remove',
  'own-data.view',
  'own-data.correct',
  'own-data.request',
  'own-request.view',
  'account.view',
  'account.change',
  'terms.accept',
])

/** Whether the action may be done to a restricted case. What is not named here may not. */
export const staysPossible = (action: ActionName): boolean => possible.has(action)

/**
 * The same for the account of a member of staff: it is stored, and its owner keeps the log-in, their own data and their requests. Whoever
 * answered lifts it; a colleague who is an administrator can still end the account.
 */
const possibleWhileResting: ReadonlySet<ActionName> = new Set<ActionName>([
  'home.view',
  'privacy.view',
  'language.choose',
  'log-in.view',
  'log-in.staff',
  'log-out',
  'password.reset',
  'account.view',
  'account.change',
  'terms.accept',
  'own-data.view',
  'own-data.correct',
  'own-data.request',
  'own-request.view',
  'enquirer.ask-link',
  'enquirer.view',
])

/** Whether somebody whose own account is restricted may do it. What is not named here they may not. */
export const staysPossibleWhileResting = (action: ActionName): boolean => possibleWhileResting.has(action)

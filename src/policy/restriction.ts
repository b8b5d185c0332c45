import type { ActionName } from './vocabulary.ts'

/**
 * GDPR art. 18(2): a case that is restricted is stored, and used for nothing else until that is lifted. What stays possible is the person's
 * own view and way out, the insurer's reading without changing, what a named law demands, and what the restriction itself calls for.
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
  'retention.sweep',
  'handover.take',
  'handover.confirm',
  'notification.send',
])

/** Whether the action may be done to a restricted case. What is not named here may not. */
export const staysPossible = (action: ActionName): boolean => possible.has(action)

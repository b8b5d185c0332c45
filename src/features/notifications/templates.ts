/** What a patient is told about. The words are in `notifications.texts.ts`; none of them says what the treatment is. */
export const patientTemplates = [
  'case-opened',
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'consent-withdrawn',
  'referral-erased',
  'sessions-granted',
  'rights-answered',
  'case-erased-soon',
  'clinic-left',
  'insurer-left',
  'restriction-ends',
] as const
export type PatientTemplate = (typeof patientTemplates)[number]

/**
 * What staff are told about: a clinic asks for further sessions, an insurer answers, a patient withdraws a consent, what rested on it is erased,
 * a patient uses a right, a journal is to be taken over, a hold is to be looked at, an agreement ends.
 */
export type StaffTemplate =
  | 'session-request'
  | 'session-answer'
  | 'consent-withdrawn'
  | 'referral-erased'
  | 'rights-request'
  | 'rights-notice'
  | 'journal-offered'
  | 'hold-review'
  | 'hold-left-behind'
  | 'clinic-left'
  | 'journals-waiting'

export type Channel = 'mail' | 'sms'

import { texts } from '#kernel/language.ts'
import type { Tone } from '#platform/design/index.ts'

/** How a case stands; the database derives it from the case's rows (`case_standing`). */
export const caseStates = [
  'awaiting-consent',
  'frozen',
  'open',
  'booked',
  'in-course',
  'used-up',
  'expired',
  'closed',
] as const
export type CaseState = (typeof caseStates)[number]

export const caseStateTones: Readonly<Record<CaseState, Tone>> = {
  'awaiting-consent': 'warning',
  frozen: 'danger',
  open: 'info',
  booked: 'success',
  'in-course': 'success',
  'used-up': 'neutral',
  expired: 'neutral',
  closed: 'neutral',
}

export const caseStateTexts = texts<Readonly<Record<CaseState, string>>>(
  {
    'awaiting-consent': 'Mangler samtykke',
    frozen: 'Samtykke trukket tilbage',
    open: 'Klar til booking',
    booked: 'Tid booket',
    'in-course': 'I forløb',
    'used-up': 'Behandlinger brugt',
    expired: 'Udløbet',
    closed: 'Afsluttet',
  },
  {
    'awaiting-consent': 'Consent missing',
    frozen: 'Consent withdrawn',
    open: 'Ready to book',
    booked: 'Booked',
    'in-course': 'In course',
    'used-up': 'Sessions used',
    expired: 'Expired',
    closed: 'Closed',
  },
)

/** The purposes that the two privacy policies name (R1.4, what a law demands, and the marketing site's own). Access names one of them. */
export type Purpose =
  | 'treatment-time'
  | 'referral-transfer'
  | 'user-administration'
  | 'customer-administration'
  | 'operation'
  | 'transparency'
  | 'legal-duty'
  | 'contact'

/** What kinds of data there are; every column of the database belongs to one (R1.3). */
export type DataCategory =
  | 'contact'
  | 'cpr'
  | 'booking'
  | 'consent-history'
  | 'health.approval'
  | 'health.referral'
  | 'health.course'
  | 'health.report'
  | 'health.request'
  | 'business-contact'
  | 'credentials'
  | 'access-history'
  | 'cookie-choices'
  | 'technical'
  | 'none'

/** What an action can say that it touches: every category but that of what is about nobody. */
export type PersonalData = Exclude<DataCategory, 'none'>

/** Everything that a case holds about its patient: what goes when it goes, and what a copy of it has. */
export const dataOfACase = [
  'contact',
  'cpr',
  'booking',
  'consent-history',
  'health.approval',
  'health.referral',
  'health.course',
  'health.report',
  'health.request',
  'access-history',
] as const satisfies readonly PersonalData[]

export type SubjectKind = 'patient' | 'staff' | 'business-contact' | 'visitor' | 'nobody'

/** Who the data come from (GDPR art. 14(2)(f)). */
export type DataSource = 'patient' | 'insurer' | 'clinic' | 'eid' | 'visitor' | 'operator'

/** Whom the data may go to, beside those who process them for us (R1.14). */
export type RecipientKind = 'clinic' | 'insurer' | 'patient' | 'authority'

/** How much the law protects a category: GDPR art. 9 for what is sensitive, section 11 of the Danish act for the CPR number. */
export type Protection = 'ordinary' | 'cpr' | 'sensitive' | 'none'

export function protectionOf(category: DataCategory): Protection {
  if (category.startsWith('health')) return 'sensitive'
  return category === 'cpr' || category === 'none' ? category : 'ordinary'
}

/** The purposes that the two privacy policies name (R1.4, and the marketing site's own). Access names one of them. */
export type Purpose =
  | 'treatment-time'
  | 'referral-transfer'
  | 'user-administration'
  | 'customer-administration'
  | 'operation'
  | 'transparency'
  | 'contact'

/** What kinds of data there are; every column of the database belongs to one (R1.3). */
export type DataCategory =
  | 'contact'
  | 'cpr'
  | 'booking'
  | 'consent-history'
  | 'health.referral'
  | 'health.course'
  | 'business-contact'
  | 'credentials'
  | 'access-history'
  | 'cookie-choices'
  | 'technical'
  | 'none'

export type SubjectKind = 'patient' | 'staff' | 'business-contact' | 'visitor' | 'nobody'

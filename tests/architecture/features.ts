/**
 * Which features may know which, through their index.ts only. Read from the ground up: a feature may name only features
 * whose own list does not lead back to it. A line that no import uses any more has to go.
 */
export const featureDependencies: Record<string, readonly string[]> = {
  audit: [],
  availability: [],
  consent: [],
  cookies: [],
  disclosure: [],
  erasure: [],
  leads: [],
  maintenance: [],
  'marketing-pages': [],
  operations: [],
  organisations: [],
  patients: [],
  'policy-pages': [],
  'public-pages': [],
  identity: ['patients'],
  notifications: ['patients'],
  retention: ['notifications', 'patients'],
  appointments: ['availability', 'consent', 'disclosure', 'notifications', 'patients'],
  terms: ['appointments', 'patients'],
  cases: ['appointments', 'consent', 'disclosure', 'notifications', 'patients'],
  api: ['cases', 'consent'],
  courses: ['cases', 'disclosure', 'notifications', 'patients'],
  imports: ['cases', 'consent', 'disclosure', 'notifications', 'patients'],
  'my-cases': ['appointments', 'cases', 'consent', 'disclosure', 'notifications', 'patients'],
  rights: ['appointments', 'cases', 'my-cases', 'notifications', 'patients', 'policy-pages'],
  oversight: ['audit', 'policy-pages', 'retention', 'rights'],
  'clinic-calendar': ['appointments', 'availability', 'courses', 'patients'],
}

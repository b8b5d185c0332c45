import { agreementsCatalogue } from '#features/agreements/index.ts'
import { apiCatalogue } from '#features/api/index.ts'
import { appointmentsCatalogue } from '#features/appointments/index.ts'
import { auditCatalogue } from '#features/audit/index.ts'
import { availabilityCatalogue } from '#features/availability/index.ts'
import { casesCatalogue } from '#features/cases/index.ts'
import { clinicCalendarCatalogue } from '#features/clinic-calendar/index.ts'
import { consentCatalogue } from '#features/consent/index.ts'
import { cookiesCatalogue } from '#features/cookies/index.ts'
import { coursesCatalogue } from '#features/courses/index.ts'
import { disclosureCatalogue } from '#features/disclosure/index.ts'
import { erasureCatalogue } from '#features/erasure/index.ts'
import { identityCatalogue } from '#features/identity/index.ts'
import { importsCatalogue } from '#features/imports/index.ts'
import { leadsCatalogue } from '#features/leads/index.ts'
import { maintenanceCatalogue } from '#features/maintenance/index.ts'
import { notificationsCatalogue } from '#features/notifications/index.ts'
import { organisationsCatalogue } from '#features/organisations/index.ts'
import { oversightCatalogue } from '#features/oversight/index.ts'
import { patientsCatalogue } from '#features/patients/index.ts'
import { retentionCatalogue } from '#features/retention/index.ts'
import { rightsCatalogue } from '#features/rights/index.ts'
import { termsCatalogue } from '#features/terms/index.ts'
import type { Catalogue } from '#policy/catalogue.ts'

/** Every column that is declared, by table: what the database may hold (R1.3, T20.2). */
export const dataCatalogue: readonly Catalogue[] = [
  agreementsCatalogue,
  apiCatalogue,
  appointmentsCatalogue,
  auditCatalogue,
  availabilityCatalogue,
  casesCatalogue,
  clinicCalendarCatalogue,
  consentCatalogue,
  cookiesCatalogue,
  coursesCatalogue,
  disclosureCatalogue,
  erasureCatalogue,
  identityCatalogue,
  importsCatalogue,
  leadsCatalogue,
  maintenanceCatalogue,
  notificationsCatalogue,
  organisationsCatalogue,
  oversightCatalogue,
  patientsCatalogue,
  retentionCatalogue,
  rightsCatalogue,
  termsCatalogue,
]

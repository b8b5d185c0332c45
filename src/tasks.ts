import { agreementTasks, agreementTimetable } from '#features/agreements/index.ts'
import { apiTasks, apiTimetable } from '#features/api/index.ts'
import { appointmentTasks } from '#features/appointments/index.ts'
import { auditTasks, auditTimetable } from '#features/audit/index.ts'
import { availabilityTasks, availabilityTimetable } from '#features/availability/index.ts'
import { cookieTasks, cookieTimetable } from '#features/cookies/index.ts'
import { directTasks } from '#features/direct-requests/index.ts'
import { enquirerTasks, enquirerTimetable } from '#features/enquirers/index.ts'
import { erasureTasks } from '#features/erasure/index.ts'
import { erasureOrderTasks, erasureOrderTimetable } from '#features/erasure-orders/index.ts'
import { identityTasks, identityTimetable } from '#features/identity/index.ts'
import { importTasks, importTimetable } from '#features/imports/index.ts'
import { leadTasks, leadTimetable } from '#features/leads/index.ts'
import { holdTasks, holdTimetable } from '#features/legal-holds/index.ts'
import { maintenanceTasks, maintenanceTimetable } from '#features/maintenance/index.ts'
import { notificationTasks } from '#features/notifications/index.ts'
import { organisationTasks } from '#features/organisations/index.ts'
import { oversightTasks, oversightTimetable } from '#features/oversight/index.ts'
import { retentionTasks, retentionTimetable } from '#features/retention/index.ts'
import { rightsTasks, rightsTimetable } from '#features/rights/index.ts'
import { termsTasks, termsTimetable } from '#features/terms/index.ts'
import type { AskedTasks } from '#platform/jobs/ask-first.ts'
import { waitForMaintenance } from '#platform/jobs/wait-for-maintenance.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { openGate } from '#policy/gate.ts'
import { goesOnReadOnly } from '#policy/maintenance.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'

type Policies = { readonly referral: PolicyModel; readonly marketing: PolicyModel }

/**
 * Everything that happens after a request, by the name that `enqueue` knows. Each asks the gate of the site whose data it works on, and waits for
 * the end of maintenance, save what the policy lets go on.
 */
export const tasksWith = (
  services: WorkerServices,
  policies: Policies = { referral: referralPolicy, marketing: marketingPolicy },
): AskedTasks => waitForMaintenance(services, allTasks(services, policies), goesOnReadOnly)

function allTasks(services: WorkerServices, { referral, marketing }: Policies): AskedTasks {
  const gate = openGate(referral)
  return {
    ...notificationTasks(services, gate),
    ...organisationTasks(services, gate),
    ...agreementTasks(services, gate),
    ...importTasks(services, gate),
    ...apiTasks(services, gate),
    ...leadTasks(services, gate),
    ...cookieTasks(services, openGate(marketing)),
    ...availabilityTasks(services, gate),
    ...appointmentTasks(services, gate),
    ...identityTasks(services, gate),
    ...erasureTasks(services, gate),
    ...auditTasks(services, gate),
    ...oversightTasks(services, gate),
    ...retentionTasks(services, gate),
    ...erasureOrderTasks(services, gate),
    ...holdTasks(services, gate),
    ...rightsTasks(services, gate),
    ...directTasks(services, gate),
    ...enquirerTasks(services, gate),
    ...maintenanceTasks(services, gate),
    ...termsTasks(services, gate, publishedVersions(referral.site)),
  }
}

/** What happens by the clock, in crontab lines in UTC. */
export const timetable: readonly string[] = [
  ...availabilityTimetable,
  ...identityTimetable,
  ...importTimetable,
  ...apiTimetable,
  ...agreementTimetable,
  ...oversightTimetable,
  ...retentionTimetable,
  ...holdTimetable,
  ...erasureOrderTimetable,
  ...rightsTimetable,
  ...leadTimetable,
  ...enquirerTimetable,
  ...auditTimetable,
  ...cookieTimetable,
  ...maintenanceTimetable,
  ...termsTimetable,
]

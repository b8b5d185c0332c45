import { apiTasks, apiTimetable } from '#features/api/index.ts'
import { appointmentTasks } from '#features/appointments/index.ts'
import { auditTasks, auditTimetable } from '#features/audit/index.ts'
import { availabilityTasks, availabilityTimetable } from '#features/availability/index.ts'
import { cookieTasks, cookieTimetable } from '#features/cookies/index.ts'
import { erasureTasks } from '#features/erasure/index.ts'
import { identityTasks, identityTimetable } from '#features/identity/index.ts'
import { importTasks, importTimetable } from '#features/imports/index.ts'
import { leadTasks, leadTimetable } from '#features/leads/index.ts'
import { notificationTasks } from '#features/notifications/index.ts'
import { organisationTasks } from '#features/organisations/index.ts'
import { retentionTasks, retentionTimetable } from '#features/retention/index.ts'
import { rightsTasks, rightsTimetable } from '#features/rights/index.ts'
import { waitForMaintenance } from '#platform/jobs/wait-for-maintenance.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { openGate } from '#policy/gate.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'

/** Everything that happens after a request, by the name that `enqueue` knows. */
export const tasksWith = (services: WorkerServices): Readonly<Record<string, JobTask>> => ({
  ...notificationTasks(services, openGate(referralPolicy)),
  ...organisationTasks(services),
  ...waitForMaintenance(services, importTasks(services, openGate(referralPolicy))),
  ...apiTasks(services),
  ...leadTasks(services),
  ...cookieTasks(services, marketingPolicy),
  ...availabilityTasks(services),
  ...appointmentTasks(services),
  ...identityTasks(services),
  ...erasureTasks(services),
  ...auditTasks(services),
  ...waitForMaintenance(services, retentionTasks(services, openGate(referralPolicy))),
  ...rightsTasks(services, openGate(referralPolicy)),
})

/** What happens by the clock, in crontab lines in UTC. */
export const timetable: readonly string[] = [
  ...availabilityTimetable,
  ...identityTimetable,
  ...importTimetable,
  ...apiTimetable,
  ...retentionTimetable,
  ...rightsTimetable,
  ...leadTimetable,
  ...auditTimetable,
  ...cookieTimetable,
]

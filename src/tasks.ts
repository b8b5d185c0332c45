import { agreementTasks, agreementTimetable } from '#features/agreements/index.ts'
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
import { oversightTasks, oversightTimetable } from '#features/oversight/index.ts'
import { retentionTasks, retentionTimetable } from '#features/retention/index.ts'
import { rightsTasks, rightsTimetable } from '#features/rights/index.ts'
import { termsTasks, termsTimetable } from '#features/terms/index.ts'
import { waitForMaintenance } from '#platform/jobs/wait-for-maintenance.ts'
import type { JobTask } from '#platform/jobs/worker.ts'
import type { WorkerServices } from '#platform/jobs/worker-services.ts'
import { openGate } from '#policy/gate.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'

type Policies = { readonly referral: PolicyModel; readonly marketing: PolicyModel }

/** Everything that happens after a request, by the name that `enqueue` knows. */
export const tasksWith = (
  services: WorkerServices,
  { referral, marketing }: Policies = { referral: referralPolicy, marketing: marketingPolicy },
): Readonly<Record<string, JobTask>> => ({
  ...notificationTasks(services, openGate(referral)),
  ...organisationTasks(services),
  ...agreementTasks(services, openGate(referral)),
  ...waitForMaintenance(services, importTasks(services, openGate(referral))),
  ...apiTasks(services, referral),
  ...leadTasks(services),
  ...cookieTasks(services, marketing),
  ...availabilityTasks(services),
  ...appointmentTasks(services),
  ...identityTasks(services),
  ...erasureTasks(services),
  ...auditTasks(services, referral),
  ...oversightTasks(services),
  ...waitForMaintenance(services, retentionTasks(services, openGate(referral))),
  ...waitForMaintenance(services, rightsTasks(services, openGate(referral))),
  ...termsTasks(services, openGate(referral), publishedVersions(referral.site)),
})

/** What happens by the clock, in crontab lines in UTC. */
export const timetable: readonly string[] = [
  ...availabilityTimetable,
  ...identityTimetable,
  ...importTimetable,
  ...apiTimetable,
  ...agreementTimetable,
  ...oversightTimetable,
  ...retentionTimetable,
  ...rightsTimetable,
  ...leadTimetable,
  ...auditTimetable,
  ...cookieTimetable,
  ...termsTimetable,
]

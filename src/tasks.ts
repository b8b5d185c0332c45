import { apiTasks, apiTimetable } from '#features/api/index.ts'
import { appointmentTasks } from '#features/appointments/index.ts'
import { auditTasks, auditTimetable } from '#features/audit/index.ts'
import { availabilityTasks, availabilityTimetable } from '#features/availability/index.ts'
import { cookieTasks, cookieTimetable } from '#features/cookies/index.ts'
import { erasureTasks } from '#features/erasure/index.ts'
import { identityTasks, identityTimetable } from '#features/identity/index.ts'
import { importTasks, importTimetable } from '#features/imports/index.ts'
import { leadTasks, leadTimetable } from '#features/leads/index.ts'
import { maintenanceTasks, maintenanceTimetable } from '#features/maintenance/index.ts'
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
import { goesOnReadOnly } from '#policy/maintenance.ts'
import type { PolicyModel } from '#policy/model.ts'
import { marketingPolicy } from '#sites/marketing/policy.ts'
import { referralPolicy } from '#sites/referral/policy.ts'
import { publishedVersions } from '#sites/versions.ts'

type Policies = { readonly referral: PolicyModel; readonly marketing: PolicyModel }

type Tasks = Readonly<Record<string, JobTask>>

/** Everything that happens after a request, by the name that `enqueue` knows. Maintenance makes it wait, save what the policy lets go on. */
export const tasksWith = (
  services: WorkerServices,
  policies: Policies = { referral: referralPolicy, marketing: marketingPolicy },
): Tasks => waitForMaintenance(services, allTasks(services, policies), goesOnReadOnly)

const allTasks = (services: WorkerServices, { referral, marketing }: Policies): Tasks => ({
  ...notificationTasks(services, openGate(referral)),
  ...organisationTasks(services),
  ...importTasks(services, openGate(referral)),
  ...apiTasks(services, referral),
  ...leadTasks(services),
  ...cookieTasks(services, marketing),
  ...availabilityTasks(services),
  ...appointmentTasks(services),
  ...identityTasks(services),
  ...erasureTasks(services),
  ...auditTasks(services, referral),
  ...oversightTasks(services),
  ...retentionTasks(services, openGate(referral)),
  ...rightsTasks(services, openGate(referral)),
  ...maintenanceTasks(services, openGate(referral)),
  ...termsTasks(services, openGate(referral), publishedVersions(referral.site)),
})

/** What happens by the clock, in crontab lines in UTC. */
export const timetable: readonly string[] = [
  ...availabilityTimetable,
  ...identityTimetable,
  ...importTimetable,
  ...apiTimetable,
  ...oversightTimetable,
  ...retentionTimetable,
  ...rightsTimetable,
  ...leadTimetable,
  ...auditTimetable,
  ...cookieTimetable,
  ...maintenanceTimetable,
  ...termsTimetable,
]

import type { Action } from '#platform/http/action.ts'
import { announceMaintenance, endMaintenance, viewMaintenance } from './announce-maintenance.ts'

export const maintenanceActions: readonly Action[] = [viewMaintenance, announceMaintenance, endMaintenance]
export { maintenanceCatalogue } from './maintenance.data.ts'
export { maintenanceTasks, maintenanceTimetable } from './tell-administrators.ts'

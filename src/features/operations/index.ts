import type { Action } from '#platform/http/action.ts'
import { discardJob, listParkedJobs, retryJob } from './parked-jobs.ts'
import { viewOverview } from './view-overview.ts'

export const operationsActions: readonly Action[] = [viewOverview, listParkedJobs, retryJob, discardJob]

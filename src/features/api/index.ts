import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { createCase } from './create-case.ts'
import { listCases, showCase } from './follow-cases.ts'
import { issueToken } from './issue-token.ts'
import { issueApiClient, listApiClients, revokeApiClient } from './manage-api-clients.ts'
import { markConsent } from './mark-consent.ts'
import { describeApi, viewGuide } from './view-guide.ts'
import { withdrawConsent } from './withdraw-consent.ts'

export { apiCatalogue } from './api.data.ts'
export { apiTasks, apiTimetable } from './sweep-api.ts'

/** `model`: the policy, whose consent the guide words. */
export const apiActions = (model: PolicyModel): readonly Action[] => [
  listApiClients,
  issueApiClient,
  revokeApiClient,
  issueToken,
  createCase,
  listCases,
  showCase,
  markConsent,
  withdrawConsent,
  viewGuide(model),
  describeApi,
]

import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { downloadArticle30, viewArticle30 } from './view-article-30.ts'
import { viewCookies } from './view-cookies.ts'
import { viewPrivacy } from './view-privacy.ts'

/** What everybody can read about a site's policy. */
export const policyActions = (model: PolicyModel): readonly Action[] => [viewPrivacy(model), viewCookies(model)]

/** What staff can read besides: the record of processing activities. */
export const recordActions = (model: PolicyModel): readonly Action[] => [viewArticle30(model), downloadArticle30(model)]

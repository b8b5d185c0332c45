import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { listVersions, viewVersion, viewVersionTerms } from './list-versions.ts'
import { downloadArticle30, downloadArticle30AsWord, type Models, viewArticle30 } from './view-article-30.ts'
import { viewPrivacy } from './view-privacy.ts'
import { viewTerms } from './view-terms.ts'

export { activityInWords, dataInWords } from './activity-in-words.ts'

export { viewPromises } from './view-promises.ts'

/** What everybody can read about a site's policy. */
export const policyActions = (model: PolicyModel, versions: readonly PolicyVersion[]): readonly Action[] => [
  viewPrivacy(model),
  listVersions(versions, model),
  viewVersion(versions, model),
  viewVersionTerms(versions, model),
  viewTerms(model),
]

/** What staff can read besides: the record of processing activities. */
export const recordActions = (...models: Models): readonly Action[] => [
  viewArticle30(models),
  downloadArticle30(models),
  downloadArticle30AsWord(models),
]

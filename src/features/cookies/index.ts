import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { chooseCookies } from './choose-cookies.ts'
import { viewCookies } from './view-cookies.ts'

/** What everybody can read about a site's cookies. */
export const cookieActions = (model: PolicyModel): readonly Action[] => [viewCookies(model)]
/** Where a site asks: the answer. */
export const cookieAnswerActions = (model: PolicyModel): readonly Action[] => [chooseCookies(model)]
export { cookieTasks, cookieTimetable } from './cookie-tasks.ts'
export { cookiesCatalogue } from './cookies.data.ts'

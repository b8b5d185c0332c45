import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { askAboutOwnData, showAskOwn } from './ask-about-own-data.ts'
import { correctOwnName, downloadOwnData, viewOwnData } from './view-own-data.ts'
import { viewOwnRequest } from './view-own-request.ts'

export const ownDataActions = (model: PolicyModel): readonly Action[] => [
  viewOwnData(model),
  downloadOwnData(model),
  correctOwnName(model),
  showAskOwn(model),
  askAboutOwnData(model),
  viewOwnRequest(model),
]

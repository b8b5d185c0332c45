import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { askAboutOwnData, showAskOwn } from './ask-about-self.ts'
import { correctOwnName } from './correct-own-name.ts'
import { downloadOwnData } from './download-own-copy.ts'
import { viewOwnData } from './view-own-copy.ts'
import { viewOwnRequest } from './view-own-request.ts'

export const ownDataActions = (model: PolicyModel): readonly Action[] => [
  viewOwnData(model),
  downloadOwnData(model),
  correctOwnName(model),
  showAskOwn(model),
  askAboutOwnData(model),
  viewOwnRequest(model),
]

import type { Action } from '#platform/http/action.ts'
import { downloadMyAttachment } from './download-my-attachment.ts'
import { listMyCases } from './list-my-cases.ts'
import { showMyCase } from './show-my-case.ts'
import { showWhoKnows } from './show-who-knows.ts'
import { askAboutWithdrawal, withdrawMyConsent } from './withdraw-my-consent.ts'

export { lookWords } from './look-words.ts'

export const myCasesActions: readonly Action[] = [
  listMyCases,
  showMyCase,
  downloadMyAttachment,
  showWhoKnows,
  askAboutWithdrawal,
  withdrawMyConsent,
]

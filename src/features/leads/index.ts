import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { answerLead, listLeads, viewLead } from './answer-lead.ts'
import { sendMessage, showContact, thankSender } from './send-message.ts'

/** On the booking site, for the operator. */
export const leadActions: readonly Action[] = [listLeads, viewLead, answerLead]
/** On the public site, for everybody. */
export const contactActions = (model: PolicyModel): readonly Action[] => [showContact, sendMessage(model), thankSender]
export { leadTasks, leadTimetable } from './lead-tasks.ts'
export { leadsCatalogue } from './leads.data.ts'

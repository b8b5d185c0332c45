import type { Action } from '#platform/http/action.ts'
import type { PolicyModel } from '#policy/model.ts'
import { answerLead, listLeads, viewLead } from './answer-lead.ts'
import { sendMessage, showContact, thankSender } from './send-message.ts'

/** On the booking site, for the operator. */
export const leadActions = (model: PolicyModel): readonly Action[] => [listLeads, viewLead(model), answerLead(model)]
/** On the public site, for everybody. */
export const contactActions = (model: PolicyModel): readonly Action[] => [
  showContact(model),
  sendMessage(model),
  thankSender,
]
export { addressIndex, type Lead, openLead, sealPart } from './lead.ts'
export { leadTasks, leadTimetable } from './lead-tasks.ts'
export { leadsCatalogue } from './leads.data.ts'
export { correctLead, eraseLead, leadById, leadsFrom, leadsWithoutIndex, saveEmailIndex } from './leads.sql.ts'

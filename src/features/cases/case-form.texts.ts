import { texts } from '#kernel/language.ts'

/** What the form of a case says when it cannot use what was typed. */
export const caseFormTexts = {
  caseNumber: texts('Indtast sagsnummeret', 'Enter the case number'),
  name: texts('Indtast patientens navn', 'Enter the patient’s name'),
  sessions: texts('Indtast antal behandlinger', 'Enter the number of sessions'),
  validFrom: texts('Indtast, fra hvilken dag godkendelsen gælder', 'Enter the first day of the approval'),
  validUntil: texts('Indtast, til hvilken dag godkendelsen gælder', 'Enter the last day of the approval'),
  clinicChoice: texts('Vælg, hvor patienten kan booke', 'Choose where the patient can book'),
  detail: (da: string, en: string) => texts(`Udfyld feltet ${da}`, `Fill in the field ${en}`),
  mustMark: texts('Sæt kryds, når patienten har sagt ja', 'Tick the box once the patient has agreed'),
  reachable: texts(
    'Indtast telefonnummer eller e-mail, så patienten kan få besked',
    'Enter a phone number or an e-mail address, so that the patient can be told',
  ),
  periodBackwards: texts(
    'Slutdatoen ligger før startdatoen. Ret en af dem',
    'The end is before the start. Change one of them',
  ),
  periodOver: texts('Slutdatoen er passeret. Vælg en senere dag', 'The end has passed. Choose a later day'),
  nameClinics: texts('Vælg mindst én klinik', 'Choose at least one clinic'),
  consentedOn: texts('Indtast den dag, patienten sagde ja', 'Enter the day the patient agreed'),
  consentedLater: texts('Dagen ligger i fremtiden. Ret den', 'The day is in the future. Change it'),
  consentedBeforeWithdrawal: texts(
    'Patienten har trukket sit samtykke tilbage siden den dag. Skriv dagen, hvor patienten sagde ja igen',
    'The patient has withdrawn since that day. Give the day on which the patient agreed again',
  ),
  means: texts('Vælg, hvordan patienten sagde ja', 'Choose how the patient agreed'),
} as const

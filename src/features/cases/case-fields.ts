import { texts } from '#kernel/language.ts'

/** Every health and referral field that some treatment type asks for. The database knows the same names. */
export const caseFields = [
  'complaint',
  'body-part',
  'onset',
  'earlier-treatment',
  'imaging',
  'diagnosis',
  'medicine',
  'question',
  'implants',
  'reason',
  'interpreter',
  'allergies',
] as const
export type CaseField = (typeof caseFields)[number]

type FieldWords = { readonly label: string; readonly hint: string }

export const caseFieldTexts = texts<Readonly<Record<CaseField, FieldWords>>>(
  {
    complaint: { label: 'Gener', hint: 'Hvad mærker patienten, med patientens egne ord' },
    'body-part': { label: 'Hvor på kroppen', hint: 'For eksempel lænd, højre knæ' },
    onset: { label: 'Hvornår begyndte det', hint: 'En dato eller en omtrentlig tid' },
    'earlier-treatment': { label: 'Tidligere behandling', hint: 'Hvad er prøvet, og hjalp det' },
    imaging: { label: 'Billeder', hint: 'Røntgen eller skanninger, der findes i forvejen' },
    diagnosis: { label: 'Diagnose', hint: 'Hvis en læge har stillet en' },
    medicine: { label: 'Medicin', hint: 'Navn og styrke, også håndkøb' },
    question: { label: 'Hvad skal skanningen vise', hint: 'Det spørgsmål, der skal besvares' },
    implants: { label: 'Metal eller pacemaker', hint: 'Skriv nej, hvis patienten ikke har noget' },
    reason: { label: 'Anledning', hint: 'Kort, og kun det behandleren skal bruge' },
    interpreter: { label: 'Tolk', hint: 'Sprog, hvis der er brug for tolk' },
    allergies: { label: 'Allergi', hint: 'Overfølsomhed, der har betydning for behandlingen' },
  },
  {
    complaint: { label: 'Complaint', hint: 'What the patient feels, in their own words' },
    'body-part': { label: 'Where on the body', hint: 'For example lower back, right knee' },
    onset: { label: 'When it began', hint: 'A date or an approximate time' },
    'earlier-treatment': { label: 'Earlier treatment', hint: 'What has been tried, and whether it helped' },
    imaging: { label: 'Images', hint: 'X-rays or scans that exist already' },
    diagnosis: { label: 'Diagnosis', hint: 'If a doctor has made one' },
    medicine: { label: 'Medicine', hint: 'Name and strength, over the counter too' },
    question: { label: 'What the scan should show', hint: 'The question to be answered' },
    implants: { label: 'Metal or pacemaker', hint: 'Write no if the patient has none' },
    reason: { label: 'Reason', hint: 'Briefly, and only what the clinician needs' },
    interpreter: { label: 'Interpreter', hint: 'Language, if an interpreter is needed' },
    allergies: { label: 'Allergy', hint: 'Intolerance that matters for the treatment' },
  },
)

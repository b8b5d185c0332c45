import type { ConsentMeans } from '#features/consent/index.ts'
import { texts } from '#kernel/language.ts'

type Words = {
  readonly statementLead: string
  readonly consent: string
  readonly consentedOn: string
  readonly means: string
  readonly onlyWithMark: string
  readonly meansOf: Readonly<Record<ConsentMeans, string>>
}

export const consentFieldTexts = texts<Words>(
  {
    statementLead: 'Patienten skal have sagt ja til dette:',
    consent: 'Patienten har sagt ja til ovenstående',
    consentedOn: 'Hvilken dag sagde patienten ja?',
    means: 'Hvordan?',
    onlyWithMark: 'Udfyldes kun, når der er sat kryds',
    meansOf: { oral: 'Mundtligt', written: 'Skriftligt', digital: 'Digitalt' },
  },
  {
    statementLead: 'The patient must have agreed to this:',
    consent: 'The patient has agreed to the above',
    consentedOn: 'On which day did the patient agree?',
    means: 'How?',
    onlyWithMark: 'Only filled in when the box is ticked',
    meansOf: { oral: 'Orally', written: 'In writing', digital: 'Digitally' },
  },
)

import { texts } from '#kernel/language.ts'

/** Changes whenever the text below does. */
export const transferConsentVersion = '2026-11'

/** What the patient agrees to when the insurer marks consent. */
export const transferConsentTexts = texts(
  {
    statement:
      'Jeg giver samtykke til, at mit forsikringsselskab videregiver de oplysninger, som behandlingen kræver, til den klinik eller det hospital, der skal behandle mig. Jeg kan altid trække samtykket tilbage.',
  },
  {
    statement:
      'I consent to my insurer passing on the information that the treatment calls for to the clinic or hospital that is to treat me. I can withdraw the consent at any time.',
  },
)

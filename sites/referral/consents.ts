import { texts } from '#kernel/language.ts'
import type { ConsentForm } from '#policy/consent-form.ts'

/** What the patient says yes to when the insurer marks consent on the case (R1.7). Other words are another version of the policy. */
export const consentToTransfer: ConsentForm = {
  kind: 'statement',
  statement: texts(
    'Jeg giver samtykke til, at mit forsikringsselskab skriver og videregiver de oplysninger, som behandlingen kræver, til den klinik eller det hospital, der skal behandle mig. Jeg kan altid trække samtykket tilbage.',
    'I consent to my insurer writing down and passing on the information that the treatment calls for to the clinic or hospital that is to treat me. I can withdraw the consent at any time.',
  ),
  withdrawing: texts(
    'Trækkes samtykket tilbage, kan klinikken ikke længere se sagen her, og det, selskabet har skrevet til klinikken, bliver slettet med bilagene. Kommende tider bliver aflyst, og der kan ikke bookes nye. Det, der er sket inden, er stadig lovligt, og klinikken skal beholde sin egen journal.',
    'If the consent is withdrawn, the clinic can no longer see the case here, and what the insurer has written for the clinic is erased with its attachments. Coming appointments are cancelled, and no new ones can be booked. What was done before stays lawful, and the clinic must keep its own records.',
  ),
}

import { texts } from '#kernel/language.ts'

export const contactTexts = texts(
  {
    title: 'Skriv til os',
    lead: 'Fortæl, hvem du er, og hvad du gerne vil vide. Et menneske læser det og svarer på hverdage.',
    patientTitle: 'Er du patient?',
    patientText:
      'Skriv ikke om din sygdom her. Log ind og se din sag i stedet, eller ring til dit forsikringsselskab eller din klinik. Ring 112, hvis det er akut.',
    name: 'Dit navn',
    company: 'Virksomhed',
    phone: 'Telefon',
    email: 'E-mail',
    message: 'Hvad kan vi hjælpe med?',
    messageHint: 'Skriv ikke CPR-numre eller helbredsoplysninger',
    trap: 'Lad dette felt stå tomt',
    send: 'Send',
    use: (answered: string, longest: string) =>
      `Vi bruger det, du skriver, til at svare dig, og til intet andet. Det slettes ${answered} efter svaret og senest efter ${longest}.`,
    policy: 'Sådan behandler vi dine oplysninger',
    written: 'Se, ret eller slet det, du har skrevet',
    thanksTitle: 'Tak, vi har fået din besked',
    thanksLead: 'Et menneske læser den og svarer på den e-mail, du skrev.',
    home: 'Til forsiden',
  },
  {
    title: 'Write to us',
    lead: 'Tell us who you are and what you would like to know. A human being reads it and answers on weekdays.',
    patientTitle: 'Are you a patient?',
    patientText:
      'Do not write about your illness here. Log in and see your case instead, or call your insurer or your clinic. Call 112 in an emergency.',
    name: 'Your name',
    company: 'Company',
    phone: 'Phone',
    email: 'E-mail',
    message: 'How can we help?',
    messageHint: 'Do not write CPR numbers or health information',
    trap: 'Leave this field empty',
    send: 'Send',
    use: (answered: string, longest: string) =>
      `We use what you write to answer you, and for nothing else. It is erased ${answered} after the answer and after ${longest} at the latest.`,
    policy: 'How we process your information',
    written: 'See, correct or erase what you wrote',
    thanksTitle: 'Thank you, we have got your message',
    thanksLead: 'A human being reads it and answers to the e-mail address you wrote.',
    home: 'To the front page',
  },
)

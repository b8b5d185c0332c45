import { texts } from '#kernel/language.ts'

export const registerTexts = texts(
  {
    title: 'Skriv en anmodning ind',
    lead: 'Til anmodninger, der er kommet med brev, telefon eller ved skranken. Fristen regnes fra den dag, I fik den.',
    back: 'Anmodninger',
    caseNumber: 'Sagsnummer',
    right: 'Hvad beder personen om',
    field: 'Hvad er forkert',
    fieldHint: 'Kun ved en rettelse',
    text: 'Hvad personen skriver eller siger',
    receivedOn: 'Hvornår fik I den',
    means: 'Hvordan har I kontrolleret, hvem der spørger',
    later: 'Det er ikke kontrolleret endnu; fristen står stille så længe',
    save: 'Gem anmodningen',
    unknown: 'I har ingen sag med det nummer',
  },
  {
    title: 'Enter a request',
    lead: 'For requests that came by letter, by telephone or at the desk. The deadline counts from the day you received it.',
    back: 'Requests',
    caseNumber: 'Case number',
    right: 'What does the person ask for',
    field: 'What is wrong',
    fieldHint: 'Only for a correction',
    text: 'What the person writes or says',
    receivedOn: 'When did you receive it',
    means: 'How did you check who asks',
    later: 'It has not been checked yet; the deadline stands still meanwhile',
    save: 'Save the request',
    unknown: 'You have no case with that number',
  },
)

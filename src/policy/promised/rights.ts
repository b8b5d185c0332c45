import { texts } from '#kernel/language.ts'

export const rights = {
  title: texts('Dine rettigheder', 'Your rights'),
  promises: {
    'R3.1': texts(
      'Du kan bruge alle dine rettigheder ét sted, og vi sender hver anmodning til den, der skal svare.',
      'You can use all your rights in one place, and we send each request to whoever must answer it.',
    ),
    'T5.1': texts(
      'Indsigt: du får en fuld kopi af alt om dig, både til at læse og til en computer.',
      'Access: you get a full copy of everything about you, to read and for a computer.',
    ),
    'T5.2': texts(
      'Rettelse: forkerte oplysninger bliver rettet, det gamle kan stadig ses, og de, der har fået dem, får besked.',
      'Rectification: what is wrong is corrected, what stood before can still be seen, and those who received it are told.',
    ),
    'T5.3': texts(
      'Sletning: dine oplysninger forsvinder alle steder. Skal noget gemmes efter loven, får du at vide hvad og hvorfor.',
      'Erasure: your information goes everywhere. If a law says that something must be kept, you are told what and why.',
    ),
    'T5.4': texts(
      'Begrænsning: sagen bliver kun gemt, og ingen må bruge den, før begrænsningen er hævet.',
      'Restriction: the case is only stored, and nobody may use it until the restriction is lifted.',
    ),
    'T5.5': texts(
      'Flytning: du kan hente dine oplysninger i én fil, som andre systemer kan læse.',
      'Portability: you can download your information in one file that other systems can read.',
    ),
    'T5.6': texts(
      'Indsigelse: siger du fra, ligger sagen stille, til der er svaret.',
      'Objection: if you object, the case rests until you have an answer.',
    ),
    'T3.1': texts(
      'Vi kontrollerer, hvem der spørger, før nogen får svar om dine oplysninger.',
      'We check who is asking before anybody gets an answer about your information.',
    ),
    'R1.13': texts(
      'Beder du om en rettelse, går den til det selskab eller den klinik, der skrev oplysningen, og du kan følge den.',
      'If you ask for a correction it goes to the insurer or clinic that entered the information, and you can follow it.',
    ),
    'R2.7': texts(
      'Det er selskabet eller klinikken, der svarer dig. Vi sender din anmodning videre og holder øje med fristen.',
      'The insurer or the clinic answers you. We pass your request on and watch the deadline.',
    ),
    'T5.8': texts(
      'Du kan klage til Datatilsynet. Vejen dertil står overalt, hvor du kan bruge en rettighed eller få et nej.',
      'You can complain to Datatilsynet. The way there is shown wherever you can use a right or be refused.',
    ),
  },
}

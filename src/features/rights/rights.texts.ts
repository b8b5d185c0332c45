import { texts } from '#kernel/language.ts'
import type { IdentityMeans, RefusalLaw, RequestState, Right } from './rights.ts'

type RightWords = {
  readonly name: string
  /** What it means for the person, with who answers. */
  readonly what: string
  readonly ask: string
}

type Words = {
  readonly rights: Readonly<Record<Right, RightWords>>
  readonly states: Readonly<Record<RequestState, string>>
  readonly laws: Readonly<Record<RefusalLaw, string>>
  readonly means: Readonly<Record<IdentityMeans, string>>
  readonly contact: Readonly<Record<'name' | 'phone' | 'email' | 'postcode', string>>
  readonly notes: string
  readonly complaintTitle: string
  readonly complaint: string
  readonly complaintLink: string
}

/** Where a person complains (GDPR art. 77). */
export const datatilsynetUrl = 'https://www.datatilsynet.dk/'

export const rightTexts = texts<Words>(
  {
    rights: {
      access: {
        name: 'Få indsigt',
        what: 'Du kan hente alt, hvad der er om dig her, med det samme. Vil du vide, hvad selskabet eller klinikken ellers har om dig, giver vi anmodningen videre til dem.',
        ask: 'Bed om indsigt',
      },
      rectification: {
        name: 'Få rettet en fejl',
        what: 'Er noget forkert, retter den, der har skrevet det: selskabet eller klinikken. Alle, der har fået oplysningen, får besked om rettelsen.',
        ask: 'Bed om en rettelse',
      },
      erasure: {
        name: 'Få slettet',
        what: 'Selskabet kan slette din sag. Klinikkens journal skal klinikken gemme i mindst 5 år efter seneste notat (autorisationsloven).',
        ask: 'Bed om sletning',
      },
      restriction: {
        name: 'Få begrænset brugen',
        what: 'Sagen bliver kun gemt. Klinikken kan ikke se den, og dine kommende tider bliver aflyst, til begrænsningen ophæves.',
        ask: 'Bed om begrænsning',
      },
      portability: {
        name: 'Tage oplysningerne med dig',
        what: 'Du kan hente en fil, som andre systemer kan læse, med det samme. Du kan også bede selskabet om det, de ellers har.',
        ask: 'Bed om at få oplysningerne med',
      },
      objection: {
        name: 'Gøre indsigelse',
        what: 'Er der noget i din situation, der taler imod, at oplysningerne bruges, kan du gøre indsigelse. Brugen stopper straks, til selskabet har afgjort det, og dine kommende tider bliver aflyst.',
        ask: 'Gør indsigelse',
      },
    },
    states: {
      received: 'Modtaget',
      identified: 'Vi ved, hvem der spørger',
      routed: 'Givet videre til den, der skal svare',
      extended: 'Fristen er forlænget',
      granted: 'Imødekommet',
      refused: 'Afslået',
      lifted: 'Begrænsningen er ophævet',
      'carried-out': 'Slettet',
    },
    laws: {
      'art-12-5': 'åbenbart grundløs eller overdreven anmodning (artikel 12, stk. 5)',
      'art-12-2': 'vi kan ikke finde dig i oplysningerne (artikel 12, stk. 2)',
      'art-15-4': 'det ville krænke andres rettigheder (artikel 15, stk. 4)',
      'art-16': 'oplysningen er rigtig (artikel 16)',
      'art-17-3': 'en lov kræver, at oplysningen gemmes, eller den skal bruges til et retskrav (artikel 17, stk. 3)',
      'art-18-1': 'ingen af grundene til begrænsning foreligger (artikel 18, stk. 1)',
      'art-21-1': 'der er vægtige legitime grunde til at bruge oplysningerne (artikel 21, stk. 1)',
    },
    means: {
      eid: 'log-in med MitID',
      'log-in': 'log-in med adgangskode og anden faktor',
      'mail-link': 'link sendt til e-mailadressen',
      'in-person': 'fremmøde med legitimation',
      'call-back': 'opringning til det kendte nummer',
      letter: 'brev til folkeregisteradressen',
    },
    contact: { name: 'Navn', phone: 'Telefon', email: 'E-mail', postcode: 'Postnummer' },
    notes: 'Klinikkens notater',
    complaintTitle: 'Du kan klage til Datatilsynet',
    complaint:
      'Er du ikke enig, eller får du ikke svar til tiden, kan du klage til Datatilsynet. Det er gratis, og du behøver ikke have klaget andre steder først.',
    complaintLink: 'Klag til Datatilsynet',
  },
  {
    rights: {
      access: {
        name: 'Get access',
        what: 'You can download everything that is held about you here at once. If you want to know what else the insurer or the clinic holds, we pass your request on to them.',
        ask: 'Ask for access',
      },
      rectification: {
        name: 'Have an error corrected',
        what: 'If something is wrong, whoever wrote it corrects it: the insurer or the clinic. Everybody who received the information is told.',
        ask: 'Ask for a correction',
      },
      erasure: {
        name: 'Have it erased',
        what: 'The insurer can erase your case. The clinic must keep its own journal for at least 5 years after the latest note (the Danish authorisation act).',
        ask: 'Ask for erasure',
      },
      restriction: {
        name: 'Have the use restricted',
        what: 'The case is only stored. The clinic cannot see it, and your coming appointments are cancelled, until the restriction is lifted.',
        ask: 'Ask for restriction',
      },
      portability: {
        name: 'Take your information with you',
        what: 'You can download a file that other systems can read at once. You can also ask the insurer for what else they hold.',
        ask: 'Ask to take it with you',
      },
      objection: {
        name: 'Object',
        what: 'If something in your situation speaks against the use of your information, you can object. The use stops at once until the insurer has decided, and your coming appointments are cancelled.',
        ask: 'Object',
      },
    },
    states: {
      received: 'Received',
      identified: 'We know who asks',
      routed: 'Passed on to whoever must answer',
      extended: 'The deadline is extended',
      granted: 'Granted',
      refused: 'Refused',
      lifted: 'The restriction is lifted',
      'carried-out': 'Erased',
    },
    laws: {
      'art-12-5': 'manifestly unfounded or excessive request (article 12(5))',
      'art-12-2': 'we cannot find you in the information (article 12(2))',
      'art-15-4': 'it would harm the rights of others (article 15(4))',
      'art-16': 'the information is right (article 16)',
      'art-17-3': 'a law requires it to be kept, or it is needed for a legal claim (article 17(3))',
      'art-18-1': 'none of the grounds for restriction applies (article 18(1))',
      'art-21-1': 'there are compelling legitimate grounds for the use (article 21(1))',
    },
    means: {
      eid: 'log-in with MitID',
      'log-in': 'log-in with password and second factor',
      'mail-link': 'a link sent to the e-mail address',
      'in-person': 'in person with identification',
      'call-back': 'a call back to the known number',
      letter: 'a letter to the registered address',
    },
    contact: { name: 'Name', phone: 'Phone', email: 'E-mail', postcode: 'Postcode' },
    notes: 'The clinic’s notes',
    complaintTitle: 'You can complain to Datatilsynet',
    complaint:
      'If you disagree, or get no answer in time, you can complain to Datatilsynet, the Danish data protection authority. It is free, and you need not have complained elsewhere first.',
    complaintLink: 'Complain to Datatilsynet',
  },
)

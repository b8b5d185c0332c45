import { answerStepTexts } from '#features/rights/index.ts'
import { texts } from '#kernel/language.ts'

export const answerDirectTexts = texts(
  {
    back: 'Anmodninger fra medarbejdere og andre',
    lead: (who: string, day: string) => `${who} skal have svar senest ${day}.`,
    answered: (who: string) => `${who} har fået svar.`,
    somebody: 'Personen',
    own: 'Det er din egen anmodning. En anden skal svare på den.',
    answerTitle: 'Svar',
    consequence: {
      access: 'Personen kan selv se og hente alt, der er i systemet. Skriv, hvad I har andre steder.',
      rectification: 'Skriv, hvad der skal stå. Den nye værdi gælder straks.',
      'rectification-other': 'Ret det, hvor det står, og skriv, hvad I har gjort.',
      erasure: 'Skriv, hvad I har slettet, og hvad en lov kræver gemt.',
      'erasure-account':
        'Siger I ja, slutter adgangen med det samme: log-in, adgangskode, app og adgangsnøgler slettes. Navnet bliver stående ved det, personen har gjort, til loven ikke kræver det mere. Det kan ikke fortrydes.',
      restriction: 'Begrænsningen sker i hånden: skriv, hvad I gør, for at oplysningerne kun bliver gemt.',
      'restriction-account':
        'Siger I ja, bliver kontoen kun gemt: personen kan logge ind og se sine egne oplysninger og intet andet, og ingen kan ændre kontoen, til I ophæver det.',
      'restriction-lead':
        'Siger I ja, bliver henvendelsen kun gemt: ingen kan læse eller besvare den, til I ophæver det.',
      portability: 'Personen kan selv hente en fil med alt, der er i systemet. Skriv, hvad I har andre steder.',
      objection:
        'En indsigelse gælder det, der sker på grundlag af en legitim interesse. Skriv, hvad I har afgjort, og hvad I gør.',
      'objection-lead':
        'Henvendelsen er kun gemt, til I har svaret. Siger I ja, bliver den ved med det. Siger I nej, kan den bruges igen.',
    },
    decision: 'Hvad svarer I?',
    grant: 'Ja, vi imødekommer anmodningen',
    refuse: 'Nej, vi afslår',
    ...answerStepTexts.da,
    reason: 'Skriv en begrundelse',
    sayNote: 'Skriv, hvad personen får at vide',
    sayLaw: 'Vælg, hvad afslaget bygger på',
    sayValue: 'Skriv, hvad der skal stå',
    wrongValue: 'Det er ikke en gyldig værdi for den oplysning',
    emailTaken: 'Den e-mail hører til en anden konto',
    nothingToCorrect: 'Personen har ikke den oplysning her. Afslå, eller skriv, hvor den står',
    lastAdministrator: 'Personen er jeres eneste administrator. Giv en anden den rolle først',
    otherHouse: 'Kontoen hører til en anden organisation. Bed den om at fjerne brugeren',
    notices: {
      answered: 'Svaret er sendt.',
      already: 'Anmodningen er allerede besvaret.',
      own: 'Ingen svarer på sin egen anmodning.',
      extended: 'Fristen er forlænget, og personen får besked.',
      'not-extended': 'Fristen kunne ikke forlænges.',
      lifted: 'Begrænsningen er ophævet.',
      'nothing-to-lift': 'Der er ingen begrænsning at ophæve.',
    },
  },
  {
    back: 'Requests from staff and others',
    lead: (who: string, day: string) => `${who} must have an answer by ${day}.`,
    answered: (who: string) => `${who} has been answered.`,
    somebody: 'The person',
    own: 'This is your own request. Somebody else must answer it.',
    answerTitle: 'Answer',
    consequence: {
      access: 'The person can see and download everything in the system. Say what you hold elsewhere.',
      rectification: 'Write what it should say. The new value applies at once.',
      'rectification-other': 'Correct it where it stands, and say what you have done.',
      erasure: 'Say what you have erased, and what a law requires to be kept.',
      'erasure-account':
        'If you grant it, the access ends at once: log-in, password, app and passkeys are erased. The name stays beside what the person did until the law no longer requires it. This cannot be undone.',
      restriction: 'The restriction is done by hand: say what you do so that the information is only stored.',
      'restriction-account':
        'If you grant it, the account is only stored: the person can log in and see their own data and nothing else, and nobody can change the account until you lift it.',
      'restriction-lead':
        'If you grant it, the enquiry is only stored: nobody can read or answer it until you lift it.',
      portability: 'The person can download a file with everything in the system. Say what you hold elsewhere.',
      objection:
        'An objection concerns what rests on a legitimate interest. Say what you have decided, and what you do.',
      'objection-lead':
        'The enquiry is only stored until you have answered. If you grant it, it stays so. If you refuse, it can be used again.',
    },
    decision: 'What do you answer?',
    grant: 'Yes, we grant the request',
    refuse: 'No, we refuse',
    ...answerStepTexts.en,
    reason: 'Give a reason',
    sayNote: 'Say what the person is told',
    sayLaw: 'Choose what the refusal rests on',
    sayValue: 'Write what it should say',
    wrongValue: 'That is no valid value for this',
    emailTaken: 'That e-mail belongs to another account',
    nothingToCorrect: 'The person has no such information here. Refuse, or say where it stands',
    lastAdministrator: 'The person is your only administrator. Give somebody else that role first',
    otherHouse: 'The account belongs to another organisation. Ask it to remove the user',
    notices: {
      answered: 'The answer has been sent.',
      already: 'The request has already been answered.',
      own: 'Nobody answers their own request.',
      extended: 'The deadline is extended, and the person is told.',
      'not-extended': 'The deadline could not be extended.',
      lifted: 'The restriction is lifted.',
      'nothing-to-lift': 'There is no restriction to lift.',
    },
  },
)

import { texts } from '#kernel/language.ts'
import { answerStepTexts } from './answer-steps.texts.ts'

export const answerTexts = texts(
  {
    back: 'Anmodninger',
    lead: (name: string, day: string) => `${name} skal have svar senest ${day}.`,
    paused: (name: string) => `Fristen står stille, til I har kontrolleret, at det er ${name}, der spørger.`,
    answered: (name: string) => `${name} har fået svar.`,
    somebody: 'Personen',
    asked: 'Anmodningen',
    wrong: 'Hvad personen skriver',
    proposal: 'Hvad personen mener, der er rigtigt',
    identityTitle: 'Kontrollér, hvem der spørger',
    means: 'Hvordan har I kontrolleret det?',
    identify: 'Gem kontrollen',
    answerTitle: 'Svar',
    decision: 'Hvad svarer I?',
    grant: 'Ja, vi imødekommer anmodningen',
    refuse: 'Nej, vi afslår',
    consequence: {
      access:
        'Personen kan selv hente alt, der er i systemet. Skriv, hvad I har andre steder, og hvordan det udleveres.',
      rectification:
        'Den nye værdi gælder straks, den gamle gemmes i historikken, og klinikker, der har fået sagen, får besked.',
      erasure:
        'Sagen lukkes for alle med det samme, kommende tider aflyses, og den slettes, når klinikken har overtaget sin journal, tidligst om 3 dage. Det kan ikke fortrydes.',
      restriction: 'Sagen bliver kun gemt: klinikken kan ikke se den, I kan kun læse den, og kommende tider aflyses.',
      portability: 'Personen kan selv hente en fil med alt, der er i systemet. Skriv, hvad I har andre steder.',
      objection: 'Siger I ja, bliver sagen ved med kun at være gemt. Siger I nej, kan den bruges igen.',
    },
    ...answerStepTexts.da,
    history: 'Forløb',
    reason: 'Skriv en begrundelse',
    notices: {
      answered: 'Svaret er sendt.',
      already: 'Anmodningen er allerede besvaret.',
      'identify-first': 'Kontrollér først, hvem der spørger.',
      identified: 'Kontrollen er gemt, og fristen løber.',
      extended: 'Fristen er forlænget, og personen får besked.',
      'not-extended': 'Fristen kunne ikke forlænges.',
      lifted: 'Begrænsningen er ophævet.',
      'authority-told': 'Det er noteret, at myndigheden har fået besked.',
      'authority-told-before': 'Det var allerede noteret.',
      'nothing-to-lift': 'Der er ingen begrænsning at ophæve.',
    },
  },
  {
    back: 'Requests',
    lead: (name: string, day: string) => `${name} must have an answer by ${day}.`,
    paused: (name: string) => `The deadline is paused until you have checked that it is ${name} who asks.`,
    answered: (name: string) => `${name} has been answered.`,
    somebody: 'The person',
    asked: 'The request',
    wrong: 'What the person writes',
    proposal: 'What the person says is right',
    identityTitle: 'Check who asks',
    means: 'How did you check it?',
    identify: 'Save the check',
    answerTitle: 'Answer',
    decision: 'What do you answer?',
    grant: 'Yes, we grant the request',
    refuse: 'No, we refuse',
    consequence: {
      access:
        'The person can download everything in the system. Say what you hold elsewhere, and how it is handed over.',
      rectification:
        'The new value applies at once, the old one is kept in the history, and clinics that received the case are told.',
      erasure:
        'The case is closed to everybody at once, coming appointments are cancelled, and it is erased when the clinic has taken its journal over, at the earliest in 3 days. This cannot be undone.',
      restriction:
        'The case is only stored: the clinic cannot see it, you can only read it, and coming appointments are cancelled.',
      portability: 'The person can download a file with everything in the system. Say what you hold elsewhere.',
      objection: 'If you agree, the case goes on being only stored. If you do not, it can be used again.',
    },
    ...answerStepTexts.en,
    history: 'History',
    reason: 'Give a reason',
    notices: {
      answered: 'The answer has been sent.',
      already: 'The request has already been answered.',
      'identify-first': 'First check who asks.',
      identified: 'The check is saved, and the deadline runs.',
      extended: 'The deadline is extended, and the person is told.',
      'not-extended': 'The deadline could not be extended.',
      lifted: 'The restriction is lifted.',
      'authority-told': 'It is noted that the authority has been told.',
      'authority-told-before': 'That was noted already.',
      'nothing-to-lift': 'There is no restriction to lift.',
    },
  },
)

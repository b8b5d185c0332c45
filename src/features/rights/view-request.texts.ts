import { texts } from '#kernel/language.ts'

export const viewRequestTexts = texts(
  {
    back: 'Mine rettigheder',
    lead: (controller: string, day: string) => `${controller} svarer senest ${day}.`,
    waiting: (controller: string) =>
      `${controller} er ved at kontrollere, at det er dig, der spørger. Fristen står stille så længe.`,
    granted: (controller: string) => `${controller} har imødekommet din anmodning.`,
    refused: (controller: string) => `${controller} har afslået din anmodning.`,
    carriedOut: 'Sagen er slettet.',
    left: (controller: string) =>
      `${controller} bruger ikke længere Klinikbro. Skriv til dem selv, hvis du ikke får svar her.`,
    ends: (controller: string, day: string) =>
      `Sagen bliver kun gemt til og med ${day}. Så ophører begrænsningen, fordi ${controller} ikke længere bruger Klinikbro og ingen andre kan ophæve den. Hent en kopi inden da, hvis du vil have en.`,
    erasing:
      'Sagen er lukket for alle. Den slettes, når klinikken har overtaget sin journal, tidligst 3 dage efter svaret. Klinikkens egen journal bliver hos klinikken: mindst 5 år fra seneste notat (autorisationsloven).',
    restricting: 'Sagen bliver kun gemt nu. Ingen bruger den, og du får besked, før det bliver ophævet.',
    frozen: 'Mens selskabet afgør din indsigelse, bliver sagen kun gemt.',
    answer: 'Svaret',
    because: 'Grundlag',
    asked: 'Det bad du om',
    about: 'Sag',
    field: 'Oplysning',
    wrong: 'Hvad du skrev',
    proposal: 'Hvad du mener, der er rigtigt',
    identity: 'Hvem der spørger, er kontrolleret ved',
    history: 'Forløb',
  },
  {
    back: 'My rights',
    lead: (controller: string, day: string) => `${controller} will answer by ${day}.`,
    waiting: (controller: string) =>
      `${controller} is checking that it is you who asks. The deadline is paused meanwhile.`,
    granted: (controller: string) => `${controller} has granted your request.`,
    refused: (controller: string) => `${controller} has refused your request.`,
    carriedOut: 'The case has been erased.',
    left: (controller: string) =>
      `${controller} no longer uses Klinikbro. Write to them directly if no answer comes here.`,
    ends: (controller: string, day: string) =>
      `The case is only stored until the end of ${day}. Then the restriction ends, because ${controller} no longer uses Klinikbro and nobody else can lift it. Download a copy before then if you want one.`,
    erasing:
      'The case is closed to everybody. It is erased when the clinic has taken its journal over, at the earliest 3 days after the answer. The clinic’s own journal stays with the clinic: at least 5 years from the latest note (the Danish authorisation act).',
    restricting: 'The case is only stored now. Nobody uses it, and you are told before that is lifted.',
    frozen: 'While the insurer decides on your objection, the case is only stored.',
    answer: 'The answer',
    because: 'Basis',
    asked: 'What you asked for',
    about: 'Case',
    field: 'Information',
    wrong: 'What you wrote',
    proposal: 'What you say is right',
    identity: 'Who asks was checked by',
    history: 'History',
  },
)

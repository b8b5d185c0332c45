import { texts } from '#kernel/language.ts'
import type { HoldGround } from '#policy/hold-grounds.ts'

/** An insurer looks at its holds at least twice a year: what nobody needs any more is not kept. */
const reviewWithin = 'P6M'

/** What may keep a case from being erased, and by which law. */
export const holdGrounds: readonly HoldGround[] = [
  {
    id: 'claim',
    placedBy: 'controller',
    name: texts('Et retskrav', 'A legal claim'),
    law: texts(
      'databeskyttelsesforordningens artikel 17, stk. 3, litra e, og artikel 9, stk. 2, litra f',
      'GDPR Articles 17(3)(e) and 9(2)(f)',
    ),
    sentence: texts(
      'Nogen har rejst et krav, fx om erstatning, og sagen er bevis.',
      'Somebody has raised a claim, for compensation for instance, and the case is evidence.',
    ),
    reviewWithin,
  },
  {
    id: 'complaint',
    placedBy: 'controller',
    name: texts('En klage', 'A complaint'),
    law: texts('databeskyttelsesforordningens artikel 17, stk. 3, litra e', 'GDPR Article 17(3)(e)'),
    sentence: texts(
      'Der er klaget, og klagen kan ikke afgøres uden sagen.',
      'A complaint has been made, and it cannot be decided without the case.',
    ),
    reviewWithin,
  },
  {
    id: 'supervision',
    placedBy: 'controller',
    name: texts('En myndighed har bedt om den', 'An authority has asked for it'),
    law: texts(
      'databeskyttelsesforordningens artikel 17, stk. 3, litra b, og artikel 58, stk. 1',
      'GDPR Articles 17(3)(b) and 58(1)',
    ),
    sentence: texts(
      'En myndighed fører tilsyn og skal kunne se sagen.',
      'An authority supervises and must be able to see the case.',
    ),
    reviewWithin,
  },
  {
    id: 'open-request',
    placedBy: 'system',
    name: texts('En åben anmodning', 'An open request'),
    law: texts('databeskyttelsesforordningens artikel 12, stk. 3', 'GDPR Article 12(3)'),
    sentence: texts(
      'Du har bedt om at bruge en rettighed, og sagen slettes ikke, før du har fået svar.',
      'You have asked to use a right, and the case is not erased before you have the answer.',
    ),
    reviewWithin: null,
  },
  {
    id: 'restriction',
    placedBy: 'system',
    name: texts('En begrænsning', 'A restriction'),
    law: texts('databeskyttelsesforordningens artikel 18', 'GDPR Article 18'),
    sentence: texts(
      'Brugen af sagen er begrænset. Imens gemmes den, og intet andet. Forlader den, der kan ophæve begrænsningen, tjenesten, får du besked, og den ophører tre måneder efter.',
      'The use of the case is restricted. Meanwhile it is stored, and nothing else. If whoever can lift the restriction leaves the service you are told, and it ends three months later.',
    ),
    reviewWithin: null,
  },
  {
    id: 'session-request',
    placedBy: 'system',
    name: texts('Et ubesvaret ønske om flere behandlinger', 'An unanswered request for more sessions'),
    law: texts('databeskyttelsesforordningens artikel 5, stk. 1, litra b og e', 'GDPR Article 5(1)(b) and (e)'),
    sentence: texts(
      'Klinikken har bedt selskabet om flere behandlinger til dig, og selskabet har ikke svaret endnu.',
      'The clinic has asked the insurer for more sessions for you, and the insurer has not answered yet.',
    ),
    reviewWithin: null,
    // Three months are longer than any insurer takes to answer, and what is not answered by then never will be.
    endsAfter: 'P3M',
  },
]

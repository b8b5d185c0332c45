import { texts } from '#kernel/language.ts'

/** The words of answering, prolonging and lifting, whoever asked. */
export const answerStepTexts = texts(
  {
    value: 'Det, der skal stå',
    valueHint: 'Kun hvis I imødekommer rettelsen',
    law: 'Hvad bygger afslaget på?',
    lawHint: 'Kun hvis I afslår',
    note: 'Svar til personen',
    noteHint:
      'Skriv, hvad I har gjort, eller hvorfor ikke, med almindelige ord. Personen får også vejen til Datatilsynet at vide',
    send: 'Send svaret',
    extendTitle: 'Brug for mere tid?',
    extendText:
      'Er anmodningen indviklet, kan I forlænge fristen én gang med to måneder. Personen får besked med jeres begrundelse.',
    extendReason: 'Hvorfor forlænges fristen?',
    extend: 'Forlæng fristen',
    liftTitle: 'Ophæv begrænsningen',
    liftText: 'Personen skal have besked, før begrænsningen ophæves (artikel 18, stk. 3).',
    liftNote: 'Hvad personen får at vide',
    told: 'Personen har fået besked',
    tellFirst: 'Giv personen besked først',
    lift: 'Ophæv begrænsningen',
  },
  {
    value: 'What it should say',
    valueHint: 'Only if you grant the correction',
    law: 'What the refusal rests on',
    lawHint: 'Only if you refuse',
    note: 'Answer to the person',
    noteHint: 'Say what you have done, or why not, in plain words. The person is also told the way to Datatilsynet',
    send: 'Send the answer',
    extendTitle: 'Need more time?',
    extendText:
      'If the request is complex you can extend the deadline once by two months. The person is told, with your reason.',
    extendReason: 'Why is the deadline extended?',
    extend: 'Extend the deadline',
    liftTitle: 'Lift the restriction',
    liftText: 'The person must be told before the restriction is lifted (article 18(3)).',
    liftNote: 'What the person is told',
    told: 'The person has been told',
    tellFirst: 'Tell the person first',
    lift: 'Lift the restriction',
  },
)

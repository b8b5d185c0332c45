import { texts } from '#kernel/language.ts'

export const requestSessionsTexts = texts(
  {
    title: 'Bed om flere behandlinger',
    lead: (insurer: string, caseNumber: string) =>
      `${insurer} får ønsket på sag ${caseNumber} og begrundelsen. I får svaret på sagen her.`,
    sessions: 'Hvor mange behandlinger mere',
    sessionsHint: 'Et tal fra 1 til 99',
    reason: 'Begrundelse',
    reasonHint: 'Skriv kun det, som selskabet skal bruge for at tage stilling',
    send: 'Send ønsket',
    told: 'Patienten kan se, at I har bedt om flere behandlinger.',
    back: 'Tilbage til sagen',
    cannot: 'I kan ikke bede om flere behandlinger nu',
  },
  {
    title: 'Ask for further sessions',
    lead: (insurer, caseNumber) =>
      `${insurer} receives the request on case ${caseNumber} and the reason. You get the answer on the case here.`,
    sessions: 'How many further sessions',
    sessionsHint: 'A number from 1 to 99',
    reason: 'Reason',
    reasonHint: 'Write only what the insurer needs in order to decide',
    send: 'Send the request',
    told: 'The patient can see that you have asked for further sessions.',
    back: 'Back to the case',
    cannot: 'You cannot ask for further sessions now',
  },
)

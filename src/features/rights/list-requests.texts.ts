import { texts } from '#kernel/language.ts'

export const listRequestsTexts = texts(
  {
    title: 'Anmodninger om rettigheder',
    lead: (open: number) =>
      open === 0
        ? 'Der er ingen anmodninger, som venter på jer.'
        : `${open} ${open === 1 ? 'anmodning venter' : 'anmodninger venter'} på jeres svar. I skal svare senest den dag, der står.`,
    register: 'Skriv en anmodning ind',
    caption: 'Anmodninger til jer, de ældste først',
    request: 'Anmodning',
    who: 'Hvem spørger',
    caseNumber: 'Sag',
    received: 'Modtaget',
    status: 'Status',
    unknown: 'kan ikke længere læses',
    none: 'Ingen har bedt om noget',
    noneText: 'Når en person bruger en rettighed over for jer, står anmodningen her med sin frist.',
    notices: 'Meddelelser til jer',
    noticesLead: 'Oplysninger, I har modtaget, er rettet, begrænset eller skal slettes. Ret jeres egne systemer.',
    notice: (controller: string, right: string, day: string) => `${controller}, ${day}: ${right}`,
    noticeOf: {
      access: 'der er givet indsigt',
      rectification: 'en oplysning i sagen er rettet',
      erasure: 'sagen skal slettes; overtag jeres journal først',
      restriction: 'sagen må kun gemmes',
      portability: 'oplysningerne er udleveret',
      objection: 'sagen må kun gemmes efter en indsigelse',
    },
    seeCase: 'Se sagen',
    seeJournal: 'Overtag journalen',
  },
  {
    title: 'Requests about rights',
    lead: (open: number) =>
      open === 0
        ? 'No requests are waiting for you.'
        : `${open} ${open === 1 ? 'request is' : 'requests are'} waiting for your answer. Answer by the day that is shown.`,
    register: 'Enter a request',
    caption: 'Requests to you, the oldest first',
    request: 'Request',
    who: 'Who asks',
    caseNumber: 'Case',
    received: 'Received',
    status: 'Status',
    unknown: 'can no longer be read',
    none: 'Nobody has asked for anything',
    noneText: 'When a person uses a right towards you, the request is here with its deadline.',
    notices: 'Notices to you',
    noticesLead:
      'Information that you received has been corrected, restricted or is to be erased. Correct your own systems.',
    notice: (controller: string, right: string, day: string) => `${controller}, ${day}: ${right}`,
    noticeOf: {
      access: 'access was given',
      rectification: 'a value in the case has been corrected',
      erasure: 'the case is to be erased; take your journal over first',
      restriction: 'the case may only be stored',
      portability: 'the information was handed out',
      objection: 'the case may only be stored after an objection',
    },
    seeCase: 'See the case',
    seeJournal: 'Take the journal over',
  },
)

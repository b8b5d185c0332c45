import { texts } from '#kernel/language.ts'

export const listDirectTexts = texts(
  {
    title: 'Anmodninger fra medarbejdere og andre',
    lead: (waiting: number) =>
      waiting === 0
        ? 'Alle har fået svar.'
        : `${waiting} ${waiting === 1 ? 'anmodning venter' : 'anmodninger venter'} på svar.`,
    caption: 'Anmodninger, de mest presserende først',
    register: 'Skriv en anmodning ind',
    request: 'Anmodning',
    who: 'Hvem',
    received: 'Modtaget',
    status: 'Status',
    unknown: 'Findes ikke længere',
    none: 'Ingen har bedt om noget',
    noneText: 'Når en medarbejder bruger en rettighed, står anmodningen her med sin frist.',
  },
  {
    title: 'Requests from staff and others',
    lead: (waiting: number) =>
      waiting === 0
        ? 'Everybody has been answered.'
        : `${waiting} ${waiting === 1 ? 'request waits' : 'requests wait'} for an answer.`,
    caption: 'Requests, the most urgent first',
    register: 'Enter a request',
    request: 'Request',
    who: 'Who',
    received: 'Received',
    status: 'Status',
    unknown: 'No longer exists',
    none: 'Nobody has asked for anything',
    noneText: 'When a member of staff uses a right, the request is here with its deadline.',
  },
)

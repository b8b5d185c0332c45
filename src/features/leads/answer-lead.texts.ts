import { texts } from '#kernel/language.ts'

export const leadTexts = texts(
  {
    title: 'Henvendelser',
    lead: (waiting: number) =>
      waiting === 0
        ? 'Alle henvendelser er besvaret.'
        : `${waiting} ${waiting === 1 ? 'henvendelse venter' : 'henvendelser venter'} på svar.`,
    caption: 'Henvendelser fra den offentlige side',
    none: 'Der er ingen henvendelser',
    restricted: 'Kun gemt: afsenderen har bedt om det (artikel 18 eller 21)',
    from: 'Fra',
    company: 'Virksomhed',
    received: 'Modtaget',
    state: 'Status',
    waiting: (day: string) => `Venter på svar, slettes ${day}`,
    answered: (day: string) => `Besvaret, slettes ${day}`,
    back: 'Alle henvendelser',
    writes: (name: string, company: string) => `${name} fra ${company} skriver`,
    language: 'Sprog',
    languages: { da: 'Dansk', en: 'Engelsk' },
    phone: 'Telefon',
    email: 'E-mail',
    message: 'Besked',
    answerTitle: 'Svar',
    answerLead: (period: string) => `Svaret sendes som mail og lukker henvendelsen. Den slettes ${period} efter.`,
    answer: 'Dit svar',
    answerHint: 'Skriv på afsenderens sprog. Der kan ikke svares på mailen',
    send: 'Send svar',
    sent: 'Dit svar',
    tooLate: 'En kollega har svaret imens. Dit svar er ikke sendt',
  },
  {
    title: 'Enquiries',
    lead: (waiting: number) =>
      waiting === 0
        ? 'All enquiries are answered.'
        : `${waiting} ${waiting === 1 ? 'enquiry waits' : 'enquiries wait'} for an answer.`,
    caption: 'Enquiries from the public site',
    none: 'There are no enquiries',
    restricted: 'Only stored: the sender has asked for it (article 18 or 21)',
    from: 'From',
    company: 'Company',
    received: 'Received',
    state: 'State',
    waiting: (day: string) => `Waits for an answer, erased on ${day}`,
    answered: (day: string) => `Answered, erased on ${day}`,
    back: 'All enquiries',
    writes: (name: string, company: string) => `${name} of ${company} writes`,
    language: 'Language',
    languages: { da: 'Danish', en: 'English' },
    phone: 'Phone',
    email: 'E-mail',
    message: 'Message',
    answerTitle: 'Answer',
    answerLead: (period: string) =>
      `The answer is sent by e-mail and closes the enquiry. It is erased ${period} later.`,
    answer: 'Your answer',
    answerHint: 'Write in the sender’s language. The e-mail cannot be replied to',
    send: 'Send answer',
    sent: 'Your answer',
    tooLate: 'A colleague has answered in the meantime. Your answer is not sent',
  },
)

export const leadNotices = texts({ answered: 'Svaret er på vej' }, { answered: 'The answer is on its way' })

type Ways = { readonly contact: string; readonly written: string }

export const answerMailTexts = texts(
  {
    subject: 'Svar på din henvendelse til Klinikbro',
    text: (name: string, answer: string, { contact, written }: Ways) =>
      `Hej ${name}\n\n${answer}\n\nDu kan skrive til os igen her:\n${contact}\n\nDu kan se, rette eller slette det, du har skrevet, her:\n${written}`,
  },
  {
    subject: 'Answer to your enquiry to Klinikbro',
    text: (name: string, answer: string, { contact, written }: Ways) =>
      `Hello ${name}\n\n${answer}\n\nYou can write to us again here:\n${contact}\n\nYou can see, correct or erase what you wrote here:\n${written}`,
  },
)

import { texts } from '#kernel/language.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const endAgreementTexts = texts(
  {
    title: (name: string) => `Afslut aftalen med ${name}`,
    lead: 'Vælg den sidste dag og grunden. Før noget sker, ser du, hvad det betyder.',
    lastDay: 'Aftalens sidste dag',
    lastDayHint: 'I dag eller senere. Vælger du i dag, sker det med det samme.',
    reason: 'Grund',
    next: 'Se, hvad det betyder',
    past: 'Dagen skal være i dag eller senere',
    already: 'Aftalen er allerede ved at slutte',
    consequencesTitle: (name: string) => `Afslut aftalen med ${name}?`,
    today: 'Det sker med det samme og kan ikke tages tilbage.',
    later: (day: string) => `Det sker, når ${day} er gået. Indtil da kan du tage det tilbage.`,
    happens: 'Det sker der',
    users: (n: number) => `${count(n, 'bruger', 'brugere')} mister adgangen i samme øjeblik.`,
    invitations: (n: number) => `${count(n, 'åben invitation', 'åbne invitationer')} bliver ugyldig.`,
    credentials: (n: number) => `${count(n, 'API-adgang', 'API-adgange')} lukkes.`,
    casesClosed: (n: number) => `${count(n, 'åben sag', 'åbne sager')} lukkes, og patienterne får besked.`,
    casesMoved: (n: number) =>
      `${count(n, 'åben sag', 'åbne sager')} kan ikke længere behandles her. Selskaberne får besked; patienterne kan vælge en anden klinik.`,
    visits: (n: number) =>
      `${count(n, 'kommende tid', 'kommende tider')} aflyses. Patienterne får besked om, hvad de kan gøre, og mister ingen behandling.`,
    booking: 'Der kan ikke bookes tider efter den sidste dag.',
    journals: (n: number) =>
      `${count(n, 'journal', 'journaler')} skal overdrages først. Klinikkens administratorer kan logge ind, kun til det.`,
    requests: (n: number) =>
      `${count(n, 'anmodning', 'anmodninger')} om persondata er ikke besvaret. Administratorerne kan logge ind, kun til det.`,
    contacts: (date: string) =>
      `Medarbejdernes navne, mailadresser og adgange slettes, når det er gjort, og senest efter ${date}.`,
    contactsAtOnce: 'Medarbejdernes navne, mailadresser og adgange slettes.',
    confirm: 'Afslut aftalen',
    change: 'Ret dag eller grund',
  },
  {
    title: (name: string) => `End the agreement with ${name}`,
    lead: 'Choose the last day and the reason. Before anything happens, you see what it means.',
    lastDay: 'Last day of the agreement',
    lastDayHint: 'Today or later. If you choose today, it happens at once.',
    reason: 'Reason',
    next: 'See what it means',
    past: 'The day must be today or later',
    already: 'The agreement is ending already',
    consequencesTitle: (name: string) => `End the agreement with ${name}?`,
    today: 'It happens at once and cannot be taken back.',
    later: (day: string) => `It happens when ${day} is over. Until then you can take it back.`,
    happens: 'What happens',
    users: (n: number) => `${count(n, 'user loses', 'users lose')} access in the same moment.`,
    invitations: (n: number) => `${count(n, 'open invitation becomes', 'open invitations become')} useless.`,
    credentials: (n: number) => `${count(n, 'API access is', 'API accesses are')} closed.`,
    casesClosed: (n: number) => `${count(n, 'open case is', 'open cases are')} closed, and the patients are told.`,
    casesMoved: (n: number) =>
      `${count(n, 'open case', 'open cases')} can no longer be treated here. The insurers are told; the patients can choose another clinic.`,
    visits: (n: number) =>
      `${count(n, 'coming visit is', 'coming visits are')} cancelled. The patients are told what they can do, and lose no session.`,
    booking: 'Nothing can be booked after the last day.',
    journals: (n: number) =>
      `${count(n, 'journal', 'journals')} must be handed over first. The clinic’s administrators can log in, for that alone.`,
    requests: (n: number) =>
      `${count(n, 'request', 'requests')} about personal data are not answered. The administrators can log in, for that alone.`,
    contacts: (date: string) =>
      `Names, mail addresses and accesses of the staff are erased once that is done, and after ${date} at the latest.`,
    contactsAtOnce: 'Names, mail addresses and accesses of the staff are erased.',
    confirm: 'End the agreement',
    change: 'Change the day or the reason',
  },
)

import { texts } from '#kernel/language.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

export const endServiceTexts = texts(
  {
    title: 'Luk tjenesten',
    lead: 'Alle aftaler slutter samme dag. Det, der hviler på patienternes samtykke, slettes med det samme.',
    back: 'Organisationer',
    happens: 'Det sker der',
    organisations: (insurers: number, clinics: number) =>
      `Aftalen slutter med ${count(insurers, 'forsikringsselskab', 'forsikringsselskaber')} og ${count(clinics, 'behandlingssted', 'behandlingssteder')}.`,
    users: (n: number) => `${count(n, 'bruger', 'brugere')} mister adgangen i samme øjeblik.`,
    cases: (n: number) => `${count(n, 'åben sag', 'åbne sager')} lukkes, og patienterne får besked.`,
    referrals:
      'Henvisningernes tekst og bilag slettes. Har en klinik skrevet journal, får den det, den har modtaget, med i sin journal.',
    visits: (n: number) => `${count(n, 'kommende tid', 'kommende tider')} aflyses, hvis dagen er i dag.`,
    journals: (n: number) =>
      `${count(n, 'journal', 'journaler')} skal overdrages. Klinikkernes administratorer kan logge ind i tre måneder, kun til det.`,
    cookies:
      'De svar om cookies, som besøgende på den offentlige side har givet, slettes efter deres tid. Tag siden ned, når den ikke skal bruges mere.',
    lastDay: 'Tjenestens sidste dag',
    lastDayHint: 'I dag eller senere. Vælger du i dag, sker det med det samme og kan ikke tages tilbage.',
    sure: 'Jeg har læst, hvad der sker, og vil lukke tjenesten',
    notSure: 'Sæt kryds, hvis du vil lukke tjenesten',
    end: 'Luk tjenesten',
    announced: (day: string) => `Tjenesten lukker, når ${day} er gået`,
    announcedText: 'Indtil da kan du tage det tilbage for alle på én gang, eller for én ad gangen på dens egen side.',
    takeBack: 'Tag lukningen tilbage',
    nobody: 'Der er ingen aftaler at afslutte',
  },
  {
    title: 'Close the service',
    lead: 'All agreements end on the same day. What rests on the patients’ consent is erased at once.',
    back: 'Organisations',
    happens: 'What happens',
    organisations: (insurers: number, clinics: number) =>
      `The agreement ends with ${count(insurers, 'insurer', 'insurers')} and ${count(clinics, 'place of treatment', 'places of treatment')}.`,
    users: (n: number) => `${count(n, 'user loses', 'users lose')} access in the same moment.`,
    cases: (n: number) => `${count(n, 'open case is', 'open cases are')} closed, and the patients are told.`,
    referrals:
      'The text and attachments of referrals are erased. If a clinic has written a journal, what it has received goes into its journal.',
    visits: (n: number) => `${count(n, 'coming visit is', 'coming visits are')} cancelled, if the day is today.`,
    journals: (n: number) =>
      `${count(n, 'journal is', 'journals are')} to be handed over. The clinics’ administrators can log in for three months, for that alone.`,
    cookies:
      'The answers about cookies that visitors of the public site have given are erased when their time is over. Take the site down when it is not needed any more.',
    lastDay: 'Last day of the service',
    lastDayHint: 'Today or later. If you choose today, it happens at once and cannot be taken back.',
    sure: 'I have read what happens and want to close the service',
    notSure: 'Tick the box if you want to close the service',
    end: 'Close the service',
    announced: (day: string) => `The service closes when ${day} is over`,
    announcedText: 'Until then you can take it back for all at once, or for one at a time on its own page.',
    takeBack: 'Take the closing back',
    nobody: 'There are no agreements to end',
  },
)

export const endServiceNotices = texts(
  {
    announced: 'Lukningen er noteret for alle.',
    ended: 'Tjenesten er lukket. Al adgang er væk, og resten er i gang.',
    'taken-back': 'Lukningen er taget tilbage.',
  },
  {
    announced: 'The closing is noted for all.',
    ended: 'The service is closed. All access is gone, and the rest is under way.',
    'taken-back': 'The closing is taken back.',
  },
)

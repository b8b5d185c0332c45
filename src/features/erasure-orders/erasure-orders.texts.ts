import { texts } from '#kernel/language.ts'
import type { InTheWay, OrderReason } from './erasure-orders.ts'

const reasonsInDanish: Readonly<Record<OrderReason, string>> = {
  'not-needed': 'Sagen skal ikke bruges mere',
  mistake: 'Sagen er oprettet ved en fejl',
  unlawful: 'Oplysningerne må ikke behandles',
  authority: 'En myndighed har påbudt det',
}
const reasonsInEnglish: Readonly<Record<OrderReason, string>> = {
  'not-needed': 'The case is no longer needed',
  mistake: 'The case was opened by mistake',
  unlawful: 'The information may not be processed',
  authority: 'An authority has ordered it',
}
const inTheWayInDanish: Readonly<Record<InTheWay, string>> = {
  held: 'Noget holder sagen: en klage, et krav, en åben anmodning eller en begrænsning. Den kan slettes, når det er afsluttet.',
  'visit-to-come': 'Patienten har en tid, der ikke er gået endnu. Sagen kan slettes, når tiden er aflyst eller gået.',
  'ordered-already': 'Sagen er allerede på vej til at blive slettet.',
}
const inTheWayInEnglish: Readonly<Record<InTheWay, string>> = {
  held: 'Something holds the case: a complaint, a claim, an open request or a restriction. It can be erased when that has ended.',
  'visit-to-come':
    'The patient has an appointment that is still to come. The case can be erased once it is cancelled or over.',
  'ordered-already': 'The case is already on its way to being erased.',
}

export const orderTexts = texts(
  {
    reasons: reasonsInDanish,
    inTheWay: inTheWayInDanish,
    title: (caseNumber: string) => `Slet sag ${caseNumber} før tid`,
    lead: 'I bestemmer, hvor længe jeres sager gemmes, og kan få en sag slettet, før dens tid er gået.',
    back: (caseNumber: string) => `Sag ${caseNumber}`,
    cannot: 'Sagen kan ikke slettes nu',
    seeHolds: 'Se, hvad der holder sagen',
    meansTitle: 'Det betyder det',
    copyFirst: 'Patienten får besked og har tre dage til at hente en kopi. Indtil da kan I fortryde.',
    storedOnly: 'Fra nu af bliver sagen kun gemt. Klinikken kan ikke se den, og der kan ikke bookes tider.',
    journals: (clinics: string) =>
      `${clinics} har skrevet i sin journal og skal først overtage den. Sagen slettes, når det er sket.`,
    noJournals: 'Ingen klinik har skrevet journal i sagen.',
    gone: 'Derefter er sagen, bilagene og historikken væk. Er det patientens eneste sag, er også navn og CPR-nummer væk. Det kan ikke fortrydes.',
    reason: 'Hvorfor skal sagen slettes?',
    reasonFirst: 'Vælg, hvorfor sagen skal slettes',
    sure: 'Vi har ikke brug for sagen mere, heller ikke til regnskab, klager eller krav',
    sureFirst: 'Bekræft, at I ikke har brug for sagen mere',
    give: 'Slet sagen',
    keep: 'Behold sagen',
    waits: 'Sagen er på vej til at blive slettet',
    waitsUntil: (day: string) => `Den slettes tidligst ${day}.`,
    waitsFor: (clinics: string) => `Den venter på, at ${clinics} overtager sin journal.`,
    waitsHeld: 'Den venter, fordi noget holder den.',
    withdraw: 'Fortryd',
    seeOrders: 'Alle ordrer om sletning',
    listTitle: 'Sager, I har bedt om at få slettet',
    listLead:
      'En ordre bekræftes her, når den er udført. Derefter ved tjenesten ikke længere, hvilken sag det var, så bekræftelsen har kun et nummer.',
    none: 'I har ikke bedt om at få slettet en sag',
    noneText: 'Det gøres på sagens side.',
    order: 'Ordre',
    caseNumber: 'Sag',
    why: 'Grund',
    given: 'Givet',
    givenBy: (when: string, name: string) => `${when} af ${name}`,
    state: 'Status',
    waiting: 'Venter',
    forJournals: (clinics: string) => `Venter på journal hos ${clinics}`,
    carriedOut: (when: string) => `Slettet ${when}`,
    withdrawn: 'Fortrudt',
    caseGone: 'slettet',
    mineTitle: 'Sagen bliver slettet',
    mine: (day: string) =>
      `Selskabet har bestemt, at sagen slettes. Det sker tidligst ${day}. Vil du have en kopi af det, der står om dig, så hent den inden da.`,
    mineJournal: 'Klinikkens egen journal bliver hos klinikken.',
    mineCopy: 'Hent en kopi',
  },
  {
    reasons: reasonsInEnglish,
    inTheWay: inTheWayInEnglish,
    title: (caseNumber: string) => `Erase case ${caseNumber} before its time`,
    lead: 'You decide how long your cases are kept, and can have a case erased before its time is up.',
    back: (caseNumber: string) => `Case ${caseNumber}`,
    cannot: 'The case cannot be erased now',
    seeHolds: 'See what holds the case',
    meansTitle: 'What it means',
    copyFirst: 'The patient is told and has three days to download a copy. Until then you can take it back.',
    storedOnly: 'From now on the case is only stored. The clinic cannot see it, and nothing can be booked.',
    journals: (clinics: string) =>
      `${clinics} has written in its journal and must take it over first. The case is erased when that is done.`,
    noJournals: 'No clinic has written a journal in the case.',
    gone: 'After that the case, the attachments and the history are gone. If it is the patient’s only case, so are name and CPR number. It cannot be undone.',
    reason: 'Why is the case to be erased?',
    reasonFirst: 'Choose why the case is to be erased',
    sure: 'We no longer need the case, nor for accounts, complaints or claims',
    sureFirst: 'Confirm that you no longer need the case',
    give: 'Erase the case',
    keep: 'Keep the case',
    waits: 'The case is on its way to being erased',
    waitsUntil: (day: string) => `It is erased on ${day} at the earliest.`,
    waitsFor: (clinics: string) => `It waits for ${clinics} to take its journal over.`,
    waitsHeld: 'It waits because something holds it.',
    withdraw: 'Take it back',
    seeOrders: 'All orders to erase',
    listTitle: 'Cases that you asked to have erased',
    listLead:
      'An order is confirmed here once it is carried out. The service then no longer knows which case it was, so the confirmation has a number only.',
    none: 'You have not asked to have a case erased',
    noneText: 'That is done on the page of the case.',
    order: 'Order',
    caseNumber: 'Case',
    why: 'Reason',
    given: 'Given',
    givenBy: (when: string, name: string) => `${when} by ${name}`,
    state: 'State',
    waiting: 'Waiting',
    forJournals: (clinics: string) => `Waiting for the journal at ${clinics}`,
    carriedOut: (when: string) => `Erased ${when}`,
    withdrawn: 'Taken back',
    caseGone: 'erased',
    mineTitle: 'The case will be erased',
    mine: (day: string) =>
      `The insurer has decided that the case is erased. That happens on ${day} at the earliest. If you want a copy of what it says about you, download it before then.`,
    mineJournal: 'The clinic’s own journal stays with the clinic.',
    mineCopy: 'Download a copy',
  },
)

export const orderNotices = texts(
  {
    given: 'Ordren er givet. Patienten får besked.',
    withdrawn: 'Ordren er taget tilbage. Sagen kan bruges igen.',
    'nothing-to-withdraw': 'Der er ingen ordre at tage tilbage.',
  },
  {
    given: 'The order is given. The patient is told.',
    withdrawn: 'The order is taken back. The case can be used again.',
    'nothing-to-withdraw': 'There is no order to take back.',
  },
)

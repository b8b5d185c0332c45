import { texts } from '#kernel/language.ts'

export const overviewTexts = texts(
  {
    title: 'Overblik',
    lead: 'Tal for hele tjenesten. Sagerne selv kan driften ikke se.',
    figures: 'Lige nu',
    insurers: 'Forsikringsselskaber',
    clinics: 'Klinikker og privathospitaler',
    users: 'Medarbejdere med adgang',
    cases: 'Sager i alt',
    waiting: 'Job, der venter',
    waitingSince: (count: number, since: string) => `${count}, det ældste siden ${since}`,
    health: 'Drift',
    healthy: 'Alt kører: databasen svarer, og ingen job er parkeret.',
    parked: (count: number) =>
      count === 1 ? '1 job er parkeret og venter på dig.' : `${count} job er parkeret og venter på dig.`,
    seeParked: 'Se parkerede job',
    chart: 'Nye sager pr. dag de sidste 30 dage',
    chartText: (total: number, most: number, day: string) =>
      total === 0 ? 'Der er ikke oprettet sager i perioden.' : `${total} sager i alt, flest ${day} med ${most}.`,
    table: 'Se tallene',
    day: 'Dag',
    opened: 'Nye sager',
  },
  {
    title: 'Overview',
    lead: 'Figures for the whole service. Operations cannot see the cases themselves.',
    figures: 'Right now',
    insurers: 'Insurers',
    clinics: 'Clinics and private hospitals',
    users: 'Staff with access',
    cases: 'Cases in all',
    waiting: 'Jobs waiting',
    waitingSince: (count: number, since: string) => `${count}, the oldest since ${since}`,
    health: 'Health',
    healthy: 'All is running: the database answers, and no job is parked.',
    parked: (count: number) =>
      count === 1 ? '1 job is parked and waits for you.' : `${count} jobs are parked and wait for you.`,
    seeParked: 'See parked jobs',
    chart: 'New cases a day in the last 30 days',
    chartText: (total: number, most: number, day: string) =>
      total === 0 ? 'No cases were opened in this period.' : `${total} cases in all, most on ${day} with ${most}.`,
    table: 'See the figures',
    day: 'Day',
    opened: 'New cases',
  },
)

export const parkedTexts = texts(
  {
    title: 'Parkerede job',
    lead: 'Job, som et menneske må se på: De er forsøgt for mange gange, eller privatlivspolitikken tillader dem ikke. Prøv igen, når årsagen er rettet.',
    caption: 'Parkerede job',
    none: 'Ingen job er parkeret',
    task: 'Job',
    attempts: 'Forsøg',
    parkedAt: 'Parkeret',
    error: 'Fejl',
    refused: 'Privatlivspolitikken giver ikke systemet lov til dette job.',
    actions: 'Handling',
    retry: 'Prøv igen',
    discard: 'Kassér',
    which: (task: string, id: string) => ` ${task} nr. ${id}`,
  },
  {
    title: 'Parked jobs',
    lead: 'Jobs that a human being must look at: they were tried too often, or the privacy policy does not allow them. Try again once the cause is mended.',
    caption: 'Parked jobs',
    none: 'No jobs are parked',
    task: 'Job',
    attempts: 'Attempts',
    parkedAt: 'Parked',
    error: 'Error',
    refused: 'The privacy policy does not let the system do this job.',
    actions: 'Action',
    retry: 'Try again',
    discard: 'Discard',
    which: (task: string, id: string) => ` ${task} no. ${id}`,
  },
)

export const parkedNotices = texts(
  { retried: 'Jobbet prøves igen nu', discarded: 'Jobbet er kasseret', gone: 'Jobbet er ikke længere parkeret' },
  { retried: 'The job is tried again now', discarded: 'The job is discarded', gone: 'The job is no longer parked' },
)

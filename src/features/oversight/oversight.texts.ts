import type { Nearness } from '#features/rights/index.ts'
import { texts } from '#kernel/language.ts'
import type { ThirdParty } from '#policy/third-parties.ts'

const nearInDanish: Record<Nearness, { short: string; label: string }> = {
  late: { short: 'for sent', label: 'over fristen' },
  week: { short: '0–7', label: '0–7 dage tilbage' },
  fortnight: { short: '8–14', label: '8–14 dage tilbage' },
  month: { short: '15–31', label: '15–31 dage tilbage' },
  later: { short: 'over 31', label: 'over 31 dage tilbage' },
  paused: { short: 'pause', label: 'fristen står stille' },
}
const nearInEnglish: Record<Nearness, { short: string; label: string }> = {
  late: { short: 'late', label: 'past the deadline' },
  week: { short: '0–7', label: '0–7 days left' },
  fortnight: { short: '8–14', label: '8–14 days left' },
  month: { short: '15–31', label: '15–31 days left' },
  later: { short: 'over 31', label: 'over 31 days left' },
  paused: { short: 'paused', label: 'the deadline stands still' },
}
const kindsInDanish: Record<ThirdParty['type'], string> = {
  'web-analytics': 'Statistik over besøg',
  'behaviour-analytics': 'Måling af adfærd',
  'error-tracking': 'Fejlmelding',
  embed: 'Indlejret indhold',
}
const kindsInEnglish: Record<ThirdParty['type'], string> = {
  'web-analytics': 'Web analytics',
  'behaviour-analytics': 'Behaviour analytics',
  'error-tracking': 'Error tracking',
  embed: 'Embedded content',
}

/** A count as it is written in the language. */
type Said = (count: number) => string

const countedDanish = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const oversightTexts = texts(
  {
    title: 'Privatliv',
    lead: 'Hvordan reglerne bliver holdt. Her er kun tal, aldrig hvem de handler om.',
    countedUntil: (day: string) =>
      `Samtykker, cookies og afgørelser er talt til og med ${day}. Dagen i dag tælles i nat.`,
    notCounted: 'Samtykker, cookies og afgørelser er ikke talt endnu. Det sker første gang i nat.',
    table: 'Vis tallene',
    month: 'Måned',
    consents: 'Samtykker',
    consentsChart: 'Samtykker givet og taget tilbage, måned for måned',
    consentsSay: ({ given, withdrawn }: Record<'given' | 'withdrawn', number>, said: Said) =>
      given + withdrawn === 0
        ? 'Ingen har givet eller taget et samtykke tilbage i de seneste 12 måneder.'
        : `I de seneste 12 måneder er ${said(given)} ${given === 1 ? 'samtykke' : 'samtykker'} givet og ${said(withdrawn)} taget tilbage.`,
    given: 'Givet',
    withdrawn: 'Taget tilbage',
    cookies: 'Svar om cookies',
    cookiesChart: 'Svar om cookies på den offentlige side, måned for måned',
    cookiesSay: ({ accepted, refused }: Record<'accepted' | 'refused', number>, said: Said) =>
      accepted + refused === 0
        ? 'Ingen har svaret på spørgsmålet om cookies i de seneste 12 måneder.'
        : `${said(accepted)} har sagt ja til noget, og ${said(refused)} har sagt nej til alt.`,
    accepted: 'Ja til noget',
    refusedAll: 'Nej til alt',
    open: 'Anmodninger, der venter på svar',
    answered: 'Anmodninger, der er besvaret',
    openChart: 'Åbne anmodninger efter dage til fristen',
    openSay: (open: number, late: number) =>
      open === 0
        ? 'Ingen venter på svar.'
        : `${countedDanish(open, 'anmodning', 'anmodninger')} venter på svar; ${late} er over fristen.`,
    late: 'Fristen er overskredet',
    lateText: (count: number) => `${countedDanish(count, 'anmodning', 'anmodninger')} skulle have været besvaret.`,
    seeRequests: 'Se de åbne anmodninger',
    daysLeft: 'Dage til fristen',
    openRequests: 'Åbne',
    near: nearInDanish,
    answeredChart: 'Besvarede anmodninger, måned for måned',
    answeredSay: (inTime: number, late: number) =>
      inTime + late === 0
        ? 'Ingen anmodninger er besvaret i de seneste 12 måneder.'
        : `${inTime} af ${inTime + late} svar i de seneste 12 måneder kom til tiden.`,
    inTime: 'Til tiden',
    tooLate: 'For sent',
  },
  {
    title: 'Privacy',
    lead: 'How the rules are kept. Only counts are here, never whom they are about.',
    countedUntil: (day: string) =>
      `Consents, cookies and decisions are counted up to and including ${day}. Today is counted tonight.`,
    notCounted: 'Consents, cookies and decisions are not counted yet. That happens for the first time tonight.',
    table: 'Show the figures',
    month: 'Month',
    consents: 'Consents',
    consentsChart: 'Consents given and withdrawn, month by month',
    consentsSay: ({ given, withdrawn }: Record<'given' | 'withdrawn', number>, said: Said) =>
      given + withdrawn === 0
        ? 'Nobody has given or withdrawn a consent in the last 12 months.'
        : `In the last 12 months ${said(given)} ${given === 1 ? 'consent was' : 'consents were'} given and ${said(withdrawn)} withdrawn.`,
    given: 'Given',
    withdrawn: 'Withdrawn',
    cookies: 'Answers about cookies',
    cookiesChart: 'Answers about cookies on the public site, month by month',
    cookiesSay: ({ accepted, refused }: Record<'accepted' | 'refused', number>, said: Said) =>
      accepted + refused === 0
        ? 'Nobody has answered the question about cookies in the last 12 months.'
        : `${said(accepted)} said yes to something, and ${said(refused)} said no to everything.`,
    accepted: 'Yes to something',
    refusedAll: 'No to everything',
    open: 'Requests that wait for an answer',
    answered: 'Requests that were answered',
    openChart: 'Open requests by days to the deadline',
    openSay: (open: number, late: number) =>
      open === 0
        ? 'Nobody waits for an answer.'
        : `${open} ${open === 1 ? 'request waits' : 'requests wait'} for an answer; ${late} are past the deadline.`,
    late: 'A deadline has passed',
    lateText: (count: number) => `${count} ${count === 1 ? 'request' : 'requests'} should have been answered.`,
    seeRequests: 'See the open requests',
    daysLeft: 'Days to the deadline',
    openRequests: 'Open',
    near: nearInEnglish,
    answeredChart: 'Answered requests, month by month',
    answeredSay: (inTime: number, late: number) =>
      inTime + late === 0
        ? 'No requests were answered in the last 12 months.'
        : `${inTime} of ${inTime + late} answers in the last 12 months were in time.`,
    inTime: 'In time',
    tooLate: 'Too late',
  },
)

export const keepingTexts = texts(
  {
    table: 'Vis tallene',
    erasure: 'Sletning',
    runsChart: 'De seneste kørsler: slettet og beholdt',
    runsSay: (runs: number, erased: number, kept: number) =>
      `${runs === 1 ? 'Den seneste kørsel har' : `De seneste ${runs} kørsler har`} slettet ${countedDanish(erased, 'sag', 'sager')}. Den sidste kørsel beholdt ${kept}, som skulle have været slettet.`,
    noRuns: 'Der har ikke været en kørsel endnu.',
    nextRun: (at: string) => `Næste kørsel begynder ${at}.`,
    day: 'Nat',
    erased: 'Slettet',
    keptFor: {
      'legal-hold': 'Beholdt: klage, krav eller åben anmodning',
      'journal-not-handed-over': 'Beholdt: journal ikke overtaget',
    },
    seeRuns: 'Se hver kørsel',
    trail: 'Bevis for, at intet er ændret',
    stated: 'Sporets ende er sidst skrevet under uden for databasen',
    statedValue: (at: string, links: string) => `${at}; ${links} hændelser`,
    checked: 'Sporet er sidst kontrolleret',
    checkedValue: (at: string, links: string) => `${at}; ${links} nye hændelser, alt passer`,
    never: 'ikke endnu',
    broken: 'Sporet passer ikke',
    brokenText: (count: number, at: string) =>
      `Kontrollen ${at} fandt ${countedDanish(count, 'sted', 'steder')}, hvor sporet er ændret. Kør bin/audit verify, og se docs/operations.md.`,
    stale: 'Kontrollen er ikke kørt i to døgn',
    staleText: 'Jobbet check-audit-trail skulle køre hver nat. Se de parkerede job.',
    logs: 'Loggen over besøg er sidst ryddet',
    logsValue: (at: string, erased: number, kept: number) =>
      `${at}; ${countedDanish(erased, 'dag', 'dage')} slettet, ${countedDanish(kept, 'dag', 'dage')} tilbage`,
  },
  {
    table: 'Show the figures',
    erasure: 'Erasure',
    runsChart: 'The latest runs: erased and kept',
    runsSay: (runs: number, erased: number, kept: number) =>
      `${runs === 1 ? 'The latest run has' : `The latest ${runs} runs have`} erased ${erased} ${erased === 1 ? 'case' : 'cases'}. The last run kept ${kept} that were due.`,
    noRuns: 'There has been no run yet.',
    nextRun: (at: string) => `The next run begins ${at}.`,
    day: 'Night',
    erased: 'Erased',
    keptFor: {
      'legal-hold': 'Kept: complaint, claim or open request',
      'journal-not-handed-over': 'Kept: journal not taken over',
    },
    seeRuns: 'See each run',
    trail: 'Proof that nothing was altered',
    stated: 'The end of the trail was last signed outside the database',
    statedValue: (at: string, links: string) => `${at}; ${links} events`,
    checked: 'The trail was last checked',
    checkedValue: (at: string, links: string) => `${at}; ${links} new events, all of it holds`,
    never: 'not yet',
    broken: 'The trail does not hold',
    brokenText: (count: number, at: string) =>
      `The check on ${at} found ${count} ${count === 1 ? 'place' : 'places'} where the trail was altered. Run bin/audit verify, and see docs/operations.md.`,
    stale: 'The check has not run for two days',
    staleText: 'The job check-audit-trail should run every night. See the parked jobs.',
    logs: 'The log of visits was last cleared',
    logsValue: (at: string, erased: number, kept: number) =>
      `${at}; ${erased} ${erased === 1 ? 'day' : 'days'} erased, ${kept} ${kept === 1 ? 'day' : 'days'} left`,
  },
)

export const declaredTexts = texts(
  {
    activities: 'Behandlingsaktiviteter',
    activitiesLead:
      'Hvad der er sagt ja og nej til i de seneste 30 dage. Et opslag i flere sager tæller én gang for hver.',
    activity: 'Aktivitet',
    purpose: 'Formål og grundlag',
    allowed: 'Tilladt',
    refused: 'Afvist',
    record: 'Se hele fortegnelsen (artikel 30)',
    processors: 'Databehandlere',
    name: 'Navn',
    does: 'Opgave',
    where: 'Land',
    agreed: 'Aftale',
    old: 'over to år gammel: læs den igen',
    measures: 'Foranstaltninger',
    used: 'Bruges på',
    sites: { referral: 'bookingsiden', marketing: 'den offentlige side' } as Record<string, string>,
    thirdParties: 'Tredjeparter',
    thirdPartiesLead: 'Tjenester, som siderne kan kalde. Det, der ikke er i brug, kaldes aldrig.',
    kind: 'Slags',
    state: 'Tilstand',
    who: 'Hvem',
    on: 'i brug',
    off: 'ikke i brug',
    kinds: kindsInDanish,
  },
  {
    activities: 'Processing activities',
    activitiesLead: 'What was allowed and refused in the last 30 days. A look at several cases counts once for each.',
    activity: 'Activity',
    purpose: 'Purpose and basis',
    allowed: 'Allowed',
    refused: 'Refused',
    record: 'See the whole record (article 30)',
    processors: 'Processors',
    name: 'Name',
    does: 'Task',
    where: 'Country',
    agreed: 'Agreement',
    old: 'more than two years old: read it again',
    measures: 'Measures',
    used: 'Used on',
    sites: { referral: 'the booking site', marketing: 'the public site' } as Record<string, string>,
    thirdParties: 'Third parties',
    thirdPartiesLead: 'Services that the sites can call. What is not in use is never called.',
    kind: 'Kind',
    state: 'State',
    who: 'Who',
    on: 'in use',
    off: 'not in use',
    kinds: kindsInEnglish,
  },
)

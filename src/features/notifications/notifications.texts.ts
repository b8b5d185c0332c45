import { texts } from '#kernel/language.ts'
import type { PatientTemplate, StaffTemplate } from './templates.ts'

/** `when` is empty where no time is spoken of. What is not a parameter cannot be said. */
type Said = {
  readonly subject: string
  readonly text: (when: string) => string
  /** One SMS with its link: the GSM alphabet only, about 100 characters before the link. */
  readonly sms: (when: string) => string
}

const logIn = 'Log ind med MitID for at læse mere:'
const logInEnglish = 'Log in with MitID to read more:'

export const patientTexts = texts<Readonly<Record<PatientTemplate, Said>>>(
  {
    'case-opened': {
      subject: 'Du har fået en ny besked',
      text: () => `Der ligger en ny besked til dig hos Klinikbro, og du kan nu booke en tid. ${logIn}`,
      sms: () => 'Du har fået en ny besked og kan booke en tid her (log ind med MitID):',
    },
    'appointment-booked': {
      subject: 'Din tid er booket',
      text: (when) => `Du har en tid ${when}. Log ind med MitID for at se adressen, flytte eller aflyse:`,
      sms: (when) => `Du har en tid ${when}. Se adresse, flyt eller aflys her (log ind med MitID):`,
    },
    'appointment-moved': {
      subject: 'Din tid er flyttet',
      text: (when) => `Din tid er flyttet til ${when}. Log ind med MitID for at se adressen, flytte eller aflyse:`,
      sms: (when) => `Din tid er flyttet til ${when}. Se adresse, flyt eller aflys her (log ind med MitID):`,
    },
    'appointment-cancelled': {
      subject: 'Din tid er aflyst',
      text: (when) => `Din tid ${when} er aflyst. Log ind med MitID for at finde en ny tid:`,
      sms: (when) => `Din tid ${when} er aflyst. Find en ny tid her (log ind med MitID):`,
    },
    'consent-withdrawn': {
      subject: 'Et samtykke er trukket tilbage',
      text: () =>
        `Et samtykke er trukket tilbage. Vi deler ikke længere oplysningerne, og det, der hvilede på samtykket, slettes. ${logIn}`,
      sms: () => 'Et samtykke er trukket tilbage. Se hvad det betyder her (log ind med MitID):',
    },
    'referral-erased': {
      subject: 'Oplysninger er slettet',
      text: () =>
        `Oplysninger, som vi kun gemte for en tid, efter at et samtykke blev trukket tilbage, er nu slettet. ${logIn}`,
      sms: () => 'Oplysninger om dig er nu slettet. Log ind med MitID for at læse mere:',
    },
    'sessions-granted': {
      subject: 'Du kan booke flere tider',
      text: () => `Du kan nu booke flere tider. ${logIn}`,
      sms: () => 'Du kan nu booke flere tider her (log ind med MitID):',
    },
    'rights-answered': {
      subject: 'Der er nyt om din anmodning',
      text: () => `Der er nyt om en anmodning, du har sendt om dine oplysninger. ${logIn}`,
      sms: () => 'Der er nyt om din anmodning. Se svaret her (log ind med MitID):',
    },
    'case-erased-soon': {
      subject: 'Dine oplysninger bliver slettet',
      text: () =>
        `Tidligst om tre dage sletter vi de oplysninger, vi har om dig i en sag. Vil du have en kopi, så hent den inden da. ${logIn}`,
      sms: () =>
        'Tidligst om tre dage sletter vi dine oplysninger i en sag. Hent en kopi inden da (log ind med MitID):',
    },
    'clinic-left': {
      subject: 'Din tid er aflyst',
      text: (when) =>
        `Din tid${when && ` ${when}`} er aflyst, fordi stedet ikke længere bruger Klinikbro. Du har ikke mistet noget og kan finde en tid et andet sted. ${logIn}`,
      sms: (when) => `Din tid${when && ` ${when}`} er aflyst. Find en tid et andet sted her (log ind med MitID):`,
    },
    'insurer-left': {
      subject: 'Du kan ikke længere booke tider her',
      text: (when) =>
        `Du kan ikke længere booke tider hos Klinikbro${when && `, og din tid ${when} er aflyst`}. Se, hvem du kan ringe til. ${logIn}`,
      sms: (when) =>
        `${when ? `Din tid ${when} er aflyst` : 'Du kan ikke længere booke tider her'}. Se hvem du kan ringe til (log ind med MitID):`,
    },
    'restriction-ends': {
      subject: 'Begrænsningen af din sag ophører',
      text: () =>
        `Du har bedt om, at en sag kun bliver gemt. Den, du bad om det, bruger ikke længere Klinikbro, og derfor ophører begrænsningen. Se hvornår, og hent en kopi, hvis du vil have en. ${logIn}`,
      sms: () => 'Begrænsningen af din sag ophører. Se hvornår, og hent en kopi (log ind med MitID):',
    },
  },
  {
    'case-opened': {
      subject: 'You have a new message',
      text: () => `You have a new message at Klinikbro, and you can now book an appointment. ${logInEnglish}`,
      sms: () => 'You have a new message and can book an appointment here (log in with MitID):',
    },
    'appointment-booked': {
      subject: 'Your appointment is booked',
      text: (when) =>
        `You have an appointment on ${when}. Log in with MitID to see the address, or to move or cancel it:`,
      sms: (when) => `You have an appointment ${when}. Address, move or cancel (log in with MitID):`,
    },
    'appointment-moved': {
      subject: 'Your appointment has been moved',
      text: (when) =>
        `Your appointment has been moved to ${when}. Log in with MitID to see the address, or to move or cancel it:`,
      sms: (when) => `Your appointment is moved to ${when}. Address, move or cancel (log in with MitID):`,
    },
    'appointment-cancelled': {
      subject: 'Your appointment is cancelled',
      text: (when) => `Your appointment on ${when} is cancelled. Log in with MitID to find another time:`,
      sms: (when) => `Your appointment ${when} is cancelled. Find another time (log in with MitID):`,
    },
    'consent-withdrawn': {
      subject: 'A consent has been withdrawn',
      text: () =>
        `A consent has been withdrawn. We no longer share the information, and what rested on the consent is erased. ${logInEnglish}`,
      sms: () => 'A consent has been withdrawn. See what it means (log in with MitID):',
    },
    'referral-erased': {
      subject: 'Information has been erased',
      text: () =>
        `Information that we only stored for a time after a consent was withdrawn has now been erased. ${logInEnglish}`,
      sms: () => 'Information about you has now been erased. Log in with MitID to read more:',
    },
    'sessions-granted': {
      subject: 'You can book further appointments',
      text: () => `You can now book further appointments. ${logInEnglish}`,
      sms: () => 'You can now book further appointments here (log in with MitID):',
    },
    'rights-answered': {
      subject: 'There is news on your request',
      text: () => `There is news on a request you sent about your information. ${logInEnglish}`,
      sms: () => 'There is news on your request. Log in with MitID to read more:',
    },
    'case-erased-soon': {
      subject: 'Your information will be erased',
      text: () =>
        `In three days at the earliest we erase the information that we have about you in a case. If you want a copy, download it before then. ${logInEnglish}`,
      sms: () => 'In three days we erase your information in a case. Download a copy before then (log in with MitID):',
    },
    'clinic-left': {
      subject: 'Your appointment is cancelled',
      text: (when) =>
        `Your appointment${when && ` on ${when}`} is cancelled, because the place no longer uses Klinikbro. You have lost nothing and can find a time elsewhere. ${logInEnglish}`,
      sms: (when) => `Your appointment${when && ` ${when}`} is cancelled. Find a time elsewhere (log in with MitID):`,
    },
    'insurer-left': {
      subject: 'You can no longer book here',
      text: (when) =>
        `You can no longer book at Klinikbro${when && `, and your appointment on ${when} is cancelled`}. See whom to call. ${logInEnglish}`,
      sms: (when) =>
        `${when ? `Your appointment ${when} is cancelled` : 'You can no longer book here'}. See whom to call (log in with MitID):`,
    },
    'restriction-ends': {
      subject: 'The restriction of your case ends',
      text: () =>
        `You asked that a case is only stored. Whoever you asked no longer uses Klinikbro, so the restriction ends. See when, and download a copy if you want one. ${logInEnglish}`,
      sms: () => 'The restriction of your case ends. See when, and get a copy (log in with MitID):',
    },
  },
)

export const staffTexts = texts<Readonly<Record<StaffTemplate, { readonly subject: string; readonly text: string }>>>(
  {
    'session-request': {
      subject: 'En forespørgsel venter på dig',
      text: 'En klinik har sendt en forespørgsel, som venter på dit svar. Log ind for at læse den:',
    },
    'session-answer': {
      subject: 'Der er svar på en forespørgsel',
      text: 'I har fået svar på en forespørgsel. Log ind for at læse det:',
    },
    'consent-withdrawn': {
      subject: 'Et samtykke er trukket tilbage',
      text: 'En patient har trukket et samtykke tilbage. Kommende tider i sagen er aflyst, klinikken kan ikke længere se den, og henvisningens tekst og bilag slettes. Har I en kopi, der kun hviler på samtykket, skal I også slette den. Log ind for at se, hvad der er ændret:',
    },
    'referral-erased': {
      subject: 'En henvisning er slettet',
      text: 'En henvisning er slettet, fordi samtykket til den er trukket tilbage, eller fordi selskabet ikke længere bruger Klinikbro. Har I en kopi, der kun hviler på samtykket, skal I også slette den. Log ind for at se, hvad der er ændret:',
    },
    'rights-request': {
      subject: 'En anmodning om personoplysninger venter',
      text: 'En person har bedt om at bruge en rettighed over for jer. Der er en frist for at svare. Log ind for at læse anmodningen:',
    },
    'rights-notice': {
      subject: 'Oplysninger er rettet eller begrænset',
      text: 'Oplysninger, som I har modtaget om en patient, er rettet, begrænset eller skal slettes. Log ind for at se, hvad der gælder:',
    },
    'hold-review': {
      subject: 'Et slettestop skal ses efter',
      text: 'En sag hos jer holdes tilbage fra sletning, og dagen er kommet, hvor I skal se, om grunden er der endnu. Log ind for at beholde eller ophæve slettestoppet:',
    },
    'hold-left-behind': {
      subject: 'Et slettestop fra et selskab uden aftale skal ses efter',
      text: 'Et selskab, hvis aftale er slut, har holdt en sag tilbage fra sletning, og dagen er kommet, hvor nogen skal se, om grunden er der endnu. Selskabet kan ikke længere logge ind. Log ind, og find slettestoppet under Privatliv for at beholde eller ophæve det:',
    },
    'journal-offered': {
      subject: 'En journal skal overtages',
      text: 'En sag hos jer skal slettes, og I skal først overtage det, I har skrevet i den. Sagen bliver liggende, til I har kvitteret. Log ind for at hente journalen:',
    },
    'clinic-left': {
      subject: 'Et behandlingssted bruger ikke længere tjenesten',
      text: 'Et behandlingssted, som I har givet sager til, bruger ikke længere Klinikbro. Kommende tider der er aflyst, og patienterne har fået besked. Log ind for at se jeres sager; dem, der kun var godkendt til det sted, har brug for et andet:',
    },
    'journals-waiting': {
      subject: 'Aftalen er slut: hent jeres journaler',
      text: 'Aftalen om Klinikbro er slut. En administrator kan logge ind i tre måneder endnu, alene for at hente det, I har skrevet, og kvittere for det:',
    },
  },
  {
    'session-request': {
      subject: 'A request awaits your answer',
      text: 'A clinic has sent a request that awaits your answer. Log in to read it:',
    },
    'session-answer': {
      subject: 'A request has been answered',
      text: 'A request of yours has been answered. Log in to read the answer:',
    },
    'consent-withdrawn': {
      subject: 'A consent has been withdrawn',
      text: 'A patient has withdrawn a consent. Coming appointments of the case are cancelled, the clinic no longer sees it, and the referral’s text and attachments are erased. If you hold a copy that rests on the consent alone, erase it too. Log in to see what has changed:',
    },
    'referral-erased': {
      subject: 'A referral has been erased',
      text: 'A referral has been erased because its consent was withdrawn, or because the insurer no longer uses Klinikbro. If you hold a copy that rests on the consent alone, erase it too. Log in to see what has changed:',
    },
    'rights-request': {
      subject: 'A request about personal data is waiting',
      text: 'Somebody has made a request about their personal data. There is a deadline for the answer. Log in to read the request:',
    },
    'rights-notice': {
      subject: 'Information has been corrected or restricted',
      text: 'Information that you have received about a patient has been corrected, restricted or is to be erased. Log in to see what applies:',
    },
    'hold-review': {
      subject: 'A hold is to be looked at again',
      text: 'A case of yours is held back from erasure, and the day has come to see whether the reason is still there. Log in to keep or lift the hold:',
    },
    'hold-left-behind': {
      subject: 'A hold of an insurer without an agreement is to be looked at',
      text: 'An insurer whose agreement has ended has held a case back from erasure, and the day has come to see whether the reason is still there. The insurer can no longer log in. Log in and find the hold under Privacy to keep or lift it:',
    },
    'journal-offered': {
      subject: 'A journal is to be taken over',
      text: 'A case of yours is to be erased, and you must first take over what you have written in it. The case stays until you have confirmed receipt. Log in to fetch the journal:',
    },
    'clinic-left': {
      subject: 'A place of treatment no longer uses the service',
      text: 'A place of treatment that you have given cases to no longer uses Klinikbro. Coming appointments there are cancelled, and the patients are told. Log in to see your cases; those approved for that place alone need another:',
    },
    'journals-waiting': {
      subject: 'The agreement has ended: fetch your journals',
      text: 'The agreement about Klinikbro has ended. For three more months an administrator can log in, only to fetch what you have written and to confirm it:',
    },
  },
)

export const calendarTexts = texts(
  { summary: 'Aftale via Klinikbro', description: 'Log ind for at se adressen, flytte eller aflyse.' },
  { summary: 'Appointment through Klinikbro', description: 'Log in to see the address, or to move or cancel.' },
)

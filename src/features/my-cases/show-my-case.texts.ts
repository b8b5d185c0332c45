import { texts } from '#kernel/language.ts'

const sessions = (n: number) => (n === 1 ? '1 behandling' : `${n} behandlinger`)
const sessionsEnglish = (n: number) => (n === 1 ? '1 session' : `${n} sessions`)

export const showMyCaseNotices = texts(
  {
    withdrawn: 'Dit samtykke er trukket tilbage. Klinikken kan ikke længere se sagen, og henvisningen er slettet.',
    'withdrawn-held':
      'Dit samtykke er trukket tilbage. Klinikken kan ikke længere se sagen. Henvisningen kan ikke slettes endnu.',
    'nothing-to-withdraw': 'Der var ikke noget samtykke at trække tilbage.',
  },
  {
    withdrawn: 'Your consent is withdrawn. The clinic can no longer see the case, and the referral is erased.',
    'withdrawn-held':
      'Your consent is withdrawn. The clinic can no longer see the case. The referral cannot be erased yet.',
    'nothing-to-withdraw': 'There was no consent to withdraw.',
  },
)

export const showMyCaseTexts = texts(
  {
    back: 'Mine sager',
    meterLabel: 'Behandlinger:',
    meter: (used: number, booked: number, approved: number) => `${used} brugt og ${booked} booket af ${approved}`,
    findTime: 'Find en tid',
    coming: 'Dine tider',
    noneComing: 'Du har ingen kommende tider.',
    clinicLeft: (clinic: string) => `${clinic} bruger ikke længere Klinikbro`,
    clinicLeftText:
      'Din tid der er aflyst. Du har ikke mistet nogen behandling. Find en tid på en anden klinik; er der ingen at vælge, så ring til dit forsikringsselskab, som kan godkende en anden.',
    seeTime: 'Adresse, flyt eller aflys',
    at: (clinic: string, practitioner: string) => `${clinic} hos ${practitioner}`,
    past: 'Tidligere tider',
    attended: 'overstået',
    missed: 'du kom ikke',
    cancelled: 'aflyst',
    moved: 'flyttet',
    requests: 'Flere behandlinger',
    request: (clinic: string, n: number) => `${clinic} har bedt om ${sessions(n)} mere.`,
    answers: {
      granted: 'Selskabet har sagt ja.',
      refused: 'Selskabet har sagt nej.',
      none: 'Selskabet har ikke svaret endnu.',
    },
    refusal: (reason: string) => `Selskabet skrev til klinikken: »${reason}«`,
    preparation: 'Sådan forbereder du dig',
    written: 'Det har selskabet skrevet om dig',
    writtenLead: (insurer: string) => `Er noget forkert, så kontakt ${insurer}.`,
    writtenErased: (date: string) => `Det blev slettet den ${date}, fordi samtykket blev trukket tilbage.`,
    writtenLeft: (date: string) =>
      `Det blev slettet den ${date}, fordi dit forsikringsselskab ikke længere bruger Klinikbro.`,
    writtenHeld:
      'Samtykket er trukket tilbage. Det er kun gemt, fordi der er en klage, et krav, en åben anmodning eller en begrænsning. Ingen andre end du kan læse det, og det bliver slettet, så snart det er klaret.',
    writtenHeldLeft: (insurer: string) =>
      `${insurer} bruger ikke længere Klinikbro. Det er kun gemt, fordi der er en klage, et krav, en åben anmodning eller en begrænsning. Ingen andre end du kan læse det, og det bliver slettet, så snart det er klaret.`,
    attachments: (n: number) => (n === 1 ? 'Der ligger også 1 bilag i sagen:' : `Der ligger også ${n} bilag i sagen:`),
    privacy: 'Hvem kender til sagen',
    consentLive: (date: string) =>
      `Du gav samtykke den ${date}. Klinikken, du vælger, får de oplysninger, behandlingen kræver.`,
    consentWithdrawn: (date: string) => `Samtykket blev trukket tilbage den ${date}. Ingen klinik kan se sagen.`,
    consentWords: 'Læs, hvad du sagde ja til',
    consentNone: 'Selskabet har ikke noteret et samtykke. Ingen klinik kan se sagen.',
    knownBy: 'Se, hvem der ved hvad og hvorfor',
    withdraw: 'Træk dit samtykke tilbage',
    insurer: 'Spørgsmål til sagen',
    insurerText: (insurer: string, number: string) => `Kontakt ${insurer}. Oplys sagsnummer ${number}.`,
    phone: 'Telefon',
    email: 'E-mail',
  },
  {
    back: 'My cases',
    meterLabel: 'Sessions:',
    meter: (used: number, booked: number, approved: number) => `${used} used and ${booked} booked of ${approved}`,
    findTime: 'Find a time',
    coming: 'Your appointments',
    noneComing: 'You have no coming appointments.',
    clinicLeft: (clinic: string) => `${clinic} no longer uses Klinikbro`,
    clinicLeftText:
      'Your appointment there is cancelled. You have lost no session. Find a time at another clinic; if there is none to choose, call your insurer, who can approve another.',
    seeTime: 'Address, move or cancel',
    at: (clinic: string, practitioner: string) => `${clinic} with ${practitioner}`,
    past: 'Earlier appointments',
    attended: 'over',
    missed: 'you did not come',
    cancelled: 'cancelled',
    moved: 'moved',
    requests: 'More sessions',
    request: (clinic: string, n: number) => `${clinic} has asked for ${sessionsEnglish(n)} more.`,
    answers: {
      granted: 'The insurer has said yes.',
      refused: 'The insurer has said no.',
      none: 'The insurer has not answered yet.',
    },
    refusal: (reason: string) => `The insurer wrote to the clinic: “${reason}”`,
    preparation: 'How to prepare',
    written: 'What the insurer has written about you',
    writtenLead: (insurer: string) => `If something is wrong, contact ${insurer}.`,
    writtenErased: (date: string) => `It was erased on ${date} because the consent was withdrawn.`,
    writtenLeft: (date: string) => `It was erased on ${date} because your insurer no longer uses Klinikbro.`,
    writtenHeld:
      'The consent is withdrawn. This is only stored because of a complaint, a claim, an open request or a restriction. Nobody but you can read it, and it is erased as soon as that is settled.',
    writtenHeldLeft: (insurer: string) =>
      `${insurer} no longer uses Klinikbro. This is only stored because of a complaint, a claim, an open request or a restriction. Nobody but you can read it, and it is erased as soon as that is settled.`,
    attachments: (n: number) => (n === 1 ? 'The case also has 1 attachment:' : `The case also has ${n} attachments:`),
    privacy: 'Who knows of the case',
    consentLive: (date: string) =>
      `You gave consent on ${date}. The clinic that you choose receives the information that the treatment calls for.`,
    consentWithdrawn: (date: string) => `The consent was withdrawn on ${date}. No clinic can see the case.`,
    consentWords: 'Read what you agreed to',
    consentNone: 'The insurer has not noted a consent. No clinic can see the case.',
    knownBy: 'See who knows what, and why',
    withdraw: 'Withdraw your consent',
    insurer: 'Questions about the case',
    insurerText: (insurer: string, number: string) => `Contact ${insurer}. Give them case number ${number}.`,
    phone: 'Phone',
    email: 'E-mail',
  },
)

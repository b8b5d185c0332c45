import { texts } from '#kernel/language.ts'

export const showWhoKnowsTexts = texts(
  {
    title: 'Hvem ved hvad om dig',
    lead: (treatment: string) => `I sagen om ${treatment}.`,
    back: 'Tilbage til sagen',
    told: 'Hvem har fået dine oplysninger',
    insurer: (name: string) =>
      `${name} har oprettet sagen og kender det, de selv har skrevet, og dine tider. Selskabet ser ikke klinikkens notater.`,
    insurerLeft: (name: string) =>
      `${name} oprettede sagen, men bruger ikke længere Klinikbro og kan hverken se dine tider eller andet i sagen.`,
    insurerAfter: (name: string) =>
      `${name} har oprettet sagen og kender dine tider og det, der er godkendt. Det, de har skrevet til klinikken, kan de ikke længere se. Selskabet ser ikke klinikkens notater.`,
    toClinic: (date: string) => `Klinikken fik den ${date}:`,
    toClinicWhy: 'Det var for at kunne behandle dig, og fordi du har givet samtykke.',
    seesNow: 'Klinikken kan se det nu.',
    sawThen: 'Klinikken kan ikke længere se det her.',
    toInsurer: (clinic: string, insurer: string, date: string, fields: string) =>
      `${clinic} gav den ${date} ${insurer} ${fields}.`,
    toAuthority: (by: string, date: string) => `Myndigheden fik den ${date} fra ${by}:`,
    toAuthorityWhy: (law: string) =>
      `Det skete, fordi en lov kræver det: ${law}. Dit samtykke er ikke nødvendigt til det.`,
    toAuthorityMore: 'Se hvorfor, og hvad der blev givet',
    fields: {
      contact: 'dit navn, og hvordan du kan kontaktes',
      cpr: 'dit CPR-nummer',
      approval: 'hvad der er godkendt',
      attachments: 'bilag, hvis der er nogen',
      'session-request': 'et ønske om flere behandlinger',
      outcome: 'besked om, hvordan forløbet endte',
    },
    aboutHealth: (labels: string) => `det, selskabet har skrevet om: ${labels}`,
    nobody: 'Ingen klinik har fået oplysninger fra sagen.',
    looks: 'Hvem har brugt dine oplysninger',
    looksLead: 'Her står hver gang, nogen har brugt dem. Det, du selv har set på, er ikke med.',
    touched: (data: string) => `Brugt: ${data}.`,
    yourself: 'Du selv',
    system: 'Klinikbro, automatisk',
    empty: 'Der er ikke noget at vise endnu.',
    noNames: 'Hvorfor står der ikke navne?',
    noNamesText:
      'Du kan se, hvilken organisation det var, hvornår og hvorfor. Den enkelte medarbejders navn viser vi ikke af hensyn til medarbejderen. Har du brug for det for at bruge dine rettigheder, kan du spørge organisationen.',
    complain: 'Ser noget forkert ud?',
    complainInsurer: (insurer: string) =>
      `Skriv eller ring til ${insurer} eller til klinikken. De er ansvarlige for dine oplysninger og skal svare dig inden en måned.`,
    complainUs: (email: string) => `Du kan også skrive til os på ${email}. Så undersøger vi, hvad der er sket.`,
    complainAuthority: 'Du kan altid klage til Datatilsynet:',
    rights: 'Læs om dine rettigheder',
  },
  {
    title: 'Who knows what about you',
    lead: (treatment: string) => `In the case about ${treatment}.`,
    back: 'Back to the case',
    told: 'Who has received your information',
    insurer: (name: string) =>
      `${name} opened the case and knows what they wrote themselves, and your appointments. The insurer does not see the clinic’s notes.`,
    insurerLeft: (name: string) =>
      `${name} opened the case, but no longer uses Klinikbro and can see neither your appointments nor anything else of it.`,
    insurerAfter: (name: string) =>
      `${name} opened the case and knows your appointments and what is approved. What they wrote to the clinic they can no longer see. The insurer does not see the clinic’s notes.`,
    toClinic: (date: string) => `On ${date} the clinic received:`,
    toClinicWhy: 'It was to be able to treat you, and because you have consented.',
    seesNow: 'The clinic can see it now.',
    sawThen: 'The clinic can no longer see it here.',
    toInsurer: (clinic: string, insurer: string, date: string, fields: string) =>
      `On ${date} ${clinic} gave ${insurer} ${fields}.`,
    toAuthority: (by: string, date: string) => `On ${date} the authority received from ${by}:`,
    toAuthorityWhy: (law: string) =>
      `It happened because a law demands it: ${law}. Your consent is not needed for that.`,
    toAuthorityMore: 'See why, and what was given',
    fields: {
      contact: 'your name, and how to reach you',
      cpr: 'your CPR number',
      approval: 'what is approved',
      attachments: 'attachments, if there are any',
      'session-request': 'a request for more sessions',
      outcome: 'word of how the course ended',
    },
    aboutHealth: (labels: string) => `what the insurer wrote about: ${labels}`,
    nobody: 'No clinic has received information from the case.',
    looks: 'Who has used your information',
    looksLead: 'Each time is listed here. What you looked at yourself is left out.',
    touched: (data: string) => `Used: ${data}.`,
    yourself: 'You',
    system: 'Klinikbro, automatically',
    empty: 'There is nothing to show yet.',
    noNames: 'Why are there no names?',
    noNamesText:
      'You can see which organisation it was, when and why. We do not show the name of the employee, out of regard for the employee. If you need it to exercise your rights, you can ask the organisation.',
    complain: 'Does something look wrong?',
    complainInsurer: (insurer: string) =>
      `Write to or call ${insurer} or the clinic. They are responsible for your information and must answer you within a month.`,
    complainUs: (email: string) => `You can also write to us at ${email}. We will find out what happened.`,
    complainAuthority: 'You can always complain to the Danish Data Protection Agency:',
    rights: 'Read about your rights',
  },
)

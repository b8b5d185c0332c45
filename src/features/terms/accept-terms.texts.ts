import { texts } from '#kernel/language.ts'

export const acceptTermsTexts = texts(
  {
    first: {
      title: 'Før du går videre',
      lead: 'Læs vilkårene for at bruge siden. De er korte. Du skal kun gøre det én gang, og igen hvis noget vigtigt ændrer sig.',
    },
    changed: {
      title: 'Vilkårene er ændret',
      lead: (from: string) => `De nye vilkår gælder fra ${from}. Læs, hvad der er nyt, før du går videre.`,
    },
    news: 'Det er nyt, siden du sagde ja',
    from: (version: string, on: string) => `(version ${version}, fra ${on})`,
    visits: 'Dine kommende tider',
    before: (version: number, on: string) => `Du sagde ja til version ${version} ${on}.`,
    readBefore: 'Læs den igen',
    terms: (version: string) => `Vilkår, version ${version}`,
    accept: 'Ja, jeg accepterer vilkårene',
    information:
      'Privatlivspolitikken skal du ikke sige ja til. Den fortæller, hvad vi gør med dine oplysninger, og hvilke rettigheder du har.',
    privacy: 'Læs privatlivspolitikken',
    otherwise: 'Hvis du ikke vil acceptere',
    patient:
      'Så kan du ikke booke tider her, men du kan stadig se og aflyse dine tider, bruge dine rettigheder og trække dit samtykke tilbage. Ring til dit forsikringsselskab eller klinikken, hvis du vil have hjælp på en anden måde.',
    rights: 'Mine rettigheder',
    staff: 'Så kan du ikke arbejde i systemet. Tal med din administrator.',
    logOut: 'Log ud',
    stale: 'Vilkårene er blevet ændret, mens du læste. Her er de nye. Læs dem, og sig så ja.',
  },
  {
    first: {
      title: 'Before you go on',
      lead: 'Read the terms for using the site. They are short. You only do this once, and again if something important changes.',
    },
    changed: {
      title: 'The terms have changed',
      lead: (from: string) => `The new terms apply from ${from}. Read what is new before you go on.`,
    },
    news: 'What is new since you accepted',
    from: (version: string, on: string) => `(version ${version}, from ${on})`,
    visits: 'Your coming visits',
    before: (version: number, on: string) => `You accepted version ${version} on ${on}.`,
    readBefore: 'Read it again',
    terms: (version: string) => `Terms, version ${version}`,
    accept: 'Yes, I accept the terms',
    information:
      'You need not accept the privacy policy. It tells what we do with your information, and which rights you have.',
    privacy: 'Read the privacy policy',
    otherwise: 'If you do not want to accept',
    patient:
      'Then you cannot book appointments here, but you can still see and cancel your appointments, use your rights and withdraw your consent. Call your insurer or the clinic if you want help in another way.',
    rights: 'My rights',
    staff: 'Then you cannot work in the system. Talk to your administrator.',
    logOut: 'Log out',
    stale: 'The terms were changed while you were reading. Here are the new ones. Read them, and then accept.',
  },
)

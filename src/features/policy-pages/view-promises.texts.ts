import { texts } from '#kernel/language.ts'

export const promisesTexts = texts(
  {
    title: 'Det, vi lover',
    lead: (kept: number, open: number, day: string) =>
      `${kept} ${kept === 1 ? 'løfte' : 'løfter'} er holdt, og ${open} er vi ikke færdige med. Sådan så det ud, da alt sidst blev prøvet, ${day}.`,
    meaning:
      'Et løfte er holdt, når systemet selv sørger for det, og når prøver, der kører på systemet, viser det. Et løfte, der kun står på en side, regner vi ikke med.',
    themes: 'Emner',
    kept: 'Holdt',
    open: 'Ikke endnu',
    keptOf: (kept: number, all: number) => `${kept} af ${all} løfter er holdt.`,
    how: (id: string) => `Sådan bliver det holdt. Løftet hedder ${id} hos os.`,
    howFar: (id: string) => `Hvor langt vi er. Løftet hedder ${id} hos os.`,
    rules: 'Reglen, som den står i politikken',
    files: 'Det, der sørger for det, i koden',
    tests: 'Prøver (på engelsk)',
    passed: 'bestået',
    failed: 'fejlet',
    nothing: 'Der er ikke bygget noget til det endnu.',
    none: 'Rapporten er ikke udgivet endnu',
    noneText: 'Den kommer her, når alle prøver har kørt. Det, der gælder, kan du læse i privatlivspolitikken.',
    back: 'Sådan behandler vi dine oplysninger',
  },
  {
    title: 'What we promise',
    lead: (kept: number, open: number, day: string) =>
      `${kept} ${kept === 1 ? 'promise is' : 'promises are'} kept, and ${open} we have not finished. This is how it was when everything was last tested, ${day}.`,
    meaning:
      'A promise is kept when the system itself sees to it, and when tests that run on the system show it. A promise that only stands on a page does not count.',
    themes: 'Themes',
    kept: 'Kept',
    open: 'Not yet',
    keptOf: (kept: number, all: number) => `${kept} of ${all} promises are kept.`,
    how: (id: string) => `How it is kept. We call this promise ${id}.`,
    howFar: (id: string) => `How far we are. We call this promise ${id}.`,
    rules: 'The rule as it stands in the policy',
    files: 'What sees to it, in the code',
    tests: 'Tests',
    passed: 'passed',
    failed: 'failed',
    nothing: 'Nothing has been built for it yet.',
    none: 'The report is not published yet',
    noneText: 'It comes here once all tests have run. What applies can be read in the privacy policy.',
    back: 'How we process your information',
  },
)

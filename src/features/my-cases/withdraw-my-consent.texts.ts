import { texts } from '#kernel/language.ts'

const list = (items: readonly string[], and: string) =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`

export const withdrawTexts = texts(
  {
    title: 'Træk dit samtykke tilbage',
    lead: (treatment: string, insurer: string) =>
      `Det gælder sagen om ${treatment} fra ${insurer}. Læs først, hvad der sker:`,
    back: 'Tilbage til sagen',
    happens: 'Det sker med det samme',
    losesSight: (clinics: readonly string[]) =>
      clinics.length === 0
        ? 'Ingen klinik kan få dine oplysninger fra sagen.'
        : `${list(clinics, 'og')} kan ikke længere se sagen her.`,
    released: (n: number) => (n === 1 ? 'Din kommende tid bliver aflyst:' : `Dine ${n} kommende tider bliver aflyst:`),
    noneReleased: 'Du har ingen kommende tider, som bliver aflyst.',
    erased: (insurer: string) =>
      `Det, ${insurer} har skrevet til klinikken om dig, og bilagene bliver slettet. Det kan ikke hentes tilbage.`,
    copyFirst: 'Hent en kopi først, hvis du vil have den',
    sessions: 'Du mister ingen godkendte behandlinger, men du kan ikke booke, før der er et nyt samtykke.',
    told: 'Dit forsikringsselskab og klinikken får besked.',
    stays: 'Det bliver ikke ændret',
    heldForNow: (insurer: string) =>
      `Det, ${insurer} har skrevet til klinikken om dig, og bilagene kan ikke slettes endnu, fordi der er en klage, et krav eller en åben anmodning. Ingen andre end du kan læse det. Det bliver slettet, så snart det er klaret.`,
    journal:
      'Har klinikken skrevet journal om dig, beholder den journalen og det, den har modtaget. Det skal den efter loven.',
    caseStays: 'Selskabet kan stadig se, hvem du er, og hvad der er godkendt. Det følger af din forsikring.',
    ifYouRegret: 'Hvis du fortryder',
    again: (insurer: string) =>
      `Du kan give samtykke igen ved at kontakte ${insurer}. Så skal henvisningen skrives på ny.`,
    confirm: 'Træk samtykket tilbage',
    keep: 'Behold samtykket',
    nothing: 'Der er ikke noget samtykke at trække tilbage.',
  },
  {
    title: 'Withdraw your consent',
    lead: (treatment: string, insurer: string) =>
      `This is about the case about ${treatment} from ${insurer}. Please read first what happens:`,
    back: 'Back to the case',
    happens: 'This happens at once',
    losesSight: (clinics: readonly string[]) =>
      clinics.length === 0
        ? 'No clinic can receive your information from the case.'
        : `${list(clinics, 'and')} can no longer see the case here.`,
    released: (n: number) =>
      n === 1 ? 'Your coming appointment is cancelled:' : `Your ${n} coming appointments are cancelled:`,
    noneReleased: 'You have no coming appointments to be cancelled.',
    erased: (insurer: string) =>
      `What ${insurer} has written to the clinic about you and the attachments are erased. They cannot be brought back.`,
    copyFirst: 'Download a copy first if you want one',
    sessions: 'You lose no approved sessions, but you cannot book until there is a new consent.',
    told: 'Your insurer and the clinic are told.',
    stays: 'This stays as it is',
    heldForNow: (insurer: string) =>
      `What ${insurer} has written to the clinic about you and the attachments cannot be erased yet, because of a complaint, a claim or an open request. Nobody but you can read them. They are erased as soon as that is settled.`,
    journal:
      'If the clinic has written records about you, it keeps them, with what it has received. The law demands it.',
    caseStays: 'The insurer can still see who you are and what is approved. That follows from your insurance.',
    ifYouRegret: 'If you change your mind',
    again: (insurer: string) =>
      `You can consent again by contacting ${insurer}. The referral must then be written anew.`,
    confirm: 'Withdraw the consent',
    keep: 'Keep the consent',
    nothing: 'There is no consent to withdraw.',
  },
)

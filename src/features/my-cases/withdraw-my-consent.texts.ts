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
    sessions: 'Du mister ingen godkendte behandlinger, men du kan ikke booke, før der er et nyt samtykke.',
    told: 'Dit forsikringsselskab og klinikken får besked.',
    stays: 'Det bliver ikke ændret',
    journal: 'Klinikken beholder sin egen journal om behandling, du allerede har fået. Det skal den efter loven.',
    again: (insurer: string) => `Fortryder du, kan du give samtykke igen ved at kontakte ${insurer}.`,
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
    sessions: 'You lose no approved sessions, but you cannot book until there is a new consent.',
    told: 'Your insurer and the clinic are told.',
    stays: 'This stays as it is',
    journal: 'The clinic keeps its own records of treatment that you have already had. The law demands it.',
    again: (insurer: string) => `If you change your mind, you can consent again by contacting ${insurer}.`,
    confirm: 'Withdraw the consent',
    keep: 'Keep the consent',
    nothing: 'There is no consent to withdraw.',
  },
)

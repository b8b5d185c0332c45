import { texts } from '#kernel/language.ts'

const times = (n: number) => (n === 1 ? '1 kommende tid bliver' : `${n} kommende tider bliver`)
const timesInEnglish = (n: number) => (n === 1 ? '1 coming appointment is' : `${n} coming appointments are`)

export const markConsentTexts = texts(
  {
    title: 'Markér patientens samtykke',
    back: (caseNumber: string) => `Sag ${caseNumber}`,
    lead: 'Når samtykket er markeret, kan patienten booke, og den klinik, der skal behandle, får sagen.',
    oneClinic: (clinic: string) => `${clinic} er den eneste klinik, I har valgt, og får derfor sagen med det samme.`,
    writeAgain: 'Skriv henvisningen igen',
    writeAgainText: 'Den blev slettet, da patienten trak sit samtykke tilbage. Bilag kan lægges ind bagefter.',
    mark: 'Markér samtykket',
  },
  {
    title: 'Mark the patient’s consent',
    back: (caseNumber: string) => `Case ${caseNumber}`,
    lead: 'Once it is marked, the patient can book, and the clinic that is to treat gets the case.',
    oneClinic: (clinic: string) => `${clinic} is the only clinic you have chosen and therefore gets the case at once.`,
    writeAgain: 'Write the referral again',
    writeAgainText: 'It was erased when the patient withdrew the consent. Attachments can be added afterwards.',
    mark: 'Mark the consent',
  },
)

export const withdrawConsentTexts = texts(
  {
    title: 'Træk samtykket tilbage?',
    back: (caseNumber: string) => `Sag ${caseNumber}`,
    lead: 'Gør det kun, når patienten har bedt om det. Det virker med det samme.',
    heading: 'Det sker der',
    losesSight: (clinics: string) => `${clinics} kan ikke længere se sagen.`,
    nobodySees: 'Ingen klinik får sagen.',
    released: (n: number) => `${times(n)} aflyst. Tiden er fri for andre, og behandlingen tæller ikke som brugt.`,
    noneBooked: 'Der er ingen kommende tider at aflyse.',
    erased:
      'Det, I har skrevet til klinikken, og bilagene bliver slettet og kan ikke hentes tilbage. Siger patienten ja igen, skal I skrive det på ny.',
    heldForNow:
      'Det, I har skrevet til klinikken, og bilagene kan ikke slettes endnu, fordi der er en klage, et krav eller en åben anmodning. Kun patienten kan læse dem. De bliver slettet, så snart det er klaret.',
    told: 'Patienten får besked. Der kan først bookes igen, når et nyt samtykke er markeret.',
    journal:
      'En klinik, der har skrevet journal om patienten, skal efter loven beholde den, også det, den har modtaget fra jer.',
    withdraw: 'Træk samtykket tilbage',
    keep: 'Behold samtykket',
  },
  {
    title: 'Withdraw the consent?',
    back: (caseNumber: string) => `Case ${caseNumber}`,
    lead: 'Do this only when the patient has asked for it. It takes effect at once.',
    heading: 'What happens',
    losesSight: (clinics: string) => `${clinics} can no longer see the case.`,
    nobodySees: 'No clinic gets the case.',
    released: (n: number) =>
      `${timesInEnglish(n)} cancelled. The time is free for others, and the session does not count as used.`,
    noneBooked: 'There are no coming appointments to cancel.',
    erased:
      'What you have written to the clinic and the attachments are erased and cannot be brought back. If the patient agrees again, you must write it anew.',
    heldForNow:
      'What you have written to the clinic and the attachments cannot be erased yet, because of a complaint, a claim or an open request. Only the patient can read them. They are erased as soon as that is settled.',
    told: 'The patient is told. Nothing can be booked again until a new consent is marked.',
    journal:
      'A clinic that has written records on the patient must by law keep them, with what it has received from you.',
    withdraw: 'Withdraw the consent',
    keep: 'Keep the consent',
  },
)

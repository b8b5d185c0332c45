import { texts } from '#kernel/language.ts'
import type { FaultKind } from './read-row.ts'

type FaultWords = Readonly<Record<FaultKind, string>> & {
  readonly ofRow: (row: number) => string
  readonly wholeRow: string
}

/** What to do about each kind of fault, as a case handler reads it beside the row and the column. */
export const faultTexts = texts<FaultWords>(
  {
    missing: 'Feltet er tomt. Udfyld det.',
    unreadable: 'Feltet har tegn, der ikke kan læses. Skriv teksten igen.',
    'too-long': 'Teksten er for lang. Gør den kortere.',
    cpr: 'CPR-nummeret skal have ti cifre. Regneark fjerner et nul forrest; sæt det på igen.',
    'cpr-date': 'CPR-nummeret begynder ikke med en dato, der findes.',
    phone: 'Telefonnummeret skal have otte cifre, eller begynde med + og landekode.',
    email: 'Skriv en mailadresse som navn@eksempel.dk.',
    postcode: 'Skriv et dansk postnummer med fire cifre.',
    'unknown-treatment': 'Behandlingen findes ikke. Skriv dens navn, som det står i vejledningen.',
    sessions: 'Skriv et antal behandlinger fra 1 til 99.',
    date: 'Skriv en dato, der findes, som 31.12.2026.',
    'period-backwards': 'Perioden slutter, før den begynder.',
    'period-over': 'Perioden er allerede slut.',
    cvr: 'Skriv “alle” eller klinikkernes CVR-numre med | imellem.',
    'unknown-clinic': 'Ingen klinik hos os har det CVR-nummer.',
    'yes-or-no': 'Skriv ja eller nej.',
    'date-ahead': 'Datoen ligger i fremtiden.',
    means: 'Skriv mundtligt, skriftligt eller digitalt.',
    'consent-contradicts': 'Der står nej, men der er en dato eller måde for samtykke. Ret det ene.',
    'field-required': 'Behandlingen kræver, at feltet er udfyldt.',
    'field-not-asked': 'Behandlingen spørger ikke om feltet. Lad det være tomt.',
    'too-many-cells': 'Rækken har flere felter, end der er overskrifter. Se efter et semikolon for meget.',
    'number-twice': 'Sagsnummeret står også i en tidligere række.',
    'number-taken': 'I har allerede en sag med det nummer.',
    ofRow: (row) => `Sagsnummeret står også i række ${row}.`,
    wholeRow: 'hele rækken',
  },
  {
    missing: 'The field is empty. Fill it in.',
    unreadable: 'The field has characters that cannot be read. Type the text again.',
    'too-long': 'The text is too long. Shorten it.',
    cpr: 'The CPR number must have ten digits. Spreadsheets drop a leading zero; put it back.',
    'cpr-date': 'The CPR number does not begin with a date that exists.',
    phone: 'The phone number must have eight digits, or begin with + and a country code.',
    email: 'Write an e-mail address such as name@example.dk.',
    postcode: 'Write a Danish postcode of four digits.',
    'unknown-treatment': 'There is no such treatment. Write its name as the guide has it.',
    sessions: 'Write a number of sessions from 1 to 99.',
    date: 'Write a date that exists, such as 31.12.2026.',
    'period-backwards': 'The period ends before it begins.',
    'period-over': 'The period is over already.',
    cvr: 'Write “alle” or the clinics’ CVR numbers with | between them.',
    'unknown-clinic': 'No clinic of ours has that CVR number.',
    'yes-or-no': 'Write ja or nej.',
    'date-ahead': 'The date is in the future.',
    means: 'Write mundtligt, skriftligt or digitalt.',
    'consent-contradicts': 'It says nej, but there is a date or means of consent. Correct one of them.',
    'field-required': 'The treatment requires this field.',
    'field-not-asked': 'The treatment does not ask for this field. Leave it empty.',
    'too-many-cells': 'The row has more fields than there are headings. Look for a semicolon too many.',
    'number-twice': 'The case number is also in an earlier row.',
    'number-taken': 'You have a case with that number already.',
    ofRow: (row) => `The case number is also in row ${row}.`,
    wholeRow: 'the whole row',
  },
)

type Told = { readonly problem: FaultKind; readonly otherRow?: number | null | undefined }

export const faultText = (language: 'da' | 'en', { problem, otherRow }: Told): string =>
  problem === 'number-twice' && otherRow ? faultTexts[language].ofRow(otherRow) : faultTexts[language][problem]

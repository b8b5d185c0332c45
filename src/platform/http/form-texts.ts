import { type Texts, texts } from '#kernel/language.ts'

/** What a form says when it cannot use what was typed. Each tells what to do, not what was wrong with the person. */
export const formTexts = {
  missing: texts('Udfyld feltet', 'Fill in this field'),
  missingChoice: texts('Vælg en mulighed', 'Choose an option'),
  missingDate: texts('Indtast en dato', 'Enter a date'),
  missingTime: texts('Indtast et tidspunkt', 'Enter a time'),
  missingFile: texts('Vælg en fil', 'Choose a file'),
  unreadable: texts(
    'Feltet indeholder tegn, vi ikke kan læse. Skriv teksten igen',
    'This field contains characters we cannot read. Type the text again',
  ),
  email: texts('Indtast en e-mailadresse, f.eks. navn@eksempel.dk', 'Enter an email address, e.g. name@example.com'),
  phone: texts('Indtast et telefonnummer med 8 cifre', 'Enter a phone number with 8 digits'),
  cpr: texts('Indtast et CPR-nummer med 10 cifre', 'Enter a CPR number with 10 digits'),
  cprDate: texts(
    'CPR-nummeret begynder ikke med en dato, der findes. Kontrollér, om nummeret er tastet rigtigt',
    'The CPR number does not begin with a date that exists. Check that the number is typed correctly',
  ),
  cvr: texts('Indtast et CVR-nummer med 8 cifre', 'Enter a CVR number with 8 digits'),
  cvrCheck: texts('Kontrollér, om CVR-nummeret er tastet rigtigt', 'Check that the CVR number is typed correctly'),
  postcode: texts('Indtast et postnummer med 4 cifre', 'Enter a postcode with 4 digits'),
  date: texts('Indtast en gyldig dato, f.eks. 26-11-2026', 'Enter a valid date, e.g. 26-11-2026'),
  time: texts('Indtast et gyldigt tidspunkt, f.eks. 14.30', 'Enter a valid time, e.g. 14:30'),
  wholeNumber: texts('Indtast et helt tal', 'Enter a whole number'),
  money: texts('Indtast et beløb, f.eks. 1.234,50', 'Enter an amount, e.g. 1.234,50'),
  choice: texts('Vælg en af mulighederne på listen', 'Choose one of the options in the list'),
  fileName: texts(
    'Filens navn indeholder tegn, vi ikke kan læse. Giv filen et andet navn',
    'The file name contains characters we cannot read. Rename the file',
  ),
} as const

export const tooLong = (max: number): Texts<string> =>
  texts(`Skriv højst ${max} tegn`, `Use ${max} characters or fewer`)

export const tooShort = (min: number): Texts<string> =>
  texts(`Skriv mindst ${min} tegn`, `Use at least ${min} characters`)

export function outsideRange(min: number, max: number): Texts<string> {
  return texts(`Indtast et helt tal fra ${min} til ${max}`, `Enter a whole number from ${min} to ${max}`)
}

export const tooFew = (min: number): Texts<string> =>
  min === 1 ? formTexts.missingChoice : texts(`Vælg mindst ${min}`, `Choose at least ${min}`)

export const fileTooLarge = (size: Texts<string>): Texts<string> =>
  texts(`Filen må højst fylde ${size.da}`, `The file must be at most ${size.en}`)

export const tooManyFiles = (max: number): Texts<string> =>
  texts(`Vælg højst ${max} filer`, `Choose at most ${max} files`)

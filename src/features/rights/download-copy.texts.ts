import { texts } from '#kernel/language.ts'

export const downloadTexts = texts(
  {
    title: 'Mine oplysninger',
    lead: 'Her er alt, hvad der er om dig, fra alle selskaber og klinikker, og hvad det bruges til.',
    back: 'Mine rettigheder',
    file: 'Hent som fil',
    fileText: 'Filen er i formatet JSON, som andre systemer kan læse. Bilagene er med i den.',
    careful: 'Filen indeholder dit CPR-nummer og helbredsoplysninger. Gem den et sted, hvor andre ikke kan se den.',
    data: 'Hvad der er om dig',
    none: 'Ingenting',
    inFile: 'er med i filen',
    meaning: 'Hvad det bruges til',
    who: 'Hvem der er ansvarlig',
    processor: (name: string, email: string) =>
      `${name} driver siden for dem og behandler kun oplysningerne efter deres instruks: ${email}.`,
    source: 'Kommer fra',
    why: 'Grundlag',
    categories: 'Oplysninger',
    shared: 'Deles med',
    kept: 'Slettes',
    duty: 'Loven kræver',
    countries: 'Oplysningerne forlader ikke EU/EØS, og ingen afgørelse om dig træffes alene af en maskine.',
    rights:
      'Du kan få oplysningerne rettet, slettet, begrænset og med dig, gøre indsigelse og trække dit samtykke tilbage.',
  },
  {
    title: 'My information',
    lead: 'Here is everything that is held about you, from all insurers and clinics, and what it is used for.',
    back: 'My rights',
    file: 'Download as a file',
    fileText: 'The file is in the JSON format, which other systems can read. It has the attachments in it.',
    careful: 'The file holds your CPR number and health information. Keep it where others cannot see it.',
    data: 'What is held about you',
    none: 'Nothing',
    inFile: 'is in the file',
    meaning: 'What it is used for',
    who: 'Who is responsible',
    processor: (name: string, email: string) =>
      `${name} runs the site for them and processes the information on their instruction only: ${email}.`,
    source: 'Comes from',
    why: 'Basis',
    categories: 'Information',
    shared: 'Shared with',
    kept: 'Erased',
    duty: 'The law asks',
    countries: 'The information does not leave the EU/EEA, and no decision about you is made by a machine alone.',
    rights:
      'You can have the information corrected, erased, restricted and handed to you, object, and withdraw your consent.',
  },
)

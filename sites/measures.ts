import { texts } from '#kernel/language.ts'
import type { Measure } from '#policy/model.ts'

/** How the data are guarded, in general words (GDPR art. 32); each names the promises that it keeps, and the system enforces those. */
export const measures: readonly Measure[] = [
  {
    heading: texts('Adgang', 'Access'),
    text: texts(
      'Patienter logger ind med MitID. Medarbejdere logger ind med adgangskode og en anden faktor. Hver organisation bestemmer selv, hvem der har adgang, og adgangen ender, i det øjeblik den tages tilbage. Adgangskoder gemmes kun, så de ikke kan læses.',
      'Patients log in with MitID. Staff log in with a password and a second factor. Each organisation decides itself who has access, and access ends in the moment it is taken back. Passwords are only kept in a form that cannot be read.',
    ),
    promises: ['R1.5', 'R2.6', 'T19.6'],
  },
  {
    heading: texts('Kun det nødvendige', 'Only what is needed'),
    text: texts(
      'Hver handling prøves mod denne fortegnelse, før den sker: det, der ikke står her, bliver afvist. Databasen viser desuden hver organisation kun dens egne rækker, og en klinik kun de felter, som behandlingen kræver.',
      'Each act is tried against this record before it is done: what does not stand here is refused. The database besides shows each organisation only its own rows, and a clinic only the fields that the treatment calls for.',
    ),
    promises: ['R1.4', 'R1.6', 'R1.7'],
  },
  {
    heading: texts('Kryptering', 'Encryption'),
    text: texts(
      'Al trafik er krypteret. CPR-nummer, helbred, kontaktoplysninger og fritekst er krypteret felt for felt med en nøgle for hver person. De nøgler, der låser dem op, ligger uden for databasen og skiftes.',
      'All traffic is encrypted. CPR number, health, contact details and free text are encrypted field by field under a key for each person. The keys that open those lie outside the database and are changed.',
    ),
    promises: ['T4.1', 'R1.3'],
  },
  {
    heading: texts('Spor', 'Trail'),
    text: texts(
      'Hver gang nogen ser eller ændrer en patients oplysninger, bliver det skrevet ned, så det ikke kan ændres ubemærket. Patienten kan se det.',
      'Each time somebody sees or changes a patient’s data it is written down so that it cannot be altered unnoticed. The patient can see it.',
    ),
    promises: ['R1.2', 'X2', 'X3'],
  },
  {
    heading: texts('Sletning og sikkerhedskopier', 'Erasure and backups'),
    text: texts(
      'Det, hvis tid er gået, slettes hver nat af sig selv. Når en person slettes, ødelægges personens nøgle. En sikkerhedskopi, der læses ind, sletter igen det, der er slettet siden, før nogen kan bruge den.',
      'What has had its time is erased by itself each night. When a person is erased, the person’s key is destroyed. A backup that is restored erases again what was erased since, before anybody can use it.',
    ),
    promises: ['T20.2', 'X4', 'T6.3'],
  },
  {
    heading: texts('Databehandlere', 'Processors'),
    text: texts(
      'De, der arbejder for os, gør det efter skriftlig aftale og instruks. Systemet starter ikke med en databehandler uden aftale eller uden for EU/EØS.',
      'Those who work for us do so by written agreement and instruction. The system does not start with a processor that has no agreement or is outside the EU/EEA.',
    ),
    promises: ['T4.2', 'T4.3', 'R1.15'],
  },
  {
    heading: texts('Afprøvning', 'Testing'),
    text: texts(
      'Hver ændring af systemet prøves af sig selv mod reglerne her, også med forsøg på at komme uden om dem.',
      'Each change of the system is tested by itself against the rules here, also with attempts to get around them.',
    ),
    promises: ['X1', 'X5'],
  },
]

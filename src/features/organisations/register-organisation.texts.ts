import { texts } from '#kernel/language.ts'

export const registerTexts = texts(
  {
    title: 'Registrér en organisation',
    back: 'Organisationer',
    lead: 'Et forsikringsselskab eller behandlingssted, som har indgået aftale. Den første administrator får en invitation og lukker selv kollegerne ind.',
    kind: 'Hvad er det?',
    name: 'Navn',
    nameHint: 'Som patienterne kender det',
    cvr: 'CVR-nummer',
    email: 'Fælles e-mail',
    phone: 'Telefon',
    placeTitle: 'Adresse, for klinikker og privathospitaler',
    placeLead:
      'Udfyldes ikke for forsikringsselskaber. Patienten ser adressen ved sine ledige tider, og afstanden regnes fra den.',
    street: 'Vej og nummer',
    postcode: 'Postnummer',
    directions: 'Sådan finder patienten derhen',
    directionsHint: 'F.eks. etage, indgang eller parkering',
    administratorTitle: 'Første administrator',
    administratorName: 'Navn',
    administratorEmail: 'Arbejdsmail',
    register: 'Registrér og invitér',
    streetMissing: 'Indtast vej og nummer for klinikken',
    postcodeMissing: 'Indtast klinikkens postnummer',
    postcodeUnknown: 'Postnummeret findes ikke i Danmark',
    known: 'Denne organisation er allerede registreret med samme navn og CVR-nummer',
    addressInUse: 'Adressen er allerede i brug til log-in. Brug en anden',
  },
  {
    title: 'Register an organisation',
    back: 'Organisations',
    lead: 'An insurer or a place of treatment that has made an agreement. The first administrator gets an invitation and lets colleagues in.',
    kind: 'What is it?',
    name: 'Name',
    nameHint: 'As the patients know it',
    cvr: 'Company number (CVR)',
    email: 'Shared e-mail',
    phone: 'Phone',
    placeTitle: 'Address, for clinics and private hospitals',
    placeLead:
      'Not for insurers. The patient sees the address beside the free times, and distances are measured from it.',
    street: 'Street and number',
    postcode: 'Postcode',
    directions: 'How the patient gets there',
    directionsHint: 'E.g. floor, entrance or parking',
    administratorTitle: 'First administrator',
    administratorName: 'Name',
    administratorEmail: 'Work e-mail',
    register: 'Register and invite',
    streetMissing: 'Enter the clinic’s street and number',
    postcodeMissing: 'Enter the clinic’s postcode',
    postcodeUnknown: 'There is no such postcode in Denmark',
    known: 'This organisation is already registered with the same name and company number',
    addressInUse: 'This address is already used for log-in. Use another',
  },
)

/** One message of the form in both languages, as field checks want it. */
export const registerMessage = (key: 'streetMissing' | 'postcodeMissing' | 'postcodeUnknown') =>
  texts(registerTexts.da[key], registerTexts.en[key])

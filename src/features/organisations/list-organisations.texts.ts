import { texts } from '#kernel/language.ts'

export const organisationsTexts = texts(
  {
    title: 'Organisationer',
    lead: (insurers: number, clinics: number) =>
      `${insurers} ${insurers === 1 ? 'forsikringsselskab' : 'forsikringsselskaber'} og ${clinics} ${clinics === 1 ? 'behandlingssted' : 'behandlingssteder'} bruger tjenesten.`,
    register: 'Registrér en organisation',
    caption: 'Registrerede organisationer',
    none: 'Der er ingen organisationer endnu',
    name: 'Navn',
    kind: 'Type',
    kinds: { insurer: 'Forsikringsselskab', clinic: 'Klinik', hospital: 'Privathospital', operator: 'Drift' },
    cvr: 'CVR-nummer',
    town: 'By',
    agreement: 'Aftale',
    running: 'Løber',
    ending: (day: string) => `Slutter ${day}`,
    ended: (day: string) => `Slut ${day}`,
    administrator: 'Første administrator',
    unknown: 'Registreret uden invitation',
  },
  {
    title: 'Organisations',
    lead: (insurers: number, clinics: number) =>
      `${insurers} ${insurers === 1 ? 'insurer' : 'insurers'} and ${clinics} ${clinics === 1 ? 'place of treatment' : 'places of treatment'} use the service.`,
    register: 'Register an organisation',
    caption: 'Registered organisations',
    none: 'There are no organisations yet',
    name: 'Name',
    kind: 'Type',
    kinds: { insurer: 'Insurer', clinic: 'Clinic', hospital: 'Private hospital', operator: 'Operator' },
    cvr: 'Company number',
    town: 'Town',
    agreement: 'Agreement',
    running: 'Running',
    ending: (day: string) => `Ends ${day}`,
    ended: (day: string) => `Ended ${day}`,
    administrator: 'First administrator',
    unknown: 'Registered without invitation',
  },
)

export const organisationsNotices = texts(
  {
    registered: 'Organisationen er registreret, og den første administrator er inviteret',
    resent: 'Invitationen er sendt igen',
    withdrawn: 'Invitationen er trukket tilbage',
  },
  {
    registered: 'The organisation is registered, and its first administrator is invited',
    resent: 'The invitation is sent again',
    withdrawn: 'The invitation is withdrawn',
  },
)

import { texts } from '#kernel/language.ts'

export const homeTexts = texts(
  {
    title: 'Fra godkendelse til behandling uden mail og telefonkø',
    lead: 'Forsikringsselskabet henviser, patienten finder selv en tid, og klinikken ved det, den skal vide. Klinikbro er broen mellem dem.',
    contact: 'Tal med os',
    logIn: 'Log ind',
    points: [
      'Ingen oplysninger når en klinik uden patientens samtykke',
      'Patienten booker selv, døgnet rundt, med MitID',
      'Patienten kan altid se, hvem der ved hvad',
    ],
    what: 'Det gør vi',
    features: {
      referral: {
        title: 'Henvis på et minut',
        text: 'Sagsbehandleren opretter sagen i hånden, fra en fil eller gennem selskabets eget system. Kun de felter, behandlingen kræver, findes på formularen.',
      },
      booking: {
        title: 'Ledige tider, der er ledige',
        text: 'Patienten ser de godkendte klinikkers første ledige tider og afstanden hjemmefra. Tiden holdes, mens man vælger, og kan ikke gå til to.',
      },
      consent: {
        title: 'Samtykke, der virker',
        text: 'Uden markeret samtykke kan databasen ikke give sagen videre. Trækkes samtykket tilbage, lukkes der for klinikken med det samme.',
      },
    },
    step: (number: number) => `Trin ${number}`,
    wayTitle: 'Sådan går en sag',
    way: [
      { title: 'Selskabet godkender', detail: 'Antal behandlinger, periode og hvilke klinikker der kan vælges.' },
      {
        title: 'Patienten samtykker og booker',
        detail: 'Med MitID på telefonen, uden at oprette sig og uden at ringe.',
      },
      { title: 'Klinikken behandler', detail: 'Med lige de oplysninger, der skal til, og en kalender, der passer.' },
      {
        title: 'Selskabet følger med',
        detail: 'Brugte og resterende behandlinger, og ønsket om flere samlet ét sted.',
      },
    ],
    policyTitle: 'Privatlivspolitikken er programmet',
    policyText:
      'Hos os er privatlivspolitikken ikke et dokument ved siden af systemet. De samme regler, som du kan læse, er dem, systemet spørger, før nogen ser eller gør noget. Står det ikke i politikken, kan det ikke lade sig gøre.',
    policyFacts: [
      'CPR-numre og helbredsoplysninger er krypteret under en nøgle for hver person. Slettes nøglen, kan ingen læse dem mere, heller ikke i en sikkerhedskopi.',
      'Hvert opslag skrives i en log, som ingen kan ændre, uden at det opdages. Patienten ser på sin sag, hvem der har fået hvilke oplysninger.',
      'Vi, der driver tjenesten, kan ikke se en eneste sag.',
    ],
    policyLink: 'Læs politikken',
    forTitle: 'Hvem er du?',
    insurers: { title: 'Forsikringsselskab', text: 'Godkend, og følg med i, hvad der bruges.', more: 'For selskaber' },
    clinics: {
      title: 'Klinik eller privathospital',
      text: 'Åbn jeres timer, og få henvisningen med.',
      more: 'For klinikker',
    },
    patients: { title: 'Patient', text: 'Find en tid, og bestem, hvem der må vide hvad.', more: 'For patienter' },
    endTitle: 'Vil du se det i brug?',
    endText: 'Vi viser dig en sag fra godkendelse til sidste behandling på tyve minutter, med opdigtede patienter.',
  },
  {
    title: 'From approval to treatment without mail or phone queues',
    lead: 'The insurer refers, the patient finds a time, and the clinic knows what it needs to know. Klinikbro is the bridge between them.',
    contact: 'Talk to us',
    logIn: 'Log in',
    points: [
      'No information reaches a clinic without the patient’s consent',
      'Patients book by themselves, day and night, with MitID',
      'Patients can always see who knows what',
    ],
    what: 'What we do',
    features: {
      referral: {
        title: 'Refer in a minute',
        text: 'The case handler enters the case by hand, from a file or through the insurer’s own system. Only the fields that the treatment calls for are on the form.',
      },
      booking: {
        title: 'Free times that are free',
        text: 'Patients see the approved clinics’ first free times and how far away they are. The time is held while they choose, and cannot go to two.',
      },
      consent: {
        title: 'Consent that works',
        text: 'Without a consent mark the database cannot pass the case on. When consent is withdrawn, the clinic is shut out at once.',
      },
    },
    step: (number: number) => `Step ${number}`,
    wayTitle: 'The way of a case',
    way: [
      { title: 'The insurer approves', detail: 'How many sessions, for how long and which clinics can be chosen.' },
      {
        title: 'The patient consents and books',
        detail: 'With MitID on the phone, without an account and without calling.',
      },
      { title: 'The clinic treats', detail: 'With just the information it takes, and a calendar that is right.' },
      { title: 'The insurer follows', detail: 'Sessions used and left, and requests for more, in one place.' },
    ],
    policyTitle: 'The privacy policy is the program',
    policyText:
      'With us the privacy policy is not a document beside the system. The same rules that you can read are those that the system asks before anybody sees or does anything. What is not in the policy cannot be done.',
    policyFacts: [
      'CPR numbers and health information are encrypted under a key for each person. Once the key is destroyed, nobody can read them, not even in a backup.',
      'Each look-up is written to a log that nobody can change unnoticed. Patients see on their case who got which information.',
      'We who run the service cannot see a single case.',
    ],
    policyLink: 'Read the policy',
    forTitle: 'Who are you?',
    insurers: { title: 'An insurer', text: 'Approve, and follow what is used.', more: 'For insurers' },
    clinics: {
      title: 'A clinic or private hospital',
      text: 'Open your hours and get the referral too.',
      more: 'For clinics',
    },
    patients: { title: 'A patient', text: 'Find a time and decide who may know what.', more: 'For patients' },
    endTitle: 'Would you like to see it at work?',
    endText: 'We show you a case from approval to the last session in twenty minutes, with invented patients.',
  },
)

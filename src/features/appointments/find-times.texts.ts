import { texts } from '#kernel/language.ts'

export const findTimesTexts = texts(
  {
    title: (treatment: string) => `Ledige tider til ${treatment.toLowerCase()}`,
    titleMove: 'Flyt din tid',
    leadMove: (when: string) => `Din tid ${when} er din, indtil en ny er bekræftet.`,
    left: (left: number, until: string) =>
      left === 1
        ? `Du kan booke 1 behandling mere. Den skal ligge senest den ${until}.`
        : `Du kan booke ${left} behandlinger mere. De skal ligge senest den ${until}.`,
    filters: 'Vælg klinik, dag eller tid på dagen',
    clinic: 'Klinik',
    everyClinic: 'Alle klinikker',
    postcode: 'Dit postnummer',
    postcodeHint: 'Så kan vi vise afstanden',
    km: 'Hvor langt væk?',
    anyDistance: 'Afstanden er lige meget',
    withinKm: (km: string) => `${km} km`,
    part: 'Tid på dagen',
    parts: { '': 'Hele dagen', morning: 'Formiddag', afternoon: 'Eftermiddag', evening: 'Aften (efter kl. 17)' },
    from: 'Fra og med',
    show: 'Vis tider',
    byClinic: 'Efter klinik',
    byDay: 'Efter dag',
    views: 'Vis tiderne',
    first: (when: string, practitioner: string) => `Første ledige tid er ${when} hos ${practitioner}.`,
    away: (distance: string) => `${distance} væk`,
    closeBy: 'under 1 km væk',
    inTown: (town: string) => `i ${town}`,
    choose: (when: string) => `Vælg ${when}`,
    moreHere: 'Se alle tider her',
    pick: 'Vælg en tid. Vi holder den for dig i 5 minutter, mens du bekræfter.',
    pickAt: (clinic: string) => `Vælg en tid hos ${clinic}. Vi holder den for dig i 5 minutter, mens du bekræfter.`,
    more: (day: string) => `Vis flere fra ${day}`,
    unknownPostcode: 'Vi kender ikke postnummeret. Skriv fire cifre, for eksempel 8000.',
    released: 'Tiden er givet fri. Du kan vælge en anden.',
    toCase: 'Til din sag',
    allClinics: 'Vis alle klinikker',
    widen: 'Vis alle tider',
    empty: {
      none: {
        title: 'Der er ingen ledige tider',
        text: 'Klinikkerne har ingen ledige tider i din periode lige nu. Der kommer tider, når andre aflyser. Prøv igen senere, eller ring til klinikken.',
      },
      'none-filtered': {
        title: 'Ingen ledige tider passer til det, du har valgt',
        text: 'Prøv en anden dag, en anden tid på dagen eller en klinik længere væk.',
      },
      'no-clinic': {
        title: 'Ingen klinik tilbyder behandlingen her endnu',
        text: 'Ring til dit forsikringsselskab. De kan godkende en anden klinik.',
      },
      'no-consent': {
        title: 'Du kan ikke booke, for samtykket gælder ikke',
        text: 'Uden dit samtykke må klinikken ikke få dine oplysninger. Ring til dit forsikringsselskab, hvis du vil give det igen.',
      },
      closed: {
        title: 'Dit forløb er afsluttet',
        text: 'Klinikken har afsluttet forløbet. Ring til dit forsikringsselskab, hvis du har brug for mere behandling.',
      },
      'no-approval': {
        title: 'Du har ikke en godkendelse endnu',
        text: 'Dit forsikringsselskab skal godkende behandlingen, før du kan booke. Ring til dem, hvis du venter på den.',
      },
      expired: {
        title: 'Din godkendelse er udløbet',
        text: 'Perioden er slut. Ring til dit forsikringsselskab, hvis du stadig har brug for behandling.',
      },
      'no-sessions': {
        title: 'Alle dine godkendte behandlinger er booket eller brugt',
        text: 'Har du brug for flere, kan klinikken bede dit forsikringsselskab om det. Du kan også aflyse en tid og vælge en anden.',
      },
      late: {
        title: 'Det er for sent at flytte tiden her',
        text: 'Fristen er overskredet. Ring til klinikken, hvis du ikke kan komme.',
      },
    },
  },
  {
    title: (treatment: string) => `Free times for ${treatment.toLowerCase()}`,
    titleMove: 'Move your appointment',
    leadMove: (when: string) => `Your appointment on ${when} is yours until a new one is confirmed.`,
    left: (left: number, until: string) =>
      left === 1
        ? `You can book 1 more session. It must take place by ${until}.`
        : `You can book ${left} more sessions. They must take place by ${until}.`,
    filters: 'Choose clinic, day or time of day',
    clinic: 'Clinic',
    everyClinic: 'All clinics',
    postcode: 'Your postcode',
    postcodeHint: 'So that we can show the distance',
    km: 'How far away?',
    anyDistance: 'Distance does not matter',
    withinKm: (km: string) => `${km} km`,
    part: 'Time of day',
    parts: { '': 'All day', morning: 'Morning', afternoon: 'Afternoon', evening: 'Evening (after 17:00)' },
    from: 'From',
    show: 'Show times',
    byClinic: 'By clinic',
    byDay: 'By day',
    views: 'Show the times',
    first: (when: string, practitioner: string) => `The first free time is ${when} with ${practitioner}.`,
    away: (distance: string) => `${distance} away`,
    closeBy: 'less than 1 km away',
    inTown: (town: string) => `in ${town}`,
    choose: (when: string) => `Choose ${when}`,
    moreHere: 'See all times here',
    pick: 'Choose a time. We hold it for you for 5 minutes while you confirm.',
    pickAt: (clinic: string) => `Choose a time at ${clinic}. We hold it for you for 5 minutes while you confirm.`,
    more: (day: string) => `Show more from ${day}`,
    unknownPostcode: 'We do not know the postcode. Write four digits, for example 8000.',
    released: 'The time has been released. You can choose another.',
    toCase: 'To your case',
    allClinics: 'Show all clinics',
    widen: 'Show all times',
    empty: {
      none: {
        title: 'There are no free times',
        text: 'The clinics have no free times in your period right now. Times come up when others cancel. Try again later, or call the clinic.',
      },
      'none-filtered': {
        title: 'No free times match what you have chosen',
        text: 'Try another day, another time of day or a clinic further away.',
      },
      'no-clinic': {
        title: 'No clinic offers the treatment here yet',
        text: 'Call your insurer. They can approve another clinic.',
      },
      'no-consent': {
        title: 'You cannot book, because the consent is not in force',
        text: 'Without your consent the clinic may not receive your information. Call your insurer if you want to give it again.',
      },
      closed: {
        title: 'Your course has ended',
        text: 'The clinic has ended the course. Call your insurer if you need more treatment.',
      },
      'no-approval': {
        title: 'You have no approval yet',
        text: 'Your insurer must approve the treatment before you can book. Call them if you are waiting for it.',
      },
      expired: {
        title: 'Your approval has expired',
        text: 'The period is over. Call your insurer if you still need treatment.',
      },
      'no-sessions': {
        title: 'All your approved sessions are booked or used',
        text: 'If you need more, the clinic can ask your insurer. You can also cancel an appointment and choose another.',
      },
      late: {
        title: 'It is too late to move the appointment here',
        text: 'The deadline has passed. Call the clinic if you cannot come.',
      },
    },
  },
)

export type EmptyReason = keyof typeof findTimesTexts.da.empty

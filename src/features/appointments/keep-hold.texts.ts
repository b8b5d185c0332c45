import { texts } from '#kernel/language.ts'

export const holdTexts = texts(
  {
    title: 'Bekræft din tid',
    titleMove: 'Bekræft, at tiden flyttes',
    lead: 'Tiden er ikke booket endnu. Vi holder den for dig, mens du ser efter, at den passer.',
    leadMove: (old: string) => `Din tid ${old} bliver flyttet hertil. Den gamle tid er din, indtil du bekræfter.`,
    left: 'Vi holder tiden i',
    what: 'Behandling',
    when: 'Tid',
    where: 'Sted',
    whom: 'Behandler',
    preparation: 'Forberedelse',
    change: 'Vælg en anden',
    minutes: (duration: string) => `Det varer ${duration}.`,
    shared: (clinic: string) =>
      `Når du bekræfter, får ${clinic} de oplysninger, som behandlingen kræver, fra dit forsikringsselskab.`,
    terms: (hours: number) =>
      `Du kan flytte eller aflyse indtil ${hours} timer før. Aflyser du senere, er behandlingen brugt.`,
    confirm: 'Bekræft og book',
    confirmMove: 'Bekræft og flyt',
    renew: 'Jeg skal bruge 5 minutter mere',
    release: 'Giv tiden fri',
    renewed: 'Vi holder tiden i fem minutter mere.',
    notRenewed: 'Vi kan ikke holde tiden længere. Bekræft den nu, eller vælg en anden.',
  },
  {
    title: 'Confirm your appointment',
    titleMove: 'Confirm that the appointment is moved',
    lead: 'The time is not booked yet. We hold it for you while you check that it suits you.',
    leadMove: (old: string) =>
      `Your appointment on ${old} will be moved here. The old time is yours until you confirm.`,
    left: 'We hold the time for',
    what: 'Treatment',
    when: 'Time',
    where: 'Place',
    whom: 'Practitioner',
    preparation: 'Preparation',
    change: 'Choose another',
    minutes: (duration: string) => `It takes ${duration}.`,
    shared: (clinic: string) =>
      `When you confirm, ${clinic} receives from your insurer the information that the treatment calls for.`,
    terms: (hours: number) =>
      `You can move or cancel until ${hours} hours before. If you cancel later, the session is used.`,
    confirm: 'Confirm and book',
    confirmMove: 'Confirm and move',
    renew: 'I need 5 more minutes',
    release: 'Release the time',
    renewed: 'We hold the time for five more minutes.',
    notRenewed: 'We cannot hold the time any longer. Confirm it now, or choose another.',
  },
)

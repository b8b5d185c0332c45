import { texts } from '#kernel/language.ts'
import type { RefusalReason } from './appointments.ts'

type Said = { readonly title: string; readonly text: string }

/** Why a time could not be had, and what to do. */
export const refusalTexts = texts<Readonly<Record<RefusalReason, Said>>>(
  {
    taken: {
      title: 'Tiden er lige blevet taget',
      text: 'En anden nåede det før dig. Vælg en af de nærmeste ledige tider.',
    },
    'no-room': {
      title: 'Klinikken har ikke et ledigt lokale på det tidspunkt',
      text: 'Behandleren er ledig, men alle lokaler er i brug. Vælg en af de nærmeste ledige tider.',
    },
    'patient-busy': {
      title: 'Du har allerede en tid, der overlapper',
      text: 'Du kan ikke være to steder på én gang. Vælg en anden tid, eller flyt den, du har.',
    },
    'too-soon': {
      title: 'Tiden begynder for snart',
      text: 'En tid skal bookes mindst en time før. Vælg en senere tid.',
    },
    'too-late': {
      title: 'Det er for sent at flytte tiden her',
      text: 'Fristen er overskredet. Ring til klinikken, hvis du ikke kan komme.',
    },
    'no-consent': {
      title: 'Dit samtykke er trukket tilbage',
      text: 'Uden samtykke må klinikken ikke få dine oplysninger, og du kan ikke booke. Ring til dit forsikringsselskab, hvis du har ombestemt dig.',
    },
    'course-closed': {
      title: 'Dit forløb er afsluttet',
      text: 'Klinikken har afsluttet forløbet, så der kan ikke bookes flere tider. Ring til dit forsikringsselskab, hvis du har brug for mere behandling. Nummeret står på din sag.',
    },
    'not-approved-clinic': {
      title: 'Klinikken er ikke med i din godkendelse',
      text: 'Dit forsikringsselskab har godkendt andre klinikker. Vælg en tid hos en af dem.',
    },
    'outside-approval': {
      title: 'Dagen ligger uden for din godkendelse',
      text: 'Vælg en dag, mens godkendelsen gælder, eller ring til dit forsikringsselskab.',
    },
    'no-sessions-left': {
      title: 'Alle dine godkendte behandlinger er booket eller brugt',
      text: 'Aflys en tid, hvis du hellere vil have en anden. Har du brug for flere, kan klinikken bede dit forsikringsselskab om det.',
    },
    'hold-expired': {
      title: 'Vi holder ikke længere tiden for dig',
      text: 'Der gik for længe. Tiden kan stadig være ledig; vælg den igen, eller tag en af de nærmeste.',
    },
    'already-changed': {
      title: 'Tiden er allerede flyttet eller aflyst',
      text: 'Se på din sag, hvilke tider du har nu.',
    },
    'same-time': {
      title: 'Det er den tid, du har nu',
      text: 'Du beholder den. Vil du hellere have en anden, så vælg en af de nærmeste ledige tider.',
    },
  },
  {
    taken: {
      title: 'The time has just been taken',
      text: 'Somebody was there before you. Choose one of the nearest free times.',
    },
    'no-room': {
      title: 'The clinic has no free room at that time',
      text: 'The practitioner is free, but all rooms are in use. Choose one of the nearest free times.',
    },
    'patient-busy': {
      title: 'You already have an appointment that overlaps',
      text: 'You cannot be in two places at once. Choose another time, or move the one you have.',
    },
    'too-soon': { title: 'The time begins too soon', text: 'Book at least an hour ahead. Choose a later time.' },
    'too-late': {
      title: 'It is too late to move the appointment here',
      text: 'The deadline has passed. Call the clinic if you cannot come.',
    },
    'no-consent': {
      title: 'Your consent has been withdrawn',
      text: 'Without consent the clinic may not receive your information, and you cannot book. Call your insurer if you have changed your mind.',
    },
    'course-closed': {
      title: 'Your course has ended',
      text: 'The clinic has ended the course, so no more times can be booked. Call your insurer if you need more treatment. The number is on your case.',
    },
    'not-approved-clinic': {
      title: 'The clinic is not part of your approval',
      text: 'Your insurer has approved other clinics. Choose a time at one of them.',
    },
    'outside-approval': {
      title: 'The day lies outside your approval',
      text: 'Choose a day while the approval is valid, or call your insurer.',
    },
    'no-sessions-left': {
      title: 'All your approved sessions are booked or used',
      text: 'Cancel an appointment if you would rather have another. If you need more, the clinic can ask your insurer.',
    },
    'hold-expired': {
      title: 'We no longer hold the time for you',
      text: 'Too long went by. The time may still be free; choose it again, or take one of the nearest.',
    },
    'already-changed': {
      title: 'The appointment has already been moved or cancelled',
      text: 'See on your case which appointments you have now.',
    },
    'same-time': {
      title: 'That is the time you have now',
      text: 'You keep it. If you would rather have another, choose one of the nearest free times.',
    },
  },
)

export const timeTexts = texts(
  {
    nearest: 'Nærmeste ledige tider',
    moreTimes: 'Se alle ledige tider',
    toCase: 'Til din sag',
    steps: ['Find en tid', 'Bekræft', 'Booket'],
    byWhom: (name: string) => `hos ${name}`,
  },
  {
    nearest: 'Nearest free times',
    moreTimes: 'See all free times',
    toCase: 'To your case',
    steps: ['Find a time', 'Confirm', 'Booked'],
    byWhom: (name: string) => `with ${name}`,
  },
)

import type { RefusalReason } from '#features/appointments/index.ts'
import { type Texts, texts } from '#kernel/language.ts'

export const chooseTimeTexts = texts(
  {
    bookTitle: (name: string) => `Book en tid til ${name}`,
    moveTitle: (name: string) => `Flyt tiden for ${name}`,
    nowAt: (when: string, practitioner: string) => `Tiden er nu ${when} hos ${practitioner}.`,
    toCase: 'Tilbage til sagen',
    toAppointment: 'Tilbage til tiden',
    times: 'Ledige tider',
    week: (number: number) => `Ledige tider i uge ${number}`,
    previousWeek: 'Forrige uge',
    nextWeek: 'Næste uge',
    weeksAround: 'Andre uger',
    everybody: 'Alle behandlere',
    whose: 'Hos hvem',
    book: 'Book tiden',
    move: 'Flyt til tiden',
    told: 'Patienten får besked på mail og sms.',
    none: 'Ingen ledige tider i den uge',
    noneText: 'Prøv en anden uge eller en anden behandler.',
    cannot: 'Der kan ikke bookes',
    noSessions:
      'Der er ingen godkendte behandlinger tilbage, eller godkendelsen er udløbet. I kan bede selskabet om flere.',
    ask: 'Bed om flere behandlinger',
    closed: 'Forløbet er afsluttet, så der kan ikke bookes flere tider på det.',
    begun: 'Tiden er begyndt, aflyst eller flyttet, så den kan ikke flyttes.',
    late: 'Det er efter fristen for at flytte',
    lateText:
      'Skriv hvorfor. Begrundelsen gemmes sammen med flytningen. Patienten kan få den at se, selskabet kan ikke.',
    reason: 'Begrundelse',
    reasonMissing: 'Skriv hvorfor tiden flyttes efter fristen',
    chooseTime: 'Vælg en tid',
    nearest: 'Nærmeste ledige tider hos jer',
    otherTimes: 'Se alle ledige tider',
  },
  {
    bookTitle: (name) => `Book an appointment for ${name}`,
    moveTitle: (name) => `Move the appointment of ${name}`,
    nowAt: (when, practitioner) => `The appointment is now ${when} with ${practitioner}.`,
    toCase: 'Back to the case',
    toAppointment: 'Back to the appointment',
    times: 'Free times',
    week: (number) => `Free times in week ${number}`,
    previousWeek: 'Previous week',
    nextWeek: 'Next week',
    weeksAround: 'Other weeks',
    everybody: 'All practitioners',
    whose: 'With whom',
    book: 'Book the time',
    move: 'Move to the time',
    told: 'The patient is told by e-mail and text message.',
    none: 'No free times that week',
    noneText: 'Try another week or another practitioner.',
    cannot: 'Nothing can be booked',
    noSessions: 'No approved sessions are left, or the approval has run out. You can ask the insurer for more.',
    ask: 'Ask for further sessions',
    closed: 'The course is closed, so no more appointments can be booked on it.',
    begun: 'The appointment has begun, or is cancelled or moved, so it cannot be moved.',
    late: 'It is after the deadline for moving',
    lateText: 'Write why. The reason is kept with the move. The patient can ask to see it, the insurer cannot.',
    reason: 'Reason',
    reasonMissing: 'Write why the appointment is moved after the deadline',
    chooseTime: 'Choose a time',
    nearest: 'Nearest free times with you',
    otherTimes: 'See all free times',
  },
)

type Said = { readonly title: string; readonly text: string }

const gone = texts<Said>(
  { title: 'Tiden er lige blevet taget', text: 'En anden nåede det først. Vælg en anden tid.' },
  { title: 'The time has just been taken', text: 'Somebody was there first. Choose another time.' },
)

/** Why a time could not be had, as the clinic is told. */
export const staffRefusals: Readonly<Record<RefusalReason, Texts<Said>>> = {
  taken: gone,
  'hold-expired': gone,
  'no-room': texts(
    { title: 'Der er ikke et ledigt lokale', text: 'Behandleren er ledig, men alle lokaler af den slags er i brug.' },
    { title: 'There is no free room', text: 'The practitioner is free, but all rooms of that kind are in use.' },
  ),
  'patient-busy': texts(
    {
      title: 'Patienten er optaget på det tidspunkt',
      text: 'Patienten har en anden tid, der overlapper, måske et andet sted.',
    },
    {
      title: 'The patient is busy at that time',
      text: 'The patient has another appointment that overlaps, maybe elsewhere.',
    },
  ),
  'too-soon': texts(
    { title: 'Tiden er begyndt', text: 'Vælg en tid, der ligger fremme.' },
    { title: 'The time has begun', text: 'Choose a time that lies ahead.' },
  ),
  'too-late': texts(
    {
      title: 'Fristen for at flytte er overskredet',
      text: 'Skriv en begrundelse, hvis tiden alligevel skal flyttes. En tid, der er begyndt, kan ikke flyttes.',
    },
    {
      title: 'The deadline for moving has passed',
      text: 'Write a reason if the appointment must be moved anyway. One that has begun cannot be moved.',
    },
  ),
  'no-consent': texts(
    { title: 'Patientens samtykke gælder ikke længere', text: 'Der kan ikke bookes på sagen.' },
    { title: 'The patient’s consent is no longer in force', text: 'Nothing can be booked on the case.' },
  ),
  'course-closed': texts(
    { title: 'Forløbet er afsluttet', text: 'Der kan ikke bookes på sagen, før selskabet har godkendt mere.' },
    { title: 'The course has ended', text: 'Nothing can be booked on the case until the insurer has approved more.' },
  ),
  'not-approved-clinic': texts(
    { title: 'I er ikke med i godkendelsen', text: 'Selskabet har godkendt andre klinikker til denne sag.' },
    { title: 'You are not part of the approval', text: 'The insurer has approved other clinics for this case.' },
  ),
  'outside-approval': texts(
    { title: 'Dagen ligger uden for godkendelsen', text: 'Vælg en dag, mens godkendelsen gælder.' },
    { title: 'The day lies outside the approval', text: 'Choose a day while the approval is valid.' },
  ),
  'no-sessions-left': texts(
    { title: 'Alle godkendte behandlinger er booket eller brugt', text: 'I kan bede selskabet om flere.' },
    { title: 'All approved sessions are booked or used', text: 'You can ask the insurer for more.' },
  ),
  'same-time': texts(
    { title: 'Det er den tid, patienten har nu', text: 'Den bliver stående. Vælg en anden tid.' },
    { title: 'That is the time the patient has now', text: 'It stands. Choose another time.' },
  ),
  'already-changed': texts(
    { title: 'Tiden er allerede flyttet eller aflyst', text: 'Se på sagen, hvilke tider patienten har.' },
    {
      title: 'The appointment has already been moved or cancelled',
      text: 'See on the case which appointments the patient has.',
    },
  ),
}

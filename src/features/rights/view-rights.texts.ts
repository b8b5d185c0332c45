import { texts } from '#kernel/language.ts'

export const viewRightsTexts = texts(
  {
    title: 'Mine rettigheder',
    lead: 'Her bestemmer du over de oplysninger, der er om dig. Det er gratis.',
    month:
      'Du får svar senest én måned efter, du har spurgt. Er sagen indviklet, kan fristen forlænges, men så får du det at vide.',
    downloadTitle: 'Hent alt om dig nu',
    downloadText:
      'Du behøver ikke vente: alt, hvad vi har om dig fra selskaber og klinikker, kan læses og hentes med det samme.',
    download: 'Se og hent mine oplysninger',
    restricted: (insurer: string, number: string) =>
      `Sag ${number} hos ${insurer} bliver kun gemt lige nu. Ingen bruger den, og der kan ikke bookes tider.`,
    mine: 'Dine anmodninger',
    request: 'Anmodning',
    who: 'Hvem svarer',
    status: 'Status',
    due: (day: string) => `Svar senest ${day}`,
    left: 'Bruger ikke længere Klinikbro',
    paused: 'Venter på, at det er kontrolleret, hvem der spørger',
    withdraw: 'Træk dit samtykke tilbage',
    withdrawText:
      'Du kan altid trække dit samtykke tilbage, så en klinik ikke længere må få dine oplysninger. Det gælder fra nu af.',
    withdrawFor: (treatment: string, number: string) => `Træk samtykket tilbage for ${treatment}, sag ${number}`,
    rights: 'Hvad du kan bede om',
    notices: { sent: 'Anmodningen er sendt. Du kan følge den her.' },
  },
  {
    title: 'My rights',
    lead: 'Here you control the information that is held about you. It is free of charge.',
    month:
      'You get an answer within one month of asking. If the matter is complex the deadline can be extended, and then you are told.',
    downloadTitle: 'Download everything about you now',
    downloadText:
      'You need not wait: everything we hold about you from insurers and clinics can be read and downloaded at once.',
    download: 'See and download my information',
    restricted: (insurer: string, number: string) =>
      `Case ${number} at ${insurer} is only stored right now. Nobody uses it, and no appointments can be booked.`,
    mine: 'Your requests',
    request: 'Request',
    who: 'Who answers',
    status: 'Status',
    due: (day: string) => `Answer by ${day}`,
    left: 'No longer uses Klinikbro',
    paused: 'Waits until it has been checked who asks',
    withdraw: 'Withdraw your consent',
    withdrawText:
      'You can always withdraw the consent that lets a clinic have your information. It applies from now on.',
    withdrawFor: (treatment: string, number: string) => `Withdraw the consent for ${treatment}, case ${number}`,
    rights: 'What you can ask for',
    notices: { sent: 'The request has been sent. You can follow it here.' },
  },
)

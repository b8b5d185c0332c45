import { texts } from '#kernel/language.ts'

export const cancelTexts = texts(
  {
    title: 'Aflys din tid',
    lead: (when: string, clinic: string) => `Du er ved at aflyse din tid ${when} på ${clinic}.`,
    free: (until: string) => `Du aflyser i god tid (fristen er ${until}). Behandlingen kan bookes igen.`,
    late: (until: string) =>
      `Fristen var ${until}. Aflyser du nu, er behandlingen brugt, og den kan ikke bookes igen. Ring til klinikken, hvis du hellere vil finde en løsning sammen med dem.`,
    reason: 'Hvorfor aflyser du?',
    reasons: {
      ill: 'Jeg er syg',
      work: 'Jeg er forhindret',
      better: 'Jeg har det bedre',
      'other-clinic': 'Jeg vil hellere et andet sted hen',
      other: 'Noget andet',
    },
    note: 'Vil du skrive noget til klinikken?',
    confirm: 'Aflys tiden',
    confirmLate: 'Aflys, selv om behandlingen så er brugt',
    keep: 'Behold tiden',
    gone: 'Tiden kan ikke aflyses',
    already: 'Den er allerede flyttet eller aflyst.',
    begun: 'Den er begyndt eller overstået. Ring til klinikken, hvis noget er galt.',
    back: 'Til tiden',
  },
  {
    title: 'Cancel your appointment',
    lead: (when: string, clinic: string) => `You are about to cancel your appointment on ${when} at ${clinic}.`,
    free: (until: string) =>
      `You are cancelling in good time (the deadline is ${until}). The session can be booked again.`,
    late: (until: string) =>
      `The deadline was ${until}. If you cancel now, the session is used and cannot be booked again. Call the clinic if you would rather find a solution with them.`,
    reason: 'Why are you cancelling?',
    reasons: {
      ill: 'I am ill',
      work: 'Something came up',
      better: 'I feel better',
      'other-clinic': 'I would rather go elsewhere',
      other: 'Something else',
    },
    note: 'Would you like to write something to the clinic?',
    confirm: 'Cancel the appointment',
    confirmLate: 'Cancel, although the session will be used',
    keep: 'Keep the appointment',
    gone: 'The appointment cannot be cancelled',
    already: 'It has already been moved or cancelled.',
    begun: 'It has begun or is over. Call the clinic if something is wrong.',
    back: 'To the appointment',
  },
)

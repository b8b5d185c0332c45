import { texts } from '#kernel/language.ts'

export const consent = {
  title: texts('Dit samtykke', 'Your consent'),
  promises: {
    'T5.7': texts(
      'Du kan altid tage dit samtykke tilbage, lige så let som du gav det. Det virker med det samme.',
      'You can take your consent back at any time, as easily as you gave it. It counts at once.',
    ),
    'R3.2': texts(
      'Når du har taget det tilbage, sker der ikke mere i sagen, og dine kommende tider bliver frigivet.',
      'Once you have taken it back nothing more happens in the case, and your coming appointments are released.',
    ),
    'T20.1': texts(
      'Det, der kun hviler på dit samtykke, bliver slettet, når du tager det tilbage, eller når tjenesten lukker.',
      'What rests on your consent alone is erased when you take it back or when the service ends.',
    ),
    'T16.2': texts(
      'Nyhedsbreve får du kun, når du har bedt om dem og bekræftet det, og du kan sige fra med ét klik.',
      'You get newsletters only after asking for them and confirming it, and one click ends them.',
    ),
  },
}

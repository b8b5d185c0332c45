import { texts } from '#kernel/language.ts'

export const visits = {
  title: texts('Dine tider', 'Your appointments'),
  promises: {
    'R2.1': texts('Du booker selv en tid på klinikken.', 'You book a time at the clinic yourself.'),
    'R2.2': texts(
      'Når du logger ind, ser du din tid, stedet, og hvad du skal forberede.',
      'When you log in you see your appointment, the place, and what to prepare.',
    ),
    'R2.3': texts(
      'Du kan flytte og aflyse din tid efter klinikkens regler.',
      'You can move and cancel your appointment by the clinic’s rules.',
    ),
  },
}

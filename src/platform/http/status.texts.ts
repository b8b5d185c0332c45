import { texts } from '#kernel/language.ts'

export const statusTexts = texts(
  {
    title: 'Driftsstatus',
    overall: {
      well: 'Alt virker, som det skal.',
      maintenance: 'Vi vedligeholder siden lige nu.',
      disturbance: 'Noget virker ikke, som det skal. Vi arbejder på det.',
    },
    down: 'Siden virker ikke lige nu. Vi arbejder på det. Haster det, så ring til din klinik.',
    parts: 'Lige nu',
    standings: { well: 'Virker', maintenance: 'Vedligehold', disturbance: 'Forstyrrelse', unknown: 'Undersøges' },
    names: { site: 'Siden', booking: 'Booking af tider', messages: 'Mail og sms', logIn: 'Log ind' },
    logInNote: 'Log ind viser, om den tjeneste svarer, der formidler MitID til os.',
    coming: 'Planlagt vedligehold',
    noneComing: 'Der er ikke planlagt vedligehold.',
    past: 'De sidste 90 dage',
    nonePast: 'Der har ikke været vedligehold.',
    unknown: 'Det kan vi ikke vise lige nu.',
    readOnly: 'Siden kan læses, men ikke ændres imens.',
    seenAt: (at: string) => `Set ${at}.`,
  },
  {
    title: 'Service status',
    overall: {
      well: 'Everything works as it should.',
      maintenance: 'We are maintaining the site right now.',
      disturbance: 'Something does not work as it should. We are working on it.',
    },
    down: 'The site does not work right now. We are working on it. If it is urgent, phone your clinic.',
    parts: 'Right now',
    standings: { well: 'Works', maintenance: 'Maintenance', disturbance: 'Disturbance', unknown: 'Being checked' },
    names: { site: 'The site', booking: 'Booking appointments', messages: 'E-mail and text messages', logIn: 'Log-in' },
    logInNote: 'Log-in tells whether the service that passes MitID on to us answers.',
    coming: 'Planned maintenance',
    noneComing: 'No maintenance is planned.',
    past: 'The last 90 days',
    nonePast: 'There has been no maintenance.',
    unknown: 'We cannot show that right now.',
    readOnly: 'Meanwhile the site can be read, but not changed.',
    seenAt: (at: string) => `Seen ${at}.`,
  },
)

import { texts } from '#kernel/language.ts'

export const homeTexts = texts(
  {
    title: 'Find og hold styr på din behandlingstid',
    lead: 'Har dit forsikringsselskab godkendt en behandling, kan du selv finde en tid på en privat klinik, flytte den og aflyse den.',
    patientHeading: 'Er du patient?',
    patientText: 'Log ind med MitID. Så ser du din sag og de ledige tider. Du behøver ikke oprette dig.',
    staffHeading: 'Arbejder du i et forsikringsselskab eller på en klinik?',
    staffText: 'Log ind med din arbejdsmail, din adgangskode og en kode fra din app eller en adgangsnøgle.',
    staffLink: 'Log ind som medarbejder',
    dataHeading: 'Dine oplysninger',
    dataText:
      'En klinik ser kun det, som din behandling kræver, og kun når du har sagt ja. Du kan altid se, hvem der ved hvad.',
    dataLink: 'Sådan behandler vi dine oplysninger',
    emergency: 'Ring 112, hvis det er livstruende. Denne side kan ikke bruges til akut sygdom.',
  },
  {
    title: 'Find and keep your appointment for treatment',
    lead: 'If your insurer has approved a treatment, you can find a time at a private clinic yourself, move it and cancel it.',
    patientHeading: 'Are you a patient?',
    patientText: 'Log in with MitID. You will see your case and the free times. You need no account.',
    staffHeading: 'Do you work at an insurer or a clinic?',
    staffText: 'Log in with your work e-mail, your password and a code from your app or a passkey.',
    staffLink: 'Log in as staff',
    dataHeading: 'Your information',
    dataText:
      'A clinic sees only what your treatment calls for, and only once you have agreed. You can always see who knows what.',
    dataLink: 'How we process your information',
    emergency: 'Call 112 if it is life-threatening. This page cannot be used for acute illness.',
  },
)

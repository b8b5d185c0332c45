import { texts } from '#kernel/language.ts'

export const keeping = {
  title: texts('Hvor længe vi gemmer', 'How long we keep it'),
  promises: {
    'R2.9': texts(
      'Din sag bliver slettet senest seks måneder efter, at forløbet er slut.',
      'Your case is erased at the latest six months after the course has ended.',
    ),
    'R1.10': texts(
      'Selskab og klinik kan bestemme, at den slettes før. Ønsker de noget forskelligt, gælder det korteste. Selskabet kan også få en enkelt sag slettet før tid.',
      'Insurer and clinic can decide that it goes earlier. Where they differ, the shorter applies. The insurer can also have a single case erased before its time.',
    ),
    'T20.2': texts(
      'For hver eneste oplysning er det bestemt, hvornår den skal slettes.',
      'For every single piece of information it is decided when it must be erased.',
    ),
    X4: texts(
      'Det, der er slettet, kommer heller ikke igen fra en sikkerhedskopi.',
      'What was erased does not come back from a backup either.',
    ),
    'T6.3': texts(
      'Siderne fører en log over besøg. Den bliver slettet af sig selv efter højst 14 dage.',
      'The sites keep a log of visits. It is erased by itself after at most 14 days.',
    ),
    'T9.2': texts(
      'Skriver du til os, sletter vi din besked, når den er besvaret og ikke skal bruges mere.',
      'If you write to us we erase your message once it is answered and no longer needed.',
    ),
    'R2.11': texts(
      'Virksomheder, der har spurgt til tjenesten, husker vi kun, mens et samarbejde er på tale.',
      'We remember businesses that asked about the service only while working together is being considered.',
    ),
    'R1.11': texts(
      'Kontaktpersoner hos selskaber og klinikker bliver slettet, når aftalen ophører.',
      'Contacts at insurers and clinics are erased when the agreement ends.',
    ),
  },
}

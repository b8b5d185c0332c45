import { texts } from '#kernel/language.ts'

export const sight = {
  title: texts('Hvem ser dine oplysninger', 'Who sees your information'),
  promises: {
    'R1.7': texts(
      'Ingen klinik får noget at vide om dig, før forsikringsselskabet på netop den sag har noteret, at du har sagt ja.',
      'No clinic learns anything about you until the insurer has noted, on that very case, that you said yes.',
    ),
    'R1.6': texts(
      'En klinik ser kun det, som din behandling kræver. Vi spørger heller ikke om mere.',
      'A clinic sees only what your treatment calls for. We ask for no more than that either.',
    ),
    X2: texts(
      'Du kan selv se, hvem der har set dine oplysninger, hvornår og hvorfor.',
      'You can see for yourself who has looked at your information, when and why.',
    ),
    'R1.2': texts(
      'Hver gang nogen ser eller ændrer dine oplysninger, bliver det skrevet ned, så det ikke kan skjules bagefter.',
      'Each time somebody sees or changes your information it is written down, so that it cannot be hidden afterwards.',
    ),
    'R1.4': texts(
      'Den, der åbner dine oplysninger, gør det til ét bestemt formål. Passer formålet eller oplysningerne ikke, siger systemet nej.',
      'Whoever opens your information does so for one stated purpose. If the purpose or the information does not fit, the system says no.',
    ),
    'R2.5': texts(
      'Selskab og klinik giver hinanden det, der er vigtigt for behandlingen, og hver gang står det i et regnskab.',
      'Insurer and clinic give each other what matters for the treatment, and each time it stands in a ledger.',
    ),
    'R2.4': texts(
      'Vi, der driver siden, skriver intet i din sag og ser den ikke.',
      'We who run the site write nothing in your case and do not see it.',
    ),
    'R1.14': texts(
      'Kun forsikringsselskaber, klinikker og privathospitaler kan få dine oplysninger. En myndighed kan kun få dem, når en lov kræver det.',
      'Only insurers, clinics and private hospitals can receive your information. An authority can only when a law demands it.',
    ),
    'T4.4': texts(
      'Intet bliver givet videre uden et grundlag i loven, og intet bliver solgt.',
      'Nothing is passed on without a basis in law, and nothing is sold.',
    ),
    'T8.1': texts(
      'Andre får kun oplysninger, hvis du har sagt ja, hvis en aftale eller en lov kræver det, eller for at afgøre et krav.',
      'Others get information only if you said yes, if an agreement or a law demands it, or to settle a claim.',
    ),
    'T16.1': texts(
      'Vi skriver til dig om dine tider på mail og sms. Der står aldrig noget om dit helbred i en sms eller i emnet på en mail.',
      'We write to you about your appointments by mail and text message. Neither a text message nor a mail’s subject says anything about your health.',
    ),
    'R2.6': texts(
      'Selskaber og klinikker bestemmer selv, hvem hos dem der har adgang, og kan tage den fra dem igen.',
      'Insurers and clinics decide who of theirs has access, and can take it away again.',
    ),
    'R2.8': texts(
      'Ved hver oplysning står, hvem der har skrevet den, og hvornår.',
      'Every piece of information says who entered it, and when.',
    ),
    'R2.10': texts(
      'Ingen computer bedømmer dig. Ledige tider vises efter tid, sted og det, du selv vælger.',
      'No computer judges you. Free times are shown by time, place and what you choose yourself.',
    ),
  },
}

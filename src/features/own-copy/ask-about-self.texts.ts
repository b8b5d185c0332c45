import { texts } from '#kernel/language.ts'

export const askOwnTexts = texts(
  {
    back: 'Mine oplysninger',
    activity: 'Hvad handler det om?',
    activityHint: 'Delene er de samme som i privatlivspolitikken. Den afgør, hvem der svarer dig',
    account: (part: string) => `Min konto: ${part}`,
    field: 'Hvad er forkert?',
    wrong: 'Hvad der står nu, og hvorfor det er forkert',
    proposal: 'Hvad der skal stå',
    why: 'Hvorfor?',
    whyHint: 'Skriv det med dine egne ord',
    more: 'Er der mere, vi skal vide?',
    identity: 'Du er logget ind med din anden faktor, så vi ved, at det er dig, der spørger.',
    answer:
      'Din organisations administrator svarer om det, vi gør for din organisation. Vi svarer selv om det, vi bestemmer, og når du er den eneste administrator. Du får svar senest om en måned.',
    download: 'Se og hent det hele nu',
    downloadFirst: 'Du kan se og hente alt, hvad der er i systemet, med det samme.',
    stays: 'Når din adgang slutter, bliver dette stående, til loven ikke kræver det mere:',
    ends: 'Siger din administrator ja, slutter din adgang, og du kan ikke logge ind igen. Hent dine oplysninger først.',
    restriction:
      'Handler det om din konto, kan du så længe kun logge ind og se dine egne oplysninger. Handler det om andet, gør vi det i hånden, for det kan ikke skilles ud for én bruger.',
    objection:
      'Din konto hviler på aftalen med din organisation og på loven, ikke på en legitim interesse. Derfor stopper en indsigelse ikke brugen af sig selv: et menneske læser den og tager stilling.',
    send: 'Send anmodningen',
    chooseActivity: 'Vælg, hvad det handler om',
    chooseField: 'Vælg, hvad der er forkert',
    sayWhy: 'Skriv hvorfor, med dine egne ord',
    sayWrong: 'Skriv, hvad der er forkert',
    sayProposal: 'Skriv, hvad der skal stå',
  },
  {
    back: 'My data',
    activity: 'What is it about?',
    activityHint: 'The parts are those of the privacy policy. They decide who answers you',
    account: (part: string) => `My account: ${part}`,
    field: 'What is wrong?',
    wrong: 'What it says now, and why that is wrong',
    proposal: 'What it should say',
    why: 'Why?',
    whyHint: 'Say it in your own words',
    more: 'Is there more we should know?',
    identity: 'You are logged in with your second factor, so we know that it is you who asks.',
    answer:
      'Your organisation’s administrator answers about what we do for your organisation. We answer ourselves about what we decide, and when you are the only administrator. You get an answer within a month.',
    download: 'See and download it all now',
    downloadFirst: 'You can see and download everything in the system at once.',
    stays: 'When your access ends, this stays until the law no longer requires it:',
    ends: 'If your administrator says yes, your access ends and you cannot log in again. Download your data first.',
    restriction:
      'If it is about your account, you can only log in and see your own data meanwhile. If it is about something else, we do it by hand, since it cannot be set apart for one user.',
    objection:
      'Your account rests on the agreement with your organisation and on the law, not on a legitimate interest. So an objection does not stop the use by itself: a human being reads it and decides.',
    send: 'Send the request',
    chooseActivity: 'Choose what it is about',
    chooseField: 'Choose what is wrong',
    sayWhy: 'Say why, in your own words',
    sayWrong: 'Say what is wrong',
    sayProposal: 'Write what it should say',
  },
)

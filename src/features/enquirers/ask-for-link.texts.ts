import { texts } from '#kernel/language.ts'

export const askForLinkTexts = texts(
  {
    title: 'Det, du har skrevet til os',
    lead: 'Her kan du se, hente, rette og slette det, du har skrevet til os, og bruge dine andre rettigheder. Du behøver ingen konto.',
    patientTitle: 'Er du patient?',
    patientText: 'Log ind med MitID, og brug siden Mine rettigheder. Den viser alt om dine sager.',
    staffTitle: 'Er du medarbejder?',
    staffText: 'Log ind, og vælg Mine oplysninger i menuen.',
    logIn: 'Log ind',
    how: (minutes: number) =>
      `Vi sender et link til din e-mail, så vi ved, at det er dig. Linket virker i ${minutes} minutter.`,
    email: 'Din e-mail',
    emailHint: 'Den, du skrev til os fra',
    send: 'Send link',
    askedTitle: 'Se i din indbakke',
    askedLead:
      'Vi har sendt et link til den e-mail, du skrev. Det ser ens ud, uanset om vi har noget fra adressen. Kommer der ingen mail inden for et par minutter, så kig i uønsket post.',
    back: 'Bed om et link igen',
    mail: {
      subject: 'Dit link til det, du har skrevet til os',
      text: (link: string, minutes: number) =>
        `Du, eller en anden, har bedt om at se, hvad der er skrevet til os fra denne e-mail. Brug linket inden for ${minutes} minutter. Du kan også rette og slette det og bruge dine andre rettigheder:\n\n${link}\n\nHar du ikke bedt om det, skal du ikke gøre noget. Ingen andre kan bruge linket uden at læse din mail.`,
    },
  },
  {
    title: 'What you wrote to us',
    lead: 'Here you can see, download, correct and erase what you wrote to us, and use your other rights. You need no account.',
    patientTitle: 'Are you a patient?',
    patientText: 'Log in with MitID and use the page My rights. It shows everything about your cases.',
    staffTitle: 'Are you a member of staff?',
    staffText: 'Log in and choose My data in the menu.',
    logIn: 'Log in',
    how: (minutes: number) =>
      `We send a link to your e-mail, so that we know it is you. It works for ${minutes} minutes.`,
    email: 'Your e-mail',
    emailHint: 'The one you wrote to us from',
    send: 'Send link',
    askedTitle: 'Look in your inbox',
    askedLead:
      'We have sent a link to the e-mail address you typed. It looks the same whether or not we hold anything from that address. If no mail arrives within a few minutes, look in your spam folder.',
    back: 'Ask for a link again',
    mail: {
      subject: 'Your link to what you wrote to us',
      text: (link: string, minutes: number) =>
        `You, or somebody else, asked to see what was written to us from this e-mail address. Use the link within ${minutes} minutes. You can also correct and erase it and use your other rights:\n\n${link}\n\nIf you did not ask, you need do nothing. Nobody can use the link without reading your mail.`,
    },
  },
)

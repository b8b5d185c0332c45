import { texts } from '#kernel/language.ts'

export const directNoticeTexts = texts(
  {
    arrived: {
      subject: 'En anmodning om personoplysninger venter',
      text: (link: string) =>
        `En medarbejder eller en, der har skrevet til jer, har bedt om at bruge en rettighed. Der er en frist for at svare. Log ind for at læse anmodningen:\n\n${link}`,
    },
    news: {
      subject: 'Der er nyt om din anmodning',
      text: (link: string) =>
        `Der er nyt om en anmodning, du har sendt om dine oplysninger. Log ind for at læse det:\n\n${link}`,
    },
    told: {
      subject: 'Der er nyt om din anmodning',
      text: (said: string, link: string) =>
        `Du har bedt om at bruge en rettighed. Her er vores svar:\n\n${said}\n\nEr du ikke enig, kan du klage til Datatilsynet: https://www.datatilsynet.dk/\n\nDu kan se anmodningen ved at bede om et nyt link her:\n${link}`,
    },
    granted: 'Vi har imødekommet din anmodning.',
    refused: 'Vi har afslået din anmodning.',
    extended: 'Vi har brug for mere tid og har forlænget fristen med to måneder.',
    lifted: 'Begrænsningen er ophævet.',
    because: 'Grundlag',
  },
  {
    arrived: {
      subject: 'A request about personal data is waiting',
      text: (link: string) =>
        `A member of staff, or somebody who wrote to you, has asked to use a right. There is a deadline for the answer. Log in to read the request:\n\n${link}`,
    },
    news: {
      subject: 'There is news on your request',
      text: (link: string) =>
        `There is news on a request you sent about your information. Log in to read it:\n\n${link}`,
    },
    told: {
      subject: 'There is news on your request',
      text: (said: string, link: string) =>
        `You asked to use a right. Here is our answer:\n\n${said}\n\nIf you disagree, you can complain to Datatilsynet, the Danish data protection authority: https://www.datatilsynet.dk/\n\nYou can see the request by asking for a new link here:\n${link}`,
    },
    granted: 'We have granted your request.',
    refused: 'We have refused your request.',
    extended: 'We need more time and have extended the deadline by two months.',
    lifted: 'The restriction is lifted.',
    because: 'Basis',
  },
)

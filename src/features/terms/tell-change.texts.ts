import { texts } from '#kernel/language.ts'

const listed = (news: readonly string[]) => news.map((one) => `- ${one}`).join('\n')

export const tellChangeTexts = texts(
  {
    subject: 'Vilkårene for Klinikbro ændrer sig',
    text: (news: readonly string[], from: string, url: string) =>
      `Hej\n\nVilkårene for at bruge Klinikbro ændrer sig. De nye gælder fra ${from}.\n\nDet er nyt:\n${listed(news)}\n\nLæs dem her:\n${url}\n\nNæste gang du logger ind, spørger vi, om du accepterer dem. Det, du sagde ja til før, bliver ikke skrevet om.`,
  },
  {
    subject: 'The terms of Klinikbro are changing',
    text: (news: readonly string[], from: string, url: string) =>
      `Hello\n\nThe terms for using Klinikbro are changing. The new ones apply from ${from}.\n\nWhat is new:\n${listed(news)}\n\nRead them here:\n${url}\n\nNext time you log in we ask whether you accept them. What you accepted before is not rewritten.`,
  },
)

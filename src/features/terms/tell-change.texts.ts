import { texts } from '#kernel/language.ts'

export const tellChangeTexts = texts(
  {
    subject: 'Vilkårene for Klinikbro ændrer sig',
    text: (summary: string, from: string, url: string) =>
      `Hej\n\nVilkårene for at bruge Klinikbro ændrer sig. De nye gælder fra ${from}.\n\nDet er nyt: ${summary}\n\nLæs dem her:\n${url}\n\nNæste gang du logger ind, spørger vi, om du accepterer dem. Det, du sagde ja til før, bliver ikke skrevet om.`,
  },
  {
    subject: 'The terms of Klinikbro are changing',
    text: (summary: string, from: string, url: string) =>
      `Hello\n\nThe terms for using Klinikbro are changing. The new ones apply from ${from}.\n\nWhat is new: ${summary}\n\nRead them here:\n${url}\n\nNext time you log in we ask whether you accept them. What you accepted before is not rewritten.`,
  },
)

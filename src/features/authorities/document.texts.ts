import { texts } from '#kernel/language.ts'

export const documentTexts = texts(
  {
    title: 'Oplysninger til en myndighed',
    lead: (when: string) => `Lavet ${when}. Dokumentet indeholder netop de oplysninger, der er nævnt, og ikke andre.`,
    what: 'Videregivelsen',
    from: 'Fra',
    to: 'Til',
    law: 'Lov',
    caseNumber: 'Sag',
    fields: 'Oplysninger',
    restricted:
      'Personen har bedt om, at sagen kun gemmes (databeskyttelsesforordningens artikel 18). Den er kun brugt her, fordi loven kræver det.',
    files: 'Bilagene selv ligger i den maskinlæsbare fil, som hører til dokumentet.',
    nothing: 'Der er ingen.',
  },
  {
    title: 'Information to an authority',
    lead: (when: string) => `Made ${when}. The document holds exactly the information that is named, and no other.`,
    what: 'The disclosure',
    from: 'From',
    to: 'To',
    law: 'Law',
    caseNumber: 'Case',
    fields: 'Information',
    restricted:
      'The person has asked that the case is only stored (GDPR Article 18). It is used here only because the law demands it.',
    files: 'The attachments themselves are in the machine-readable file that belongs to the document.',
    nothing: 'There are none.',
  },
)

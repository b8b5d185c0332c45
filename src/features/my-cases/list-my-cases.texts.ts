import { texts } from '#kernel/language.ts'

export const listMyCasesTexts = texts(
  {
    title: 'Mine sager',
    lead: 'Her er de behandlinger, som dit forsikringsselskab har godkendt.',
    from: (insurer: string, number: string) => `Godkendt af ${insurer}, sagsnummer ${number}.`,
    next: (when: string, clinic: string) => `Din næste tid er ${when} hos ${clinic}.`,
    findTime: 'Find en tid',
    see: (treatment: string) => `Se sagen om ${treatment}`,
    emptyTitle: 'Der er ingen sager om dig',
    emptyText: 'Når dit forsikringsselskab har godkendt en behandling, kan du se den her og booke tider.',
  },
  {
    title: 'My cases',
    lead: 'These are the treatments that your insurer has approved.',
    from: (insurer: string, number: string) => `Approved by ${insurer}, case number ${number}.`,
    next: (when: string, clinic: string) => `Your next appointment is ${when} at ${clinic}.`,
    findTime: 'Find a time',
    see: (treatment: string) => `See the case about ${treatment}`,
    emptyTitle: 'There are no cases about you',
    emptyText: 'Once your insurer has approved a treatment, you can see it here and book appointments.',
  },
)

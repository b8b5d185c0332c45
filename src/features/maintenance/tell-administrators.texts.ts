import { texts } from '#kernel/language.ts'

type Parts = { readonly when: string; readonly what: string; readonly readOnly: boolean; readonly link: string }

const meanwhile = texts(
  'Imens kan man læse, men ikke ændre noget. En tid kan man godt aflyse.',
  'Meanwhile people can read, but not change anything. They can still cancel an appointment.',
)

export const newsTexts = texts(
  {
    announced: {
      subject: 'Planlagt vedligehold af Klinikbro',
      text: ({ when, what, readOnly, link }: Parts) =>
        `Vi vedligeholder Klinikbro ${when}.\n\n${what}${readOnly ? ` ${meanwhile.da}` : ''}\n\nFortæl det gerne til dine kolleger. Her kan I altid se, om alt virker:\n${link}`,
    },
    'called-off': {
      subject: 'Vedligehold af Klinikbro er aflyst',
      text: ({ when, link }: Parts) =>
        `Det vedligehold, vi varslede ${when}, er aflyst. I kan bruge Klinikbro som ellers.\n\nHer kan I altid se, om alt virker:\n${link}`,
    },
    ended: {
      subject: 'Vedligehold af Klinikbro er slut før tid',
      text: ({ when, link }: Parts) =>
        `Det vedligehold, vi varslede ${when}, er slut før tid. I kan bruge Klinikbro igen.\n\nHer kan I altid se, om alt virker:\n${link}`,
    },
  },
  {
    announced: {
      subject: 'Planned maintenance of Klinikbro',
      text: ({ when, what, readOnly, link }: Parts) =>
        `We maintain Klinikbro ${when}.\n\n${what}${readOnly ? ` ${meanwhile.en}` : ''}\n\nPlease tell your colleagues. You can always see here whether everything works:\n${link}`,
    },
    'called-off': {
      subject: 'Maintenance of Klinikbro is called off',
      text: ({ when, link }: Parts) =>
        `The maintenance that we announced for ${when} is called off. You can use Klinikbro as usual.\n\nYou can always see here whether everything works:\n${link}`,
    },
    ended: {
      subject: 'Maintenance of Klinikbro has ended early',
      text: ({ when, link }: Parts) =>
        `The maintenance that we announced for ${when} has ended early. You can use Klinikbro again.\n\nYou can always see here whether everything works:\n${link}`,
    },
  },
)

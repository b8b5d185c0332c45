import { texts } from '#kernel/language.ts'
import type { Duty, Retention, ShorterPart } from '#policy/retention.ts'
import { recordKeepingLaw } from './laws.ts'

/** Unless an instruction says less (R2.9). */
export const afterTheCourse: Retention = {
  from: 'course-end',
  maximum: {
    period: 'P6M',
    because: texts(
      'Formålet er opfyldt, når forløbet er slut og gjort op. Selskabet eller klinikken kan bestemme en kortere tid.',
      'The purpose is fulfilled when the course has ended and been settled. The insurer or the clinic can decide on a shorter time.',
    ),
  },
}

/** What rests on the patient's consent alone goes with it (T20.1). Nothing but at once holds. */
export const withTheConsent = {
  id: 'referral',
  what: texts('Henvisningens tekst og bilag', 'The referral’s text and attachments'),
  period: 'P0D',
  from: 'consent-withdrawn',
  because: texts(
    'De hviler på dit samtykke og på intet andet. Har du bedt om en kopi, eller er der en klage eller et krav, gemmes de kun, til det er klaret. Har klinikken skrevet journal, får den det, den har modtaget, med i sin journal.',
    'They rest on your consent and on nothing else. If you have asked for a copy, or there is a complaint or a claim, they are only stored until that is settled. If the clinic has written a journal, what it has received goes into its journal.',
  ),
} as const satisfies ShorterPart

/** What the clinic must keep in its own system; by profession, from the latest entry. */
const journalDuties: readonly Duty[] = [
  {
    period: 'P10Y',
    from: 'last-entry',
    on: 'clinic',
    professions: ['doctor', 'dentist', 'chiropractor', 'midwife', 'dietitian', 'dental-hygienist', 'dental-technician'],
    because: texts(
      'Journaler ført af læger, tandlæger, kiropraktorer, jordemødre, kliniske diætister, tandplejere og kliniske tandteknikere',
      'Journals of doctors, dentists, chiropractors, midwives, clinical dietitians, dental hygienists and clinical dental technicians',
    ),
    law: recordKeepingLaw,
  },
  {
    period: 'P5Y',
    from: 'last-entry',
    on: 'clinic',
    because: texts(
      'Journaler ført af andre autoriserede, fx fysioterapeuter og sygeplejersker, og af psykologer',
      'Journals of other authorised professionals, such as physiotherapists and nurses, and of psychologists',
    ),
    law: texts(
      `${recordKeepingLaw.da}; psykologloven § 14`,
      `${recordKeepingLaw.en}; Danish Psychologists Act, section 14`,
    ),
  },
]

/** The case, and what of bringing it in goes sooner. */
export const caseRetention: Retention = {
  ...afterTheCourse,
  parts: [
    {
      id: 'import-file',
      what: texts('En fil, som selskabet har indlæst sager fra', 'A file that the insurer has imported cases from'),
      period: 'P7D',
      from: 'recorded',
      because: texts('Så længe kan fejl i den rettes.', 'Mistakes in it can be mended for that long.'),
    },
    {
      id: 'import-account',
      what: texts('Oversigten over en indlæst fil, uden filen', 'The account of an import, without the file'),
      period: 'P90D',
      from: 'recorded',
      because: texts('Så længe kan selskabet slå den op.', 'The insurer can look it up for that long.'),
    },
    {
      id: 'repeat-key',
      what: texts(
        'Den nøgle, et selskabs system sender med, så en sag ikke oprettes to gange',
        'The key that an insurer’s system sends along so that a case is not opened twice',
      ),
      period: 'P30D',
      from: 'recorded',
      because: texts('Derefter gentager systemer ikke sig selv.', 'After that, systems do not repeat themselves.'),
    },
  ],
}

export const courseRetention: Retention = {
  from: 'course-end',
  minimum: journalDuties,
  maximum: {
    period: 'P6M',
    because: texts(
      'Siden beholder det ikke længere, end forløbet kræver. Klinikken beholder sin egen journal.',
      'The site keeps it no longer than the course needs. The clinic keeps its own journal.',
    ),
  },
}

/** What was done with a case goes with the case; what was done elsewhere has a period of its own. */
export const historyRetention: Retention = {
  ...afterTheCourse,
  parts: [
    {
      id: 'doings-outside-cases',
      what: texts(
        'Det, en medarbejder har gjort, uden at det handler om en sag eller en patient',
        'What a member of staff did that is about no case and no patient',
      ),
      period: 'P5Y',
      from: 'recorded',
      because: texts(
        'Så længe kan brud på reglerne forfølges (databeskyttelsesloven § 41, stk. 7).',
        'Breaches can be prosecuted for that long (Danish Data Protection Act, section 41(7)).',
      ),
    },
  ],
}

const provable = texts(
  'Så længe kan brud på reglerne forfølges, og det skal kunne vises, at der blev slettet (databeskyttelsesloven § 41, stk. 7).',
  'Breaches can be prosecuted for that long, and it must be possible to show what was erased (Danish Data Protection Act, section 41(7)).',
)

/** What shows that others were erased; it names nobody. */
export const proofsOfErasure: readonly ShorterPart[] = [
  {
    id: 'erasure-ledger',
    what: texts(
      'At noget blev slettet: et nummer, der ikke længere siger noget, tidspunktet og grunden',
      'That something was erased: a number that no longer means anything, the time and the reason',
    ),
    period: 'P5Y',
    from: 'recorded',
    because: provable,
  },
  {
    id: 'sweep-report',
    what: texts('Rapporterne om sletning, i tal', 'The reports about erasing, in figures'),
    period: 'P5Y',
    from: 'recorded',
    because: provable,
  },
  {
    id: 'erasure-order',
    what: texts(
      'Bekræftelsen på, at en sag blev slettet efter selskabets ordre',
      'The confirmation that a case was erased on the insurer’s order',
    ),
    period: 'P5Y',
    from: 'recorded',
    because: provable,
  },
  {
    id: 'log-sweep-report',
    what: texts('At adgangsloggen blev ryddet', 'That the access log was cleared'),
    period: 'P1Y',
    from: 'recorded',
    because: texts(
      'Så længe ser vi, om det sker hver nat; loggen selv er væk efter 14 dage.',
      'We see for that long whether it happens every night; the log itself is gone after 14 days.',
    ),
  },
]

export const invitationPart: ShorterPart = {
  id: 'invitation',
  what: texts('En invitation, når den er udløbet', 'An invitation once it has expired'),
  period: 'P30D',
  from: 'expiry',
  because: texts(
    'Så længe kan den, der inviterede, se, at invitationen ikke blev brugt, og sende en ny.',
    'Whoever invited can see for that long that it was not used, and send another.',
  ),
}

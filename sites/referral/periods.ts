import { texts } from '#kernel/language.ts'
import type { Duty, Retention } from '#policy/retention.ts'
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

import { texts } from '#kernel/language.ts'
import { type DisclosureLaw, dataWithinReach } from '#policy/disclosure-laws.ts'

const ofTheClinic = ['contact', 'cpr', 'booking', 'health.approval', 'health.course', 'health.report'] as const

/** The laws by which authorities are told something of a case. What no law here covers is not told (R1.14). */
export const disclosureLaws: readonly DisclosureLaw[] = [
  {
    id: 'health-supervision',
    law: texts('autorisationsloven §§ 5 og 6', 'Danish Authorisation Act, sections 5 and 6'),
    authority: texts('Styrelsen for Patientsikkerhed', 'Danish Patient Safety Authority'),
    when: texts(
      'Styrelsen fører tilsyn med sundhedspersoner, og de skal give de oplysninger, som tilsynet kræver.',
      'The authority supervises health professionals, who must give the information that the supervision needs.',
    ),
    binds: ['clinic'],
    data: ofTheClinic,
  },
  {
    id: 'patient-complaint',
    law: texts(
      'lov om klage- og erstatningsadgang inden for sundhedsvæsenet § 12, stk. 2',
      'Danish Act on Complaints and Compensation within the Health Service, section 12(2)',
    ),
    authority: texts('Styrelsen for Patientklager', 'Danish Agency for Patient Complaints'),
    when: texts(
      'Der er klaget over en behandling, og styrelsen beder om oplysninger, som klagen vedrører.',
      'There is a complaint about a treatment, and the agency asks for information that it concerns.',
    ),
    binds: ['clinic'],
    data: ofTheClinic,
  },
  {
    id: 'data-protection-supervision',
    law: texts(
      'databeskyttelsesloven § 29, stk. 1, og databeskyttelsesforordningens artikel 58, stk. 1, litra e',
      'Danish Data Protection Act, section 29(1), and GDPR Article 58(1)(e)',
    ),
    authority: texts('Datatilsynet', 'Danish Data Protection Agency'),
    when: texts(
      'Datatilsynet undersøger, om reglerne om personoplysninger er overholdt.',
      'The agency examines whether the rules on personal data have been kept.',
    ),
    binds: ['insurer', 'clinic'],
    data: dataWithinReach,
  },
  {
    id: 'criminal-investigation',
    law: texts('retsplejeloven §§ 804 og 806', 'Danish Administration of Justice Act, sections 804 and 806'),
    authority: texts('Politiet, efter rettens kendelse', 'The police, by order of the court'),
    when: texts(
      'Retten har i en straffesag bestemt, at oplysningerne skal udleveres.',
      'In a criminal case, the court has ordered that the information be handed over.',
    ),
    binds: ['insurer', 'clinic'],
    data: dataWithinReach,
  },
  {
    id: 'civil-case',
    law: texts('retsplejeloven §§ 298 og 299', 'Danish Administration of Justice Act, sections 298 and 299'),
    authority: texts('En domstol', 'A court'),
    when: texts(
      'Retten har i en civil sag pålagt selskabet eller klinikken at fremlægge oplysningerne.',
      'In a civil case, the court has ordered the insurer or the clinic to produce the information.',
    ),
    binds: ['insurer', 'clinic'],
    data: dataWithinReach,
  },
]

import { texts } from '#kernel/language.ts'
import type { Term } from '#policy/model.ts'

/** What applies to everybody who uses the sites (R5.1). Danish is the binding text. */
export const terms: readonly Term[] = [
  {
    heading: texts('Til dig selv', 'For yourself'),
    text: texts(
      'Siden og det, der står på den, er til din egen brug, når du finder og passer en behandlingstid, og ikke til erhvervsmæssig brug. Arbejder du i et forsikringsselskab eller på en klinik, gælder jeres aftale med os.',
      'The site and what stands on it are for your own use when you find and keep an appointment, and not for commercial use. If you work at an insurer or a clinic, your agreement with us applies.',
    ),
  },
  {
    heading: texts('Links til andre', 'Links to others'),
    text: texts(
      'Vi linker til andres sider for din skyld. Vi bestemmer ikke, hvad der står på dem.',
      'We link to the pages of others for your convenience. We do not decide what stands on them.',
    ),
  },
  {
    heading: texts('Brug den ordentligt', 'Use it properly'),
    text: texts(
      'Du må ikke hente oplysninger ud i stor stil, forsøge at få adgang til andres sager eller forstyrre driften. Systemer kobles på gennem den API, vi har beskrevet, med adgang, vi har udstedt.',
      'You must not harvest information, try to reach the cases of others or disturb the service. Systems connect through the API that we describe, with credentials that we have issued.',
    ),
  },
  {
    heading: texts('Hjælp i nød', 'Help in an emergency'),
    text: texts(
      'Siden kan ikke bruges til akut sygdom. Ring 112, hvis det er livstruende.',
      'The site cannot be used for acute illness. Call 112 if it is life-threatening.',
    ),
  },
  {
    heading: texts('Vilkårene kan ændres', 'The terms may change'),
    text: texts(
      'Ændringer gælder fremad og får et nyt versionsnummer. De tidligere versioner kan læses sammen med privatlivspolitikken.',
      'Changes apply to the future and get a new version number. The earlier versions can be read together with the privacy policy.',
    ),
  },
]

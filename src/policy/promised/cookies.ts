import { texts } from '#kernel/language.ts'

export const cookies = {
  title: texts('Cookies og besøg på siderne', 'Cookies and visits to the sites'),
  promises: {
    'R1.8': texts(
      'Den offentlige side spørger om cookies, og ja og nej fylder lige meget.',
      'The public site asks about cookies, and yes and no weigh the same.',
    ),
    'R4.1': texts(
      'Statistik begynder først, når du har sagt ja. Siger du nej, husker vi kun dit nej.',
      'Statistics begin only after you said yes. If you say no, we remember nothing but your no.',
    ),
    'R4.3': texts(
      'Spørgsmålet er væk, når du har svaret, og du kan ændre dit svar på hver side.',
      'The question is gone once you have answered, and you can change your answer on every page.',
    ),
    'T7.2': texts(
      'Andre cookies end de nødvendige kommer kun, når du har sagt ja.',
      'Cookies other than the necessary ones come only after you said yes.',
    ),
    'T7.3': texts(
      'Hver cookie forsvinder, når listen siger, at den skal.',
      'Every cookie goes when the list says that it must.',
    ),
    'T7.1': texts(
      'De nødvendige cookies husker kun dit sprog, og at du er logget ind.',
      'The necessary cookies remember only your language and that you are logged in.',
    ),
    'R4.2': texts(
      'De nødvendige cookies står på en liste med formål og varighed.',
      'The necessary cookies stand on a list with purpose and lifetime.',
    ),
    'R1.12': texts(
      'Alle cookies står i cookiepolitikken, delt i fire slags, med hvor længe de varer.',
      'All cookies stand in the cookie policy, in four kinds, with how long they last.',
    ),
    'R4.4': texts(
      'Vi forklarer, hvordan du siger nej til cookies og sletter dem.',
      'We explain how to refuse cookies and delete them.',
    ),
    'T7.4': texts(
      'Du kan læse de offentlige sider uden cookies og uden JavaScript.',
      'You can read the public pages without cookies and without JavaScript.',
    ),
    'T14.1': texts(
      'Besøg bliver kun talt, når du har sagt ja, og din IP-adresse bliver gjort ukendelig.',
      'Visits are counted only after you said yes, and your IP address is made anonymous.',
    ),
    'T14.2': texts(
      'Det ja kan du tage tilbage når som helst, og så forsvinder de cookies.',
      'You can take that yes back at any time, and then those cookies go.',
    ),
    'T15.1': texts(
      'Indhold fra andre, som video og kort, bliver først hentet, når du vælger det.',
      'Content from others, such as video and maps, is fetched only when you choose it.',
    ),
    'T17.1': texts(
      'Følger nogen med i, hvordan siderne bliver brugt, er det med dit ja, uden dit navn og højst i 365 dage.',
      'If use of the sites is followed, it is with your yes, without your name and for at most 365 days.',
    ),
  },
}

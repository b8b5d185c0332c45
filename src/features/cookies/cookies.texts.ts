import { texts } from '#kernel/language.ts'
import type { CookieKind } from '#policy/cookies.ts'

const kindsInDanish: Readonly<Record<CookieKind, string>> = {
  necessary: 'Nødvendig',
  functional: 'Funktionel',
  statistics: 'Statistik',
  marketing: 'Markedsføring',
}
const kindsInEnglish: Readonly<Record<CookieKind, string>> = {
  necessary: 'Necessary',
  functional: 'Functional',
  statistics: 'Statistics',
  marketing: 'Marketing',
}

export const cookieTexts = texts(
  {
    title: 'Cookies',
    lead: 'Her står hver cookie, som siden kan sætte. Andre kan den ikke sætte.',
    onlyNecessary:
      'Vi sætter kun de cookies, som siden ikke kan virke uden. Derfor spørger vi ikke om lov. Her står hver af dem; andre kan siden ikke sætte.',
    caption: 'Cookies, som siden kan sætte',
    name: 'Navn',
    kind: 'Slags',
    kinds: kindsInDanish,
    purpose: 'Formål',
    lifetime: 'Hvor længe',
    setBy: 'Sættes af',
    browserSession: 'Indtil du lukker browseren',
    days: (count: number) => `${count} dage`,
    minutes: (count: number) => `${count} minutter`,
    inStorage: ' (i browserens lager, ikke som cookie)',
    choiceTitle: 'Dit valg',
    notChosen: 'Du har ikke svaret endnu. Indtil du siger ja, sætter vi kun det nødvendige.',
    saidNo: (when: string) => `Du sagde nej ${when}. Vi sætter kun det nødvendige.`,
    saidYes: (kinds: string, when: string) => `Du sagde ja til ${kinds} ${when}.`,
    askedAgain: 'Vi spørger igen efter et år. Du kan ændre dit svar her, når du vil: det gælder fra den næste side.',
    chooseLegend: 'Eller vælg selv',
    save: 'Gem mit valg',
    refuseTitle: 'Sådan afviser og sletter du cookies',
    refuse:
      'Du kan altid læse de offentlige sider uden cookies. Skal du logge ind, har vi brug for dem: ellers kan vi ikke huske fra side til side, at det er dig.',
    browsers:
      'I din browsers indstillinger under privatliv eller sikkerhed kan du se, blokere og slette cookies. På en telefon ligger det under appens eller browserens indstillinger. Sletter du dem, bliver du logget ud, og vi spørger dig igen.',
  },
  {
    title: 'Cookies',
    lead: 'Here is every cookie that the site can set. It cannot set any other.',
    onlyNecessary:
      'We set only the cookies that the site cannot work without, and so we do not ask for permission. Here is each of them; the site cannot set any other.',
    caption: 'Cookies that the site can set',
    name: 'Name',
    kind: 'Kind',
    kinds: kindsInEnglish,
    purpose: 'Purpose',
    lifetime: 'How long',
    setBy: 'Set by',
    browserSession: 'Until you close the browser',
    days: (count: number) => `${count} days`,
    minutes: (count: number) => `${count} minutes`,
    inStorage: ' (in the browser’s storage, not as a cookie)',
    choiceTitle: 'Your choice',
    notChosen: 'You have not answered yet. Until you say yes, we set only what is necessary.',
    saidNo: (when: string) => `You said no on ${when}. We set only what is necessary.`,
    saidYes: (kinds: string, when: string) => `You said yes to ${kinds} on ${when}.`,
    askedAgain: 'We ask again after a year. You can change your answer here at any time: it counts from the next page.',
    chooseLegend: 'Or choose yourself',
    save: 'Save my choice',
    refuseTitle: 'How to refuse and delete cookies',
    refuse:
      'You can always read the public pages without cookies. To log in we need them: otherwise we cannot remember from page to page that it is you.',
    browsers:
      'In your browser’s settings, under privacy or security, you can see, block and delete cookies. On a phone it is under the settings of the app or the browser. If you delete them, you are logged out, and we ask you again.',
  },
)

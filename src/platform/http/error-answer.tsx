import { texts } from '#kernel/language.ts'
import { ErrorPage } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { type Answer, sendProblem, show } from './answer.ts'

export type ErrorKind = keyof typeof statuses

const statuses = {
  missing: 404,
  refused: 403,
  resting: 403,
  forged: 403,
  terms: 409,
  unreadable: 400,
  'too-large': 413,
  'too-many': 429,
  broken: 500,
} as const

const words = texts(
  {
    missing: [
      'Vi kan ikke finde siden',
      'Siden findes ikke, eller den vedrører noget, du ikke har adgang til. Kontrollér adressen, eller begynd forfra.',
    ],
    refused: [
      'Det har du ikke adgang til',
      'Din bruger må ikke se eller gøre det her. Spørg din administrator, hvis du mener, at du skal have adgang.',
    ],
    resting: [
      'Din konto bliver kun gemt lige nu',
      'Brugen af din konto er begrænset (artikel 18). Du kan stadig se og hente dine oplysninger under "Mine oplysninger". Den, der svarede dig, ophæver begrænsningen.',
    ],
    forged: [
      'Siden var for gammel',
      'Vi kunne ikke se, at formularen kom fra din egen side. Det sker, hvis du er logget ind igen i mellemtiden. Gå tilbage, genindlæs siden, og prøv igen.',
    ],
    terms: [
      'Læs først de nye vilkår',
      'Det, du sendte, er ikke gemt. Gå til forsiden, læs vilkårene, og gå så tilbage hertil: det, du skrev, står der stadig.',
    ],
    unreadable: ['Vi kunne ikke læse det sendte', 'Gå tilbage og prøv igen.'],
    'too-large': ['Det sendte fylder for meget', 'Gå tilbage, og vælg en mindre fil.'],
    'too-many': ['For mange forsøg', 'Vent et par minutter, og prøv så igen.'],
    broken: ['Der opstod en fejl', 'Fejlen er vores, og vi har noteret den. Intet er gemt halvt. Prøv igen om lidt.'],
    action: ['Til forsiden'],
  },
  {
    missing: [
      'We cannot find that page',
      'The page does not exist, or it concerns something you have no access to. Check the address, or start over.',
    ],
    refused: [
      'You do not have access to that',
      'Your account may not see or do this. Ask your administrator if you think that you should.',
    ],
    resting: [
      'Your account is only stored right now',
      'The use of your account is restricted (article 18). You can still see and download your information under “My data”. Whoever answered you lifts the restriction.',
    ],
    forged: [
      'The page was too old',
      'We could not tell that the form came from your own page. This happens if you have logged in again meanwhile. Go back, reload the page and try again.',
    ],
    terms: [
      'Please read the new terms first',
      'What you sent is not saved. Go to the front page, read the terms, and then come back here: what you typed is still there.',
    ],
    unreadable: ['We could not read what was sent', 'Go back and try again.'],
    'too-large': ['What was sent is too large', 'Go back and choose a smaller file.'],
    'too-many': ['Too many attempts', 'Wait a few minutes and then try again.'],
    broken: [
      'Something went wrong',
      'The fault is ours, and we have noted it. Nothing is half saved. Try again in a moment.',
    ],
    action: ['To the front page'],
  },
)

/** The page for what is not an answer of an action's own. */
export function errorAnswer(page: Page, kind: ErrorKind): Answer {
  const said = words[page.language]
  const [title = '', text = ''] = said[kind]
  const status = statuses[kind]
  return show(
    <ErrorPage
      page={page}
      status={status}
      title={title}
      text={text}
      action={{ href: page.links.home, label: said.action[0] ?? '' }}
    />,
    status,
  )
}

/** The same for machines (RFC 9457). */
export const errorProblem = (kind: ErrorKind): Answer =>
  sendProblem({ type: `/api#${kind}`, title: words.en[kind][0] ?? '', status: statuses[kind] })

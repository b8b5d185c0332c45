import { formats } from '#kernel/format.ts'
import { texts } from '#kernel/language.ts'
import type { Temporal } from '#kernel/time.ts'
import { ErrorPage } from '#platform/design/index.ts'
import type { FormState } from '#platform/html/page.ts'
import { closedUntil } from '#platform/maintenance/maintenance-window.ts'
import { staysPossibleReadOnly } from '#policy/maintenance.ts'
import { type Action, isForMachines, type Running, type Visit } from './action.ts'
import { type Answer, sendProblem, show, withHeaders } from './answer.ts'

const words = texts(
  {
    title: 'Du kan ikke ændre noget lige nu',
    text: (until: string) =>
      `Vi vedligeholder siden. Det, du sendte, er ikke gemt. Prøv igen efter ${until}. Du kan stadig læse det hele.`,
    heading: 'Vi vedligeholder siden lige nu',
    notSaved: (until: string) => `Det, du skrev, er ikke gemt. Det står her endnu. Send det igen efter ${until}.`,
    home: 'Til forsiden',
  },
  {
    title: 'You cannot change anything right now',
    text: (until: string) =>
      `We are maintaining the site. What you sent is not saved. Try again after ${until}. You can still read everything.`,
    heading: 'We are maintaining the site right now',
    notSaved: (until: string) => `What you wrote is not saved. It still stands here. Send it again after ${until}.`,
    home: 'To the front page',
  },
)

/** Until when maintenance keeps this action from changing anything; null when it may. */
export const isClosedUntil = ({ at, asks }: Action, { services, now }: Visit): Temporal.Instant | null =>
  at.method !== 'POST' || staysPossibleReadOnly(asks) ? null : closedUntil(services.maintenance.known(), now)

type Unread = Omit<Running<string, Action['asks'], unknown, unknown>, 'input' | 'prepared'>

/** Nothing is changed: the page comes back with what was typed; where there is no form to bring back, a page that says so. */
export async function refuseWhileClosed(action: Action, running: Unread, endsAt: Temporal.Instant): Promise<Answer> {
  const { now, page } = running
  const said = words[page.language]
  const until = formats(page.language).weekdayDateTime(endsAt)
  const answered = async (): Promise<Answer> => {
    if (isForMachines(action)) return problemFor(endsAt)
    const form: FormState = {
      ...running.form,
      heading: said.heading,
      errors: [{ field: '', message: said.notSaved(until) }],
    }
    if (action.definition.again) return show(await action.definition.again({ ...running, form }), 503)
    const way = { href: page.links.home, label: said.home }
    return show(<ErrorPage page={page} status={503} title={said.title} text={said.text(until)} action={way} />, 503)
  }
  return withHeaders(await answered(), { 'Retry-After': secondsUntil(endsAt, now) })
}

const problemFor = (endsAt: Temporal.Instant) =>
  sendProblem({
    type: '/api#read-only',
    title: 'Planned maintenance: nothing can be changed now',
    status: 503,
    until: endsAt.toString(),
  })

const secondsUntil = (endsAt: Temporal.Instant, now: Temporal.Instant) =>
  String(Math.ceil((endsAt.epochMilliseconds - now.epochMilliseconds) / 1000))

import { courseOf, deadlineOf, rightTexts } from '#features/rights/index.ts'
import { formats } from '#kernel/format.ts'
import { Section, SummaryList, Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { directTexts } from './direct.texts.ts'
import type { DirectRow } from './direct-requests.sql.ts'
import type { OpenedDirect } from './found-direct.ts'

type Part = { readonly page: Page; readonly request: OpenedDirect }

/** What an activity is called where somebody chooses what their request is about. */
export const activityName = (model: PolicyModel, id: string, page: Page): string =>
  model.activities.find((one) => one.id === id)?.name[page.language] ?? id

/** How a request stands, in a sentence for whoever asked. */
export function directLead(page: Page, found: DirectRow, controller: string): string {
  const t = directTexts[page.language]
  if (found.is_carried_out) return t.carriedOut
  const due = deadlineOf(courseOf(found))
  if (found.answer || !due) return t[found.answer ?? 'granted'](controller)
  return t.lead(controller, formats(page.language).dateLong(due))
}

/** What was asked, in the words of whoever asked. */
export function DirectAsked({ page, request: { found, words }, model }: Part & { readonly model: PolicyModel }) {
  const t = directTexts[page.language]
  return (
    <Section title={t.asked}>
      <SummaryList
        items={[
          { label: t.about, value: activityName(model, found.activity, page) },
          found.field !== null && { label: t.field, value: t.fields[found.field] },
          words.text !== null && { label: t.text, value: words.text },
          words.proposal !== null && { label: t.proposal, value: words.proposal },
          found.means !== null && { label: t.identity, value: rightTexts[page.language].means[found.means] },
        ]}
      />
    </Section>
  )
}

/** The answer with its reason; nothing while there is none. */
export function DirectAnswer({ page, request: { found, states } }: Part) {
  const t = directTexts[page.language]
  const said = states.find(({ state }) => state === 'granted' || state === 'refused')
  if (!said?.note) return null
  return (
    <Section title={t.answer}>
      <blockquote>
        <p>{said.note}</p>
      </blockquote>
      {found.law && (
        <p>
          {t.because}: {rightTexts[page.language].laws[found.law]}.
        </p>
      )}
    </Section>
  )
}

/** Each step with its time; colleagues see who took it. */
export function DirectHistory({ page, request: { states } }: Part) {
  const t = rightTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Section title={directTexts[page.language].history}>
      <Timeline
        items={states.map(({ state, at, by_name, note }) => ({
          title: by_name ? `${t.states[state]}: ${by_name}` : t.states[state],
          time: dateTime(at),
          datetime: at.toString(),
          body: (state === 'extended' || state === 'lifted') && note ? <p>{note}</p> : undefined,
        }))}
      />
    </Section>
  )
}

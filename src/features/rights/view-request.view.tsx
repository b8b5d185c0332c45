import { formats } from '#kernel/format.ts'
import { Alert, Layout, Section, SummaryList, Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { AuthoritiesTold } from './authority-notices.view.tsx'
import { deadlineOf } from './deadline.ts'
import { fieldWords } from './field-words.ts'
import type { OpenedRequest } from './found-request.ts'
import { rightTexts } from './rights.texts.ts'
import { Complaint, courseOf, treatmentOf } from './standing.view.tsx'
import { viewRequestTexts } from './view-request.texts.ts'

type Part = { readonly page: Page; readonly request: OpenedRequest }

export function requestView(page: Page, request: OpenedRequest) {
  const t = viewRequestTexts[page.language]
  const part = { page, request }
  return (
    <Layout
      page={page}
      title={rightTexts[page.language].rights[request.found.right].name}
      lead={leadOf(part)}
      back={{ href: routes.my.rights.overview.href({}), label: t.back }}
    >
      <Answer {...part} />
      <AuthoritiesTold {...part} />
      <Section title={t.asked}>
        <AskedList {...part} words={t} />
      </Section>
      <Section title={t.history}>
        <History {...part} />
      </Section>
      <Complaint page={page} />
    </Layout>
  )
}

function leadOf({ page, request: { found } }: Part): string {
  const t = viewRequestTexts[page.language]
  if (found.is_carried_out) return t.carriedOut
  if (found.answer) return t[found.answer](found.controller_name)
  if (found.controller_has_left) return t.left(found.controller_name)
  const due = deadlineOf(courseOf(found))
  return due ? t.lead(found.controller_name, formats(page.language).dayMonth(due)) : t.waiting(found.controller_name)
}

/** The answer with its reason, and what it means for the case. */
function Answer({ page, request: { found, states } }: Part) {
  const t = viewRequestTexts[page.language]
  const said = states.find(({ state }) => state === 'granted' || state === 'refused')
  const standing = found.is_restricting && !found.is_carried_out
  return (
    <>
      {said && (
        <Section title={t.answer}>
          <blockquote>
            <p>{said.note}</p>
          </blockquote>
          {said.law && (
            <p>
              {t.because}: {rightTexts[page.language].laws[said.law]}.
            </p>
          )}
        </Section>
      )}
      {standing && (
        <Alert page={page}>
          <p>{standingOf(page, found)}</p>
        </Alert>
      )}
    </>
  )
}

function standingOf(page: Page, found: OpenedRequest['found']): string {
  const t = viewRequestTexts[page.language]
  const { answer, right, restriction_ends_on: endsOn } = found
  if (endsOn) return t.ends(found.controller_name, formats(page.language).dayMonth(endsOn.subtract({ days: 1 })))
  if (right === 'erasure') return t.erasing
  return answer ? t.restricting : t.frozen
}

type AskedProps = Part & { readonly words: { readonly wrong: string; readonly proposal: string } }

/** What was asked, in words for the person or for whoever answers. */
export function AskedList({ page, request: { found, text, proposal }, words }: AskedProps) {
  const t = viewRequestTexts[page.language]
  return (
    <SummaryList
      items={[
        found.case_number !== null && { label: t.about, value: `${treatmentOf(page, found)}, ${found.case_number}` },
        found.field !== null && { label: t.field, value: fieldWords(found.field, page.language) },
        text !== null && { label: words.wrong, value: text },
        proposal !== null && { label: words.proposal, value: proposal },
        found.means !== null && { label: t.identity, value: rightTexts[page.language].means[found.means] },
      ]}
    />
  )
}

/** Each step with its time; colleagues see who took it. */
export function History({ page, request: { states } }: Part) {
  const t = rightTexts[page.language]
  const { dateTime } = formats(page.language)
  return (
    <Timeline
      items={states.map(({ state, at, by_name, note }) => ({
        title: by_name ? `${t.states[state]}: ${by_name}` : t.states[state],
        time: dateTime(at),
        datetime: at.toString(),
        body: (state === 'extended' || state === 'lifted') && note ? <p>{note}</p> : undefined,
      }))}
    />
  )
}

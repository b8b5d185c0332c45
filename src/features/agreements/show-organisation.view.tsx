import { type KeptUntil, keptLines } from '#features/retention/index.ts'
import { formats } from '#kernel/format.ts'
import type { Phone } from '#kernel/phone.ts'
import { dayOf } from '#kernel/time.ts'
import { Button, ButtonLink, Form, Layout, Section, SummaryList, Tag, Timeline } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { AgreementRow, Figures, StepRow } from './agreements.sql.ts'
import { stateOf } from './agreements.ts'
import { organisationTexts } from './show-organisation.texts.ts'

type Shown = {
  readonly found: AgreementRow
  readonly figures: Figures
  readonly steps: readonly StepRow[]
  readonly kept: readonly KeptUntil[]
  readonly mayEnd: boolean
}
type Part = { readonly page: Page; readonly shown: Shown }

const tones = { running: 'success', ending: 'warning', ended: 'neutral' } as const

export function organisationView(page: Page, shown: Shown) {
  const t = organisationTexts[page.language]
  const { found } = shown
  const state = stateOf(found)
  const part = { page, shown }
  return (
    <Layout
      page={page}
      title={found.name}
      lead={t.kinds[found.kind]}
      back={{ href: routes.operator.organisations.href({}), label: t.back }}
    >
      <p>
        <Tag tone={tones[state]}>{t.states[state]}</Tag>
      </p>
      <Agreement {...part} />
      {state === 'ended' ? <Progress {...part} /> : <Numbers {...part} />}
      <Company {...part} />
    </Layout>
  )
}

function Agreement({ page, shown: { found, mayEnd } }: Part) {
  const t = organisationTexts[page.language]
  const params = { organisationId: found.id }
  const day = found.last_day ? formats(page.language).dateLong(found.last_day) : ''
  const reason = found.reason ? t.reasons[found.reason] : ''
  const state = stateOf(found)
  return (
    <Section title={t.agreement}>
      {state === 'running' && <p>{t.running}</p>}
      {state === 'ending' && <p>{t.ending(day, reason)}</p>}
      {state === 'ending' && <p>{t.endingText}</p>}
      {state === 'ended' && <p>{t.ended(day, reason)}</p>}
      {mayEnd && state === 'running' && (
        <p>
          <ButtonLink href={routes.operator.organisation.ending.form.href(params)} kind="secondary">
            {t.end}
          </ButtonLink>
        </p>
      )}
      {mayEnd && state === 'ending' && (
        <Form page={page} action={routes.operator.organisation.ending.takeBack.href(params)}>
          <Button kind="secondary">{t.takeBack}</Button>
        </Form>
      )}
    </Section>
  )
}

/** What the agreement carries today. */
function Numbers({ page, shown: { figures } }: { page: Page; shown: Pick<Shown, 'figures'> }) {
  const t = organisationTexts[page.language]
  const { number } = formats(page.language)
  return (
    <Section title={t.figures}>
      <SummaryList
        items={[
          { label: t.users, value: number(figures.users) },
          { label: t.credentials, value: number(figures.credentials) },
          { label: t.openCases, value: number(figures.open_cases) },
          { label: t.journals, value: number(figures.journals) },
          { label: t.requests, value: number(figures.requests) },
        ]}
      />
    </Section>
  )
}

function Progress({ page, shown: { found, steps, kept } }: Part) {
  const t = organisationTexts[page.language]
  const { dateTime, dateLong } = formats(page.language)
  const at = (instant: StepRow['reached_at']) => ({ time: dateTime(instant), datetime: instant.toString() })
  const ended = found.took_effect_at ? [{ ...at(found.took_effect_at), title: t.accessEnded }] : []
  const waits = !steps.some(({ step }) => step === 'contacts-erased')
  return (
    <Section title={t.progress}>
      <Timeline
        items={[
          ...ended,
          ...steps.map(({ step, reached_at, figures }) => ({
            ...at(reached_at),
            title: t.steps[step],
            ...(step === 'visits-called-off' && { body: t.visitsCalledOff(figures['visits'] ?? 0) }),
          })),
        ]}
      />
      {waits && found.access_until && <p>{t.contactsWait(dateLong(found.access_until))}</p>}
      <Kept page={page} kept={kept} />
    </Section>
  )
}

/** What stays here for now, each with its reason and its last day. */
export function Kept({ page, kept }: { readonly page: Page; readonly kept: readonly KeptUntil[] }) {
  return (
    <>
      <h3>{organisationTexts[page.language].kept}</h3>
      <ul>
        {keptLines(kept, page.language).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </>
  )
}

function Company({ page, shown: { found } }: Part) {
  const t = organisationTexts[page.language]
  const { phone, dateLong } = formats(page.language)
  return (
    <Section title={t.details}>
      <SummaryList
        items={[
          { label: t.cvr, value: found.cvr },
          found.town !== null && { label: t.town, value: found.town },
          { label: t.email, value: found.email || t.erasedValue },
          { label: t.phone, value: found.phone ? phone(found.phone as Phone) : t.erasedValue },
          { label: t.since, value: dateLong(dayOf(found.created_at)) },
        ]}
      />
    </Section>
  )
}

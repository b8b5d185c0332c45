import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import {
  Button,
  type Column,
  EmptyState,
  Form,
  Layout,
  Pagination,
  SearchField,
  Table,
  Tabs,
  Tag,
  type Tone,
} from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type ClinicCaseRow, type CourseState, courseStates } from './clinic-case.sql.ts'
import { approvalShort, courseTexts } from './courses.texts.ts'

type Listed = { readonly row: ClinicCaseRow; readonly name: string | null }

type ListProps = {
  readonly page: Page
  readonly state: CourseState
  readonly words: string
  readonly counts: ReadonlyMap<CourseState, number>
  readonly listed: readonly Listed[]
  readonly matches: number
  readonly pages: { readonly current: number; readonly total: number }
}

export function clinicCasesView(props: ListProps): Html {
  const { page, state, words, listed, pages } = props
  const t = courseTexts[page.language]
  const searching = words !== ''
  const form = { values: { q: words }, errors: [] }
  return (
    <Layout page={page} title={t.listTitle} lead={t.listLead} wide>
      <Form page={page} action={routes.clinic.cases.href({})} method="get">
        <SearchField page={page} form={form} name="q" label={t.search} hint={t.searchHint} />
        <Button kind="secondary">{t.searchButton}</Button>
      </Form>
      {searching ? (
        <p>
          {t.found(props.matches, words)} <a href={routes.clinic.cases.href({})}>{t.clear}</a>
        </p>
      ) : (
        <StateTabs {...props} />
      )}
      <Table
        caption={searching ? t.search : t.states[state]}
        captionHidden
        columns={columnsFor(page, searching)}
        rows={listed}
        empty={
          searching ? (
            <EmptyState title={t.nothingFound} icon="search">
              {t.nothingFoundText}
            </EmptyState>
          ) : (
            <EmptyState title={t.emptyTitles[state]} icon="person">
              {t.emptyText}
            </EmptyState>
          )
        }
      />
      <Pagination
        page={page}
        current={pages.current}
        total={pages.total}
        href={(number) =>
          routes.clinic.cases.href({}, { ...(searching ? { q: words } : { state }), page: String(number) })
        }
      />
    </Layout>
  )
}

const StateTabs = ({ page, state, counts }: ListProps): Html => {
  const t = courseTexts[page.language]
  return (
    <Tabs
      label={t.stateTabs}
      tabs={courseStates.map((one) => ({
        href: routes.clinic.cases.href({}, { state: one }),
        label: t.states[one],
        current: one === state,
        count: counts.get(one) ?? 0,
      }))}
    />
  )
}

const stateTones: Readonly<Record<CourseState, Tone>> = { new: 'warning', active: 'info', closed: 'neutral' }

function columnsFor(page: Page, withState: boolean): readonly Column<Listed>[] {
  const t = courseTexts[page.language]
  const say = formats(page.language)
  return [
    {
      label: t.patient,
      heads: true,
      cell: ({ row, name }) => <a href={routes.clinic.case.href({ caseId: row.id })}>{name ?? t.unknownPatient}</a>,
    },
    { label: t.treatment, cell: ({ row }) => (page.language === 'da' ? row.treatment_da : row.treatment_en) },
    { label: t.insurer, cell: ({ row }) => row.insurer_name },
    { label: t.caseNumber, cell: ({ row }) => row.case_number },
    { label: t.received, cell: ({ row }) => say.dateShort(dayOf(row.disclosed_at)) },
    { label: t.sessions, cell: ({ row }) => approvalShort(page.language, row) },
    ...(withState
      ? [
          {
            label: t.state,
            cell: ({ row }: Listed) => <Tag tone={stateTones[row.state]}>{t.stateTags[row.state]}</Tag>,
          },
        ]
      : []),
  ]
}

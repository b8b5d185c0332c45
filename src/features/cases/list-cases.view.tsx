import { formats } from '#kernel/format.ts'
import type { Id } from '#kernel/ids.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  type Column,
  Details,
  EmptyState,
  Form,
  Layout,
  SearchField,
  SelectField,
  Table,
  Tag,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type CaseState, caseStates, caseStateTexts, caseStateTones } from './case-state.ts'
import type { CaseRow } from './list-cases.sql.ts'
import { listCasesTexts } from './list-cases.texts.ts'

export type ListedCase = CaseRow & { readonly name: string | null }

type Listing = {
  readonly cases: readonly ListedCase[]
  readonly given: {
    readonly q: string | null
    readonly state: CaseState | null
    readonly treatment: string | null
    readonly after: Id<'case'> | null
  }
  readonly form: FormState
  readonly mayCreate: boolean
  readonly treatments: readonly { code: string; name_da: string; name_en: string }[]
  /** The last case shown, when there are older ones. */
  readonly older: Id<'case'> | null
}

export function listCasesView(page: Page, listing: Listing) {
  const t = listCasesTexts[page.language]
  const { cases, given, older, mayCreate } = listing
  const { q, state, treatment } = given
  const filtered = Boolean(q || state || treatment || given.after)
  return (
    <Layout page={page} title={t.title} lead={t.lead} wide>
      {mayCreate && (
        <ButtonRow>
          <ButtonLink href={routes.case.form.href({})}>{t.newCase}</ButtonLink>
        </ButtonRow>
      )}
      {(filtered || cases.length > 0) && <Filters page={page} {...listing} />}
      <Table
        caption={t.caption}
        captionHidden
        columns={columns(page)}
        rows={cases}
        empty={<Nothing page={page} filtered={filtered} />}
      />
      {(given.after || older) && (
        <ButtonRow>
          {given.after && (
            <ButtonLink href={routes.case.list.href({}, { q, state, treatment })} kind="secondary">
              {t.newest}
            </ButtonLink>
          )}
          {older && (
            <ButtonLink href={routes.case.list.href({}, { q, state, treatment, after: older })} kind="secondary">
              {t.older}
            </ButtonLink>
          )}
        </ButtonRow>
      )}
    </Layout>
  )
}

function Filters({ page, form, treatments, given }: Listing & { page: Page }) {
  const t = listCasesTexts[page.language]
  const states = caseStates.map((value) => ({ value, label: caseStateTexts[page.language][value] }))
  const kinds = treatments.map((one) => ({
    value: one.code,
    label: page.language === 'da' ? one.name_da : one.name_en,
  }))
  const common = { page, form }
  return (
    <Form page={page} action={routes.case.list.href({})} method="get">
      <SearchField {...common} name="q" label={t.search} hint={t.searchHint} />
      <Details summary={t.more} open={Boolean(given.state || given.treatment)}>
        <SelectField {...common} name="state" label={t.state} options={states} placeholder={t.anyState} />
        <SelectField {...common} name="treatment" label={t.treatment} options={kinds} placeholder={t.anyTreatment} />
      </Details>
      <Button kind="secondary" icon="search">
        {t.find}
      </Button>
    </Form>
  )
}

function columns(page: Page): readonly Column<ListedCase>[] {
  const t = listCasesTexts[page.language]
  return [
    {
      label: t.patient,
      heads: true,
      cell: (row) => (row.name ? <a href={routes.case.show.href({ caseId: row.id })}>{row.name}</a> : t.erased),
    },
    { label: t.number, cell: (row) => row.case_number },
    { label: t.treatment, cell: (row) => (page.language === 'da' ? row.treatment_da : row.treatment_en) },
    {
      label: t.state,
      cell: (row) => <Tag tone={caseStateTones[row.state]}>{caseStateTexts[page.language][row.state]}</Tag>,
    },
    { label: t.sessions, cell: (row) => t.used(row.used, row.approved) },
    { label: t.next, cell: (row) => (row.next_at ? formats(page.language).weekdayDateTime(row.next_at) : t.none) },
  ]
}

function Nothing({ page, filtered }: { page: Page; filtered: boolean }) {
  const t = listCasesTexts[page.language]
  if (!filtered) return <EmptyState title={t.noneYet}>{t.noneYetText}</EmptyState>
  return (
    <EmptyState
      title={t.noneFound}
      icon="search"
      action={
        <ButtonLink href={routes.case.list.href({})} kind="secondary">
          {t.clear}
        </ButtonLink>
      }
    >
      {t.noneFoundText}
    </EmptyState>
  )
}

import type { Temporal } from '#kernel/time.ts'
import {
  Button,
  Checkbox,
  DateField,
  EmptyState,
  Form,
  Layout,
  Section,
  spanOf,
  Table,
  Tag,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { hasBegun, isOver, statusPath } from '#platform/maintenance/maintenance-window.ts'
import { routes } from '#src/routes.ts'
import { announceTexts } from './announce-maintenance.texts.ts'
import type { WindowRow } from './maintenance.sql.ts'

type Group = 'running' | 'coming' | 'past'

export function maintenanceView(page: Page, windows: readonly WindowRow[], form: FormState) {
  const t = announceTexts[page.language]
  const of = (group: Group) => windows.filter((row) => groupOf(row, page.now) === group)
  const [running, coming, past] = [of('running'), of('coming').toReversed(), of('past')]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <p>
        <a href={statusPath}>{t.toStatus}</a>
      </p>
      {running.length > 0 && <Windows page={page} group="running" rows={running} />}
      <Windows page={page} group="coming" rows={coming} />
      <Section title={t.announceTitle} lead={t.announceLead}>
        <AnnounceForm page={page} form={form} />
      </Section>
      {past.length > 0 && <Windows page={page} group="past" rows={past} />}
    </Layout>
  )
}

const spanIn = (row: WindowRow) => ({ startsAt: row.starts_at, endsAt: row.ends_at })

function groupOf(row: WindowRow, now: Temporal.Instant): Group {
  if (row.called_off || isOver(spanIn(row), now)) return 'past'
  return hasBegun(spanIn(row), now) ? 'running' : 'coming'
}

type WindowsProps = { readonly page: Page; readonly group: Group; readonly rows: readonly WindowRow[] }

const Windows = ({ page, group, rows }: WindowsProps) => {
  const t = announceTexts[page.language]
  return (
    <Section title={t[group]}>
      <Table
        caption={t[group]}
        captionHidden
        columns={[
          { label: t.when, heads: true, cell: (row) => spanOf(spanIn(row), page.language) },
          { label: t.text, cell: (row) => <What page={page} row={row} /> },
          group === 'past'
            ? { label: t.state, cell: (row) => <Outcome page={page} row={row} /> }
            : { label: t.actions, cell: (row) => <Ending page={page} group={group} row={row} /> },
        ]}
        rows={rows}
        empty={<EmptyState title={t.none} icon="check" />}
      />
    </Section>
  )
}

const What = ({ page, row }: { page: Page; row: WindowRow }) => {
  const t = announceTexts[page.language]
  return (
    <>
      {page.language === 'da' ? row.text_da : row.text_en}
      <br />
      <Tag tone={row.read_only ? 'warning' : 'neutral'}>{row.read_only ? t.readOnly : t.open}</Tag>
    </>
  )
}

const Outcome = ({ page, row }: { page: Page; row: WindowRow }) => {
  const t = announceTexts[page.language]
  if (row.called_off) return <Tag>{t.calledOff}</Tag>
  return <Tag tone="success">{row.ended_early ? t.endedEarly : t.done}</Tag>
}

const Ending = ({ page, group, row }: { page: Page; group: Group; row: WindowRow }) => {
  const t = announceTexts[page.language]
  return (
    <Form page={page} action={routes.operator.endMaintenance.href({ windowId: row.id })} class="button-row">
      <Button kind="secondary">
        {group === 'running' ? t.endNow : t.callOff}
        <span class="visually-hidden">{t.which(spanOf(spanIn(row), page.language))}</span>
      </Button>
    </Form>
  )
}

const AnnounceForm = ({ page, form }: { page: Page; form: FormState }) => {
  const t = announceTexts[page.language]
  const field = { page, form }
  const clock = { ...field, width: 'short', hint: t.timeHint, autocomplete: 'off' } as const
  return (
    <Form page={page} action={routes.operator.announceMaintenance.href({})} form={form}>
      <DateField {...field} name="startsOn" label={t.startsOn} />
      <TextField {...clock} name="startsAt" label={t.startsAt} />
      <DateField {...field} name="endsOn" label={t.endsOn} />
      <TextField {...clock} name="endsAt" label={t.endsAt} />
      <Checkbox {...field} name="readOnly" label={t.readOnlyLabel} hint={t.readOnlyHint} />
      <TextArea {...field} name="textDa" label={t.textDa} hint={t.textHint} maxLength={300} rows={3} />
      <TextArea {...field} name="textEn" label={t.textEn} hint={t.textHint} maxLength={300} rows={3} />
      <Button>{t.announce}</Button>
    </Form>
  )
}

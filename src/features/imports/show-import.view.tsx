import { formats } from '#kernel/format.ts'
import { Alert, Button, ButtonLink, ButtonRow, Form, Layout, Meter, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { FaultList } from './fault-list.view.tsx'
import type { FaultRow } from './import-faults.sql.ts'
import type { ImportRow } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { type Preview, PreviewTable } from './preview-table.view.tsx'
import { NewFileLink } from './upload-file.view.tsx'

type Shown = {
  readonly found: ImportRow
  readonly isFollowed: boolean
  readonly faults: readonly FaultRow[]
  readonly pages: { readonly current: number; readonly total: number }
  readonly preview: Preview | null
}
type PartProps = Shown & { readonly page: Page }

/** After this long without progress, the reader may set the work going again. */
const stuckMinutes = 5

export function showImportView(page: Page, shown: Shown) {
  const t = importsTexts[page.language]
  const { found } = shown
  const title = t.title(formats(page.language).dateTime(found.uploaded_at))
  const isChecked = found.state !== 'checking' && found.state !== 'check-failed'
  return (
    <Layout page={page} title={title} wide back={{ href: routes.import.list.href({}), label: t.back }}>
      <Standing page={page} {...shown} />
      <SummaryList
        items={[
          { label: t.uploadedBy, value: found.uploaded_by_name },
          { label: t.total, value: found.rows_total },
          isChecked && { label: t.wrongRows, value: found.rows_wrong },
          isChecked && found.rows_wrong === 0 && { label: t.withConsent, value: found.rows_with_consent },
          isChecked &&
            found.rows_wrong === 0 && { label: t.withoutConsent, value: found.rows_total - found.rows_with_consent },
        ]}
      />
      {shown.preview && <PreviewTable page={page} preview={shown.preview} />}
      {found.state === 'has-errors' && <FaultList page={page} {...shown} />}
    </Layout>
  )
}

const Standing = (props: PartProps) => {
  const { page, found } = props
  const t = importsTexts[page.language]
  switch (found.state) {
    case 'checking':
      return (
        <AtWork
          {...props}
          label={t.checking}
          text={t.checked(found.rows_checked, found.rows_total)}
          done={found.rows_checked}
        />
      )
    case 'importing':
      return (
        <AtWork
          {...props}
          label={t.importing}
          text={t.importedSoFar(found.rows_imported, found.rows_total)}
          done={found.rows_imported}
        />
      )
    case 'has-errors':
      return <HasErrors page={page} found={found} />
    case 'ready':
      return <ToConfirm {...props} kind="info" title={t.readyTitle} text={t.readyText(found.rows_total)} />
    case 'not-allowed':
      return <ToConfirm {...props} kind="warning" title={t.notAllowedTitle} text={t.notAllowedText} />
    case 'imported':
      return (
        <>
          <Alert page={page} kind="success" title={t.doneTitle(found.rows_total)}>
            <p>{t.doneText}</p>
          </Alert>
          <p>
            <ButtonLink href={routes.case.list.href({})}>{t.toCases}</ButtonLink>
          </p>
        </>
      )
    case 'check-failed':
    case 'import-failed':
      return (
        <>
          <Alert page={page} kind="error" title={t.failedTitle}>
            <p>{t.failedText}</p>
          </Alert>
          <Retry {...props} />
        </>
      )
    case 'expired':
      return (
        <>
          <Alert page={page} title={t.expiredTitle}>
            <p>{t.expiredText}</p>
          </Alert>
          <p>
            <NewFileLink page={page} />
          </p>
        </>
      )
  }
}

const AtWork = (props: PartProps & { readonly label: string; readonly text: string; readonly done: number }) => {
  const { page, found, isFollowed } = props
  const t = importsTexts[page.language]
  const here = (follow?: number) => routes.import.show.href({ importId: found.id }, { follow })
  const quietMinutes = (page.now.epochMilliseconds - found.progressed_at.epochMilliseconds) / 60_000
  return (
    <>
      <Meter label={props.label} text={props.text} value={props.done} max={Math.max(13, found.rows_total)} />
      <p>{quietMinutes >= stuckMinutes ? t.stuckText : t.wait}</p>
      <ButtonRow>
        <ButtonLink href={here(isFollowed ? 1 : undefined)}>{t.refresh}</ButtonLink>
        <ButtonLink kind="secondary" href={here(isFollowed ? undefined : 1)}>
          {isFollowed ? t.unfollow : t.follow}
        </ButtonLink>
      </ButtonRow>
      {quietMinutes >= stuckMinutes && <Retry {...props} />}
    </>
  )
}

const HasErrors = ({ page, found }: Pick<PartProps, 'page' | 'found'>) => {
  const t = importsTexts[page.language]
  return (
    <>
      <Alert page={page} kind="warning" title={t.errorsTitle(found.rows_wrong)}>
        <p>{t.errorsText}</p>
      </Alert>
      <ButtonRow>
        <ButtonLink href={routes.import.rowsToMend.href({ importId: found.id })}>{t.mend}</ButtonLink>
        <ButtonLink kind="secondary" href={routes.import.form.href({})}>
          {t.again}
        </ButtonLink>
      </ButtonRow>
    </>
  )
}

type ToConfirmProps = PartProps & { readonly kind: 'info' | 'warning'; readonly title: string; readonly text: string }

const ToConfirm = ({ page, found, kind, title, text }: ToConfirmProps) => {
  const t = importsTexts[page.language]
  const without = found.rows_total - found.rows_with_consent
  return (
    <>
      <Alert page={page} kind={kind} title={title}>
        <p>{text}</p>
        {without > 0 && <p>{t.withoutText(without)}</p>}
      </Alert>
      <Form page={page} action={routes.import.confirm.href({ importId: found.id })}>
        <Button>{t.confirm(found.rows_total)}</Button>
      </Form>
    </>
  )
}

const Retry = ({ page, found }: PartProps) => (
  <Form page={page} action={routes.import.retry.href({ importId: found.id })}>
    <Button kind="secondary">{importsTexts[page.language].retry}</Button>
  </Form>
)

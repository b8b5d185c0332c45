import { Alert, Button, ButtonLink, ButtonRow, Form, Meter } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { ImportRow } from './imports.sql.ts'
import { importsTexts } from './imports.texts.ts'
import { NewFileLink } from './upload-file.view.tsx'

type PartProps = { readonly page: Page; readonly found: ImportRow; readonly isFollowed: boolean }

/** After this long without progress, the reader may set the work going again. */
const stuckMinutes = 5

/** What is going on with a file, and what can be done about it. */
export const Standing = (props: PartProps) => {
  const { page, found } = props
  const t = importsTexts[page.language]
  const { rows_total: total, rows_checked: checked, rows_imported: imported } = found
  switch (found.state) {
    case 'checking':
      return <AtWork {...props} label={t.checking} text={t.checked(checked, total)} done={checked} />
    case 'importing':
      return <AtWork {...props} label={t.importing} text={t.importedSoFar(imported, total)} done={imported} />
    case 'has-errors':
      return <HasErrors page={page} found={found} />
    case 'ready':
      return <ToConfirm {...props} kind="info" title={t.readyTitle} text={t.readyText(total)} />
    case 'not-allowed':
      return <ToConfirm {...props} kind="warning" title={t.notAllowedTitle} text={t.notAllowedText} />
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
    case 'imported':
    case 'expired':
      return <Over page={page} found={found} />
  }
}

const Over = ({ page, found }: Pick<PartProps, 'page' | 'found'>) => {
  const t = importsTexts[page.language]
  const isDone = found.state === 'imported'
  return (
    <>
      <Alert
        page={page}
        kind={isDone ? 'success' : 'info'}
        title={isDone ? t.doneTitle(found.rows_total) : t.expiredTitle}
      >
        <p>{isDone ? t.doneText : t.expiredText}</p>
      </Alert>
      <p>
        {isDone ? <ButtonLink href={routes.case.list.href({})}>{t.toCases}</ButtonLink> : <NewFileLink page={page} />}
      </p>
    </>
  )
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

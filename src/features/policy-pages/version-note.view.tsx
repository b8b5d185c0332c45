import { formats } from '#kernel/format.ts'
import { Temporal } from '#kernel/time.ts'
import { Alert, Tag } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import type { PolicyModel } from '#policy/model.ts'
import { versionsTexts } from './versions.texts.ts'

type NoteProps = {
  readonly page: Page
  readonly model: PolicyModel
  readonly served: PolicyModel
  /** Where the same text stands that is valid now. */
  readonly current: string
}

/** What a version says otherwise than the one before, and that it is not the one that is valid now (T1.1, T19.5). */
export function VersionNote({ page, model, served, current }: NoteProps) {
  const t = versionsTexts[page.language]
  const { version, validFrom, change } = model
  const [shown, now] = [Number(version), Number(served.version)]
  const from = formats(page.language).dateLong(Temporal.PlainDate.from(validFrom))
  return (
    <>
      {shown !== now && (
        <Alert page={page} kind="warning">
          <p>
            {shown < now ? t.earlier(version) : t.later(version)} <a href={current}>{t.toCurrent}</a>
          </p>
        </Alert>
      )}
      {change && (
        <Alert page={page} title={t.changedOn(version, from)}>
          <p>
            <Tag tone={change.important ? 'warning' : 'neutral'}>{change.important ? t.important : t.minor}</Tag>{' '}
            {change.summary[page.language]}
          </p>
        </Alert>
      )}
    </>
  )
}

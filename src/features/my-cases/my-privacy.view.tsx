import { ConsentWords, liveMark } from '#features/consent/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf } from '#kernel/time.ts'
import { Section } from '#platform/design/index.ts'
import { routes } from '#src/routes.ts'
import type { MyCasePart } from './my-visits.view.tsx'
import { showMyCaseTexts } from './show-my-case.texts.ts'

/** Whether the consent stands, in which words, and the ways to who knows what and to taking it back. */
export function Privacy({ page, whole: { found, marks } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  const { dayMonth } = formats(page.language)
  const live = liveMark(marks)
  const withdrawnAt = marks[0]?.withdrawn_at
  const ended = withdrawnAt ? t.consentWithdrawn(dayMonth(dayOf(withdrawnAt))) : t.consentNone
  const caseId = found.id
  return (
    <Section title={t.privacy}>
      <p>{live ? t.consentLive(dayMonth(live.consented_on)) : ended}</p>
      {marks[0] && <ConsentWords page={page} mark={marks[0]} summary={t.consentWords} />}
      <p>
        <a href={routes.my.knownBy.href({ caseId })}>{t.knownBy}</a>
      </p>
      {live && (
        <p>
          <a href={routes.my.withdrawal.form.href({ caseId })}>{t.withdraw}</a>
        </p>
      )}
    </Section>
  )
}

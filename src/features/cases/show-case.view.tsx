import { ConsentWords, liveMark } from '#features/consent/index.ts'
import { type HoldRow, HoldsOnCase } from '#features/legal-holds/index.ts'
import { formats } from '#kernel/format.ts'
import { Alert, ButtonLink, ButtonRow, Layout, Section, Tag, Timeline } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import {
  ApprovalsPart,
  AttachmentsPart,
  AuthoritiesPart,
  type CasePart,
  DetailsPart,
  PatientPart,
  SeenByPart,
} from './case-parts.view.tsx'
import { caseStateTexts, caseStateTones } from './case-state.ts'
import { timelineOf } from './case-timeline.ts'
import { consentFieldTexts } from './consent-fields.texts.ts'
import type { WholeCase } from './read-case.ts'
import { showCaseTexts } from './show-case.texts.ts'

/** `isRestricted`: the case is stored only (GDPR art. 18), and nothing can be done to it. `mayTell`: whether the reader answers for the case to authorities. */
type Reading = {
  readonly form: FormState
  readonly mayChange: boolean
  readonly isRestricted?: boolean
  readonly holding?: { readonly holds: readonly HoldRow[]; readonly mayHold: boolean }
  readonly mayTell?: boolean
}

export function showCaseView(
  page: Page,
  whole: WholeCase,
  { form, mayChange, isRestricted = false, holding, mayTell = false }: Reading,
) {
  const t = showCaseTexts[page.language]
  const { found } = whole
  const part = { page, whole }
  return (
    <Layout
      page={page}
      title={t.title(found.case_number)}
      lead={sentenceOf(part)}
      back={{ href: routes.case.list.href({}), label: t.back }}
      wide
      aside={
        <>
          <ConsentPart {...part} mayChange={mayChange} />
          <SeenByPart {...part} />
          {mayTell && <AuthoritiesPart {...part} />}
          <ApprovalsPart {...part} />
          {holding && <HoldsOnCase page={page} caseId={found.id} {...holding} />}
        </>
      }
    >
      <p>
        <Tag tone={caseStateTones[found.state]}>{caseStateTexts[page.language][found.state]}</Tag>
      </p>
      {isRestricted ? <RestrictedAlert page={page} /> : <StandstillAlert {...part} />}
      <PatientPart {...part} />
      <DetailsPart {...part} />
      {!found.consent_withdrawn && <AttachmentsPart {...part} form={form} mayChange={mayChange} />}
      <Section title={t.timelineSection}>
        <Timeline items={timelineOf(whole.events, page.language)} />
      </Section>
    </Layout>
  )
}

function sentenceOf({ page, whole: { found } }: CasePart): string {
  const t = showCaseTexts[page.language]
  const { dayMonth } = formats(page.language)
  const thisYear = page.now.toZonedDateTimeISO('Europe/Copenhagen').year === found.valid_until.year
  const until = thisYear ? dayMonth(found.valid_until) : `${dayMonth(found.valid_until)} ${found.valid_until.year}`
  return found.state === 'expired' ? t.expiredSentence({ ...found, until }) : t.sentence({ ...found, until })
}

function RestrictedAlert({ page }: { readonly page: Page }) {
  const t = showCaseTexts[page.language]
  return (
    <Alert page={page} kind="warning" title={t.restricted}>
      <p>
        {t.restrictedText} <a href={routes.rights.list.href({})}>{t.seeRequests}</a>
      </p>
    </Alert>
  )
}

function StandstillAlert({ page, whole: { found, marks, referral } }: CasePart) {
  const t = showCaseTexts[page.language]
  if (liveMark(marks)) return null
  const never = marks.length === 0
  return (
    <Alert page={page} kind="warning" title={never ? t.goesNowhere : t.withdrawn}>
      <p>{never ? t.goesNowhereText : t.withdrawnText}</p>
      {referral.fate === 'held' && <p>{t.referralHeld}</p>}
      {referral.fate === 'erased' && referral.erased_at && (
        <p>{t.referralErased(formats(page.language).dateTime(referral.erased_at))}</p>
      )}
      <p>
        <a href={routes.case.consent.form.href({ caseId: found.id })}>{t.mark}</a>
      </p>
    </Alert>
  )
}

function ConsentPart({ page, whole: { found, marks }, mayChange }: CasePart & { mayChange: boolean }) {
  const t = showCaseTexts[page.language]
  const mark = liveMark(marks)
  const caseId = found.id
  return (
    <Section title={t.consentSection}>
      {mark ? (
        <>
          <p>
            {t.consentLine(
              formats(page.language).dateLong(mark.consented_on),
              consentFieldTexts[page.language].meansOf[mark.means],
            )}
          </p>
          <ConsentWords page={page} mark={mark} summary={t.consentWords} />
        </>
      ) : (
        <p>{marks.length === 0 ? t.goesNowhere : t.withdrawn}</p>
      )}
      {mayChange && (
        <ButtonRow>
          {mark ? (
            <ButtonLink href={routes.case.withdrawal.form.href({ caseId })} kind="secondary">
              {t.withdraw}
            </ButtonLink>
          ) : (
            <ButtonLink href={routes.case.consent.form.href({ caseId })}>{t.mark}</ButtonLink>
          )}
        </ButtonRow>
      )}
    </Section>
  )
}

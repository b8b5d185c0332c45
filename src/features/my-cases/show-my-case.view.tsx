import { caseFieldTexts } from '#features/cases/index.ts'
import { MyCaseIsErased } from '#features/erasure-orders/index.ts'
import { MyCaseIsKept } from '#features/legal-holds/index.ts'
import { formats } from '#kernel/format.ts'
import type { Phone } from '#kernel/phone.ts'
import { dayOf } from '#kernel/time.ts'
import { ButtonLink, Layout, Meter, Section, SummaryList } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { canBook, sentenceOf, treatmentName } from './my-case-sentence.ts'
import { Privacy } from './my-privacy.view.tsx'
import { Coming, type MyCasePart, Past } from './my-visits.view.tsx'
import type { WholeMyCase } from './read-my-case.ts'
import { showMyCaseTexts } from './show-my-case.texts.ts'

export function showMyCaseView(page: Page, whole: WholeMyCase) {
  const t = showMyCaseTexts[page.language]
  const { found } = whole
  const part = { page, whole }
  return (
    <Layout
      page={page}
      title={treatmentName(found, page.language)}
      lead={sentenceOf(found, page.language, page.now)}
      back={{ href: routes.my.cases.href({}), label: t.back }}
    >
      <MyCaseIsErased page={page} orderedAt={whole.orderedAt} />
      <Meter
        label={t.meterLabel}
        text={t.meter(found.used, found.booked, found.approved)}
        value={found.used + found.booked}
        max={found.approved}
      />
      {canBook(found) && (
        <p>
          <ButtonLink href={routes.my.times.href({ caseId: found.id })} icon="calendar">
            {t.findTime}
          </ButtonLink>
        </p>
      )}
      <Coming {...part} />
      <Requests {...part} />
      <Preparation {...part} />
      <Past {...part} />
      <Written {...part} />
      <Privacy {...part} />
      <MyCaseIsKept page={page} holds={whole.holds} />
      <Insurer {...part} />
    </Layout>
  )
}

function Requests({ page, whole: { requests } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  if (requests.length === 0) return null
  return (
    <Section title={t.requests}>
      {requests.map(({ clinic_name, sessions, answer, refusal }) => (
        <>
          <p>
            {t.request(clinic_name, sessions)} {t.answers[answer ?? 'none']}
          </p>
          {refusal && <p>{t.refusal(refusal)}</p>}
        </>
      ))}
    </Section>
  )
}

function Preparation({ page, whole: { found, visits } }: MyCasePart) {
  const said = page.language === 'da' ? found.preparation_da : found.preparation_en
  if (said === '' || !(canBook(found) || visits.some(({ state }) => state === 'coming'))) return null
  return (
    <Section title={showMyCaseTexts[page.language].preparation}>
      <p>{said}</p>
    </Section>
  )
}

function Written({ page, whole: { found, written, attachments, referral } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  if (referral.fate === 'erased' && referral.erased_at) {
    return (
      <Section title={t.written}>
        <p>
          {(found.insurer_left_at ? t.writtenLeft : t.writtenErased)(
            formats(page.language).dayMonth(dayOf(referral.erased_at)),
          )}
        </p>
      </Section>
    )
  }
  const held = found.insurer_left_at ? t.writtenHeldLeft(found.insurer_name) : t.writtenHeld
  return (
    <Section title={t.written} lead={referral.fate === 'held' ? held : t.writtenLead(found.insurer_name)}>
      <SummaryList
        items={written.map(({ field, text }) => ({ label: caseFieldTexts[page.language][field].label, value: text }))}
      />
      {attachments.length > 0 && <p>{t.attachments(attachments.length)}</p>}
      {attachments.length > 0 && (
        <ul>
          {attachments.map(({ id, name }) => (
            <li>
              <a href={routes.my.attachment.href({ caseId: found.id, attachmentId: id })} download>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Insurer({ page, whole: { found } }: MyCasePart) {
  const t = showMyCaseTexts[page.language]
  const phone = formats(page.language).phone(found.insurer_phone as Phone)
  return (
    <Section title={t.insurer}>
      <p>{t.insurerText(found.insurer_name, found.case_number)}</p>
      <SummaryList
        items={[
          { label: t.phone, value: <a href={`tel:${found.insurer_phone}`}>{phone}</a> },
          { label: t.email, value: <a href={`mailto:${found.insurer_email}`}>{found.insurer_email}</a> },
        ]}
      />
    </Section>
  )
}

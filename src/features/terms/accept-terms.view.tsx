import { type AppointmentRow, addressOf } from '#features/appointments/index.ts'
import { formats } from '#kernel/format.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { Alert, Button, ButtonRow, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { type ChangedVersion, termsHashOf } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { acceptTermsTexts } from './accept-terms.texts.ts'
import type { Accepted } from './terms.sql.ts'

type Asking = {
  readonly served: PolicyVersion
  readonly before: Accepted | null
  /** Every change since then, the newest first. */
  readonly news: readonly ChangedVersion[]
  readonly visits: readonly AppointmentRow[]
  readonly returnTo: string
  readonly form: FormState
}

export function acceptTermsView(page: Page, { served, before, news, visits, returnTo, form }: Asking) {
  const { language } = page
  const t = acceptTermsTexts[language]
  const { model, version } = served
  const isChange = before !== null && news.length > 0
  const title = isChange ? t.changed.title : t.first.title
  const since = formats(language).dateLong(Temporal.PlainDate.from(model.validFrom))
  return (
    <Layout page={page} title={title} lead={isChange ? t.changed.lead(since) : t.first.lead}>
      <Visits page={page} visits={visits} />
      {isChange && <News page={page} before={before} news={news} />}
      <Section title={t.terms(version)}>
        {model.terms.map(({ heading, text }) => (
          <>
            <h3>{heading[language]}</h3>
            <p>{text[language]}</p>
          </>
        ))}
      </Section>
      <p>
        {t.information} <a href={routes.privacy.href({})}>{t.privacy}</a>
      </p>
      <Form page={page} action={routes.acceptTerms.create.href({})} form={form}>
        <input type="hidden" name="hash" value={termsHashOf(model).toString('hex')} />
        <input type="hidden" name="returnTo" value={returnTo} />
        <ButtonRow>
          <Button type="submit">{t.accept}</Button>
        </ButtonRow>
      </Form>
      <Section title={t.otherwise}>
        <p>{page.reader.kind === 'patient' ? t.patient : t.staff}</p>
        {page.reader.kind === 'patient' && (
          <p>
            <a href={routes.my.rights.overview.href({})}>{t.rights}</a>
          </p>
        )}
        <Form page={page} action={routes.logOut.create.href({})}>
          <Button kind="secondary">{t.logOut}</Button>
        </Form>
      </Section>
    </Layout>
  )
}

const News = ({ page, before, news }: Pick<Asking, 'news'> & { readonly page: Page; readonly before: Accepted }) => {
  const { language } = page
  const t = acceptTermsTexts[language]
  const { dateLong } = formats(language)
  return (
    <>
      <Alert page={page} title={t.news}>
        <ul>
          {news.map(({ version, validFrom, model: { change } }) => (
            <li>
              {change.summary[language]} {t.from(version, dateLong(Temporal.PlainDate.from(validFrom)))}
            </li>
          ))}
        </ul>
      </Alert>
      <p>
        {t.before(before.version, dateLong(dayOf(before.accepted_at)))}{' '}
        <a href={routes.privacyVersions.terms.href({ version: `${before.version}` })}>{t.readBefore}</a>
      </p>
    </>
  )
}

/** Time and place of what is near, before anything that must be read. */
const Visits = ({ page, visits }: Pick<Asking, 'visits'> & { readonly page: Page }) => {
  const t = acceptTermsTexts[page.language]
  if (visits.length === 0) return null
  return (
    <Section title={t.visits}>
      <ul>
        {visits.map((one) => (
          <li>
            <a href={routes.my.appointment.show.href({ appointmentId: one.id })}>
              {formats(page.language).weekdayDateTime(one.starts_at)}
            </a>
            <br />
            {[one.clinic_name, addressOf(one)].filter(Boolean).join(', ')}
          </li>
        ))}
      </ul>
    </Section>
  )
}

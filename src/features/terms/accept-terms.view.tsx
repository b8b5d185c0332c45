import { formats } from '#kernel/format.ts'
import { dayOf, Temporal } from '#kernel/time.ts'
import { Alert, Button, ButtonRow, Form, Layout, Section } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { termsHashOf } from '#policy/terms.ts'
import type { PolicyVersion } from '#policy/version.ts'
import { routes } from '#src/routes.ts'
import { acceptTermsTexts } from './accept-terms.texts.ts'
import type { Accepted } from './terms.sql.ts'

type Asking = {
  readonly asked: PolicyVersion
  readonly before: Accepted | null
  readonly returnTo: string
  readonly form: FormState
}

export function acceptTermsView(page: Page, { asked, before, returnTo, form }: Asking) {
  const { language } = page
  const t = acceptTermsTexts[language]
  const { dateLong } = formats(language)
  const { model, version } = asked
  const isChange = before !== null && model.change !== null
  const title = isChange ? t.changed.title : t.first.title
  const lead = isChange ? t.changed.lead(dateLong(Temporal.PlainDate.from(model.validFrom))) : t.first.lead
  return (
    <Layout page={page} title={title} lead={lead}>
      {isChange && model.change && (
        <Alert page={page} title={t.news}>
          <p>{model.change.summary[language]}</p>
        </Alert>
      )}
      {isChange && (
        <p>
          {t.before(before.version, dateLong(dayOf(before.accepted_at)))}{' '}
          <a href={routes.privacyVersions.show.href({ version: String(before.version) })}>{t.readBefore}</a>
        </p>
      )}
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
      </Section>
    </Layout>
  )
}

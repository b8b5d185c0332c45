import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  ButtonLink,
  EmailField,
  Form,
  Layout,
  PhoneField,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { marketingRoutes } from '#src/routes.ts'
import type { LeadPeriods } from './lead.ts'
import { contactTexts } from './send-message.texts.ts'

/** For how long, and where somebody sees, corrects and erases what they wrote. */
type ContactParts = LeadPeriods & { readonly written: string }

export function contactView(page: Page, form: FormState, { answered, longest, written }: ContactParts) {
  const t = contactTexts[page.language]
  const { period } = formats(page.language)
  const field = { page, form }
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Alert page={page} kind="info" title={t.patientTitle}>
        <p>{t.patientText}</p>
      </Alert>
      <Form page={page} action={marketingRoutes.contact.create.href({})} form={form}>
        <TextField {...field} name="name" label={t.name} autocomplete="name" />
        <TextField {...field} name="company" label={t.company} autocomplete="organization" />
        <PhoneField {...field} name="phone" label={t.phone} />
        <EmailField {...field} name="email" label={t.email} />
        <TextArea {...field} name="message" label={t.message} hint={t.messageHint} maxLength={4000} rows={7} />
        <div hidden>
          <TextField {...field} name="website" label={t.trap} autocomplete="off" />
        </div>
        <p>
          {t.use(period(answered), period(longest))} <a href={marketingRoutes.privacy.href({})}>{t.policy}</a>.{' '}
          <a href={written}>{t.written}</a>.
        </p>
        <Button>{t.send}</Button>
      </Form>
    </Layout>
  )
}

export function thanksView(page: Page) {
  const t = contactTexts[page.language]
  return (
    <Layout page={page} title={t.thanksTitle} lead={t.thanksLead}>
      <p>
        <ButtonLink href={marketingRoutes.home.href({})}>{t.home}</ButtonLink>
      </p>
    </Layout>
  )
}

import { Button, Form, Layout, PhoneField, TextArea, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { writtenTexts } from './view-written.texts.ts'

export function correctWrittenView(
  page: Page,
  params: { readonly token: string; readonly leadId: string },
  form: FormState,
) {
  const t = writtenTexts[page.language]
  const field = { page, form }
  const back = { href: routes.written.show.href({ token: params.token }), label: t.back }
  return (
    <Layout page={page} title={t.correctTitle} lead={t.correctLead} back={back}>
      <Form page={page} action={routes.written.correction.create.href(params)} form={form}>
        <TextField {...field} name="name" label={t.name} autocomplete="name" />
        <TextField {...field} name="company" label={t.company} autocomplete="organization" />
        <PhoneField {...field} name="phone" label={t.phone} />
        <TextArea {...field} name="message" label={t.message} maxLength={4000} rows={7} />
        <Button>{t.save}</Button>
      </Form>
    </Layout>
  )
}

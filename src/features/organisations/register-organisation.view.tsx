import {
  Button,
  EmailField,
  Form,
  Layout,
  PhoneField,
  RadioGroup,
  Section,
  TextArea,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { organisationsTexts } from './list-organisations.texts.ts'
import { registerTexts } from './register-organisation.texts.ts'

/** What the operator takes in; the operator itself is there from the beginning. */
export const registrableKinds = ['insurer', 'clinic', 'hospital'] as const

export function registerView(page: Page, form: FormState) {
  const t = registerTexts[page.language]
  const { kinds } = organisationsTexts[page.language]
  const field = { page, form, autocomplete: 'off' }
  return (
    <Layout
      page={page}
      title={t.title}
      lead={t.lead}
      back={{ href: routes.operator.organisations.href({}), label: t.back }}
    >
      <Form page={page} action={routes.operator.register.create.href({})} form={form}>
        <RadioGroup
          {...field}
          name="kind"
          label={t.kind}
          options={registrableKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
        />
        <TextField {...field} name="name" label={t.name} hint={t.nameHint} />
        <TextField {...field} name="cvr" label={t.cvr} inputMode="numeric" width="short" />
        <EmailField {...field} name="email" label={t.email} />
        <PhoneField {...field} name="phone" label={t.phone} />
        <Section title={t.placeTitle} lead={t.placeLead}>
          <TextField {...field} name="street" label={t.street} />
          <TextField {...field} name="postcode" label={t.postcode} inputMode="numeric" width="short" />
          <TextArea
            {...field}
            name="directions"
            label={t.directions}
            hint={t.directionsHint}
            maxLength={500}
            rows={3}
            optional
          />
        </Section>
        <Section title={t.administratorTitle}>
          <TextField {...field} name="administratorName" label={t.administratorName} />
          <EmailField {...field} name="administratorEmail" label={t.administratorEmail} />
        </Section>
        <Button>{t.register}</Button>
      </Form>
    </Layout>
  )
}

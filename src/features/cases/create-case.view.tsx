import {
  Alert,
  Button,
  CheckboxGroup,
  CprField,
  DateField,
  EmailField,
  FileField,
  Form,
  Layout,
  PhoneField,
  RadioGroup,
  Section,
  TextField,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import type { AskedConsent } from '#policy/consent-form.ts'
import { routes } from '#src/routes.ts'
import { ConsentFields } from './consent-fields.view.tsx'
import type { ClinicRow, TreatmentRow } from './create-case.sql.ts'
import { createCaseTexts } from './create-case.texts.ts'
import { DetailFields } from './detail-fields.view.tsx'

export type CaseToOpen = { readonly treatment: TreatmentRow; readonly clinics: readonly ClinicRow[] }
type Asking = CaseToOpen & { readonly asked: AskedConsent }
type Part = { readonly page: Page; readonly form: FormState }

export function createCaseView(page: Page, { treatment, clinics, asked }: Asking, form: FormState) {
  const t = createCaseTexts[page.language]
  const name = page.language === 'da' ? treatment.name_da : treatment.name_en
  const part = { page, form }
  return (
    <Layout
      page={page}
      title={t.title(name)}
      lead={t.lead}
      back={{ href: routes.case.form.href({}), label: t.otherTreatment }}
    >
      <Form
        page={page}
        form={form}
        action={routes.case.create.href({}, { treatment: treatment.code })}
        encType="multipart/form-data"
      >
        <Section title={t.caseSection}>
          <TextField {...part} name="caseNumber" label={t.caseNumber} hint={t.caseNumberHint} width="medium" />
        </Section>
        <PatientPart {...part} />
        <HealthPart {...part} treatment={treatment} />
        <ApprovalPart {...part} clinics={clinics} />
        <AttachmentPart {...part} />
        <Section title={t.consentSection}>
          <ConsentFields {...part} asked={asked} optional />
          <Alert page={page} kind="warning">
            <p>{t.withoutMark}</p>
          </Alert>
        </Section>
        <Button>{t.create}</Button>
      </Form>
    </Layout>
  )
}

function PatientPart(part: Part) {
  const t = createCaseTexts[part.page.language]
  return (
    <Section title={t.patientSection}>
      <CprField {...part} name="cpr" label={t.cpr} hint={t.cprHint} />
      <TextField {...part} name="name" label={t.name} autocomplete="off" />
      <PhoneField {...part} name="phone" label={t.phone} hint={t.phoneHint} autocomplete="off" optional />
      <EmailField {...part} name="email" label={t.email} autocomplete="off" optional />
      <TextField
        {...part}
        name="postcode"
        label={t.postcode}
        hint={t.postcodeHint}
        inputMode="numeric"
        width="short"
        autocomplete="off"
        optional
      />
    </Section>
  )
}

function HealthPart({ treatment, ...part }: Part & { treatment: TreatmentRow }) {
  const t = createCaseTexts[part.page.language]
  return (
    <Section title={t.healthSection}>
      <DetailFields {...part} asked={treatment.fields} />
    </Section>
  )
}

function ApprovalPart({ clinics, ...part }: Part & { clinics: readonly ClinicRow[] }) {
  const t = createCaseTexts[part.page.language]
  const where = [
    { value: 'any', label: t.anyClinic },
    { value: 'named', label: t.namedClinics },
  ]
  const options = clinics.map(({ id, name, town }) => ({ value: id, label: `${name}, ${town}` }))
  return (
    <Section title={t.approvalSection}>
      <TextField {...part} name="sessions" label={t.sessions} inputMode="numeric" width="short" />
      <DateField {...part} name="validFrom" label={t.validFrom} />
      <DateField {...part} name="validUntil" label={t.validUntil} />
      <RadioGroup {...part} name="clinicChoice" label={t.clinicChoice} options={where} />
      {options.length > 0 ? (
        <CheckboxGroup {...part} name="clinics" label={t.clinics} hint={t.clinicsHint} options={options} />
      ) : (
        <Alert page={part.page} kind="warning">
          <p>{t.noClinics}</p>
        </Alert>
      )}
    </Section>
  )
}

function AttachmentPart(part: Part) {
  const t = createCaseTexts[part.page.language]
  return (
    <Section title={t.attachmentsSection}>
      {part.form.errors.length > 0 && (
        <Alert page={part.page} kind="info">
          <p>{t.chooseAgain}</p>
        </Alert>
      )}
      <FileField
        {...part}
        name="attachments"
        label={t.attachments}
        hint={t.attachmentsHint}
        accept=".pdf,.png,.jpg,.jpeg"
        maxMegabytes={10}
        multiple
        optional
      />
    </Section>
  )
}

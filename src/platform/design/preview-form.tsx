// The form page of the preview, with errors and without.
import type { Html } from '#jsx/jsx-runtime'
import { emptyForm, type FormState, type Page } from '../html/page.ts'
import * as d from './index.ts'

const wrong: FormState = {
  values: {
    email: 'ana@',
    note: 'Jeg har ondt i højre knæ',
    'bornOn-day': '31',
    'bornOn-month': '2',
    'bornOn-year': '1980',
    reach: ['sms'],
  },
  errors: [
    { field: 'email', message: 'Skriv en e-mailadresse, fx navn@example.dk' },
    { field: 'bornOn', message: 'Skriv en dato, der findes' },
    { field: 'side', message: 'Vælg hvilken side det drejer sig om' },
    { field: 'terms', message: 'Sæt kryds for at gå videre' },
  ],
}

const sides = [
  { value: 'left', label: 'Venstre' },
  { value: 'right', label: 'Højre', hint: 'Også hvis det skifter, men mest er højre' },
]
const reaches = [
  { value: 'sms', label: 'SMS' },
  { value: 'mail', label: 'E-mail' },
]

const days = [
  {
    label: 'Tirsdag 15. september',
    times: ['09.00', '09.45', '13.30'].map((label) => ({ value: `a${label}`, label, detail: 'Fysioterapeut Bo' })),
  },
  {
    label: 'Onsdag 16. september',
    times: ['08.15', '10.30', '11.15', '14.00'].map((label) => ({
      value: `b${label}`,
      label,
      detail: 'Fysioterapeut Eva',
    })),
  },
]

/** A form with errors and one without. */
export const FormPage = ({ page }: { readonly page: Page }): Html => (
  <d.Layout
    page={page}
    title="Book din første tid"
    lead="Det tager omkring tre minutter."
    back={{ href: '/', label: 'Tilbage til overblik' }}
  >
    <d.StepGuide
      page={page}
      current={2}
      steps={[
        { label: 'Din henvisning', href: '/1' },
        { label: 'Dine oplysninger' },
        { label: 'Vælg tid' },
        { label: 'Bekræft' },
      ]}
    />
    <d.Countdown page={page} until={page.now.add({ minutes: 12 })} label="Vi holder tiden til dig i" />
    <d.Form page={page} action="/book" form={wrong} encType="multipart/form-data">
      <d.EmailField page={page} form={wrong} name="email" label="E-mail" hint="Her sender vi din bekræftelse" />
      <d.PhoneField page={page} form={wrong} name="phone" label="Telefon" optional />
      <d.CprField page={page} form={wrong} name="cpr" label="CPR-nummer" hint="Ti cifre, fx 010180-1234" />
      <Choices page={page} />
      <d.TextArea page={page} form={wrong} name="note" label="Hvad skal behandleren vide?" maxLength={500} optional />
      <d.TimeField page={page} form={wrong} name="at" label="Tidligst klokken" optional />
      <d.FileField
        page={page}
        form={wrong}
        name="file"
        label="Billede eller brev"
        accept=".pdf,image/*"
        maxMegabytes={10}
        optional
      />
      <d.SearchField page={page} form={wrong} name="q" label="Søg efter klinik" optional />
      <d.PasswordField page={page} form={wrong} name="secret" label="Adgangskode" />
      <d.Checkbox page={page} form={wrong} name="terms" label="Jeg har læst, hvordan mine oplysninger bruges" />
      <d.ButtonRow>
        <d.Button>Fortsæt</d.Button>
        <d.Button kind="secondary">Gem og vent</d.Button>
        <d.ButtonLink href="/" kind="quiet">
          Fortryd
        </d.ButtonLink>
      </d.ButtonRow>
    </d.Form>
    <Times page={page} />
  </d.Layout>
)

const Choices = ({ page }: { readonly page: Page }): Html => (
  <>
    <d.DateField page={page} form={wrong} name="bornOn" label="Hvornår begyndte det?" hint="Fx 31 3 2026" />
    <d.RadioGroup page={page} form={wrong} name="side" label="Hvilken side drejer det sig om?" options={sides} />
    <d.RadioGroup
      page={page}
      form={wrong}
      name="before"
      label="Har du haft det før?"
      inline
      options={[
        { value: 'y', label: 'Ja' },
        { value: 'n', label: 'Nej' },
      ]}
    />
    <d.CheckboxGroup
      page={page}
      form={wrong}
      name="reach"
      label="Hvordan må vi minde dig om tiden?"
      options={reaches}
    />
    <d.SelectField
      page={page}
      form={wrong}
      name="region"
      label="Hvor vil du behandles?"
      options={[{ value: 'a', label: 'Aarhus' }]}
    />
  </>
)

const Times = ({ page }: { readonly page: Page }): Html => (
  <d.Section title="Find en tid">
    <d.Form page={page} action="/times" form={emptyForm}>
      <d.TimePicker
        page={page}
        form={{ values: { time: 'a09.45' }, errors: [] }}
        name="time"
        label="Ledige tider"
        hint="Alle tider er i Aarhus"
        days={days}
      />
      <d.Button icon="check">Vælg tid</d.Button>
    </d.Form>
  </d.Section>
)

import { texts } from '#kernel/language.ts'
import { qrPath, totpUri } from '#platform/crypto/totp.ts'
import { Button, Details, Form, Layout } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { CodeField } from './give-code.view.tsx'
import type { TotpOffer } from './totp-offer.ts'

export const totpOfferTexts = texts(
  {
    firstTitle: 'Gør din konto sikker',
    title: 'Sæt en app op til koder',
    lead: 'Ud over adgangskoden skal du bruge en kode fra en app. Så kan ingen logge ind som dig, selv om de kender din adgangskode.',
    step1:
      'Åbn en app, der kan vise engangskoder. Har du ingen, så hent en, for eksempel den, der følger med din telefon eller din adgangskodehusker.',
    step2: 'Vælg at tilføje en konto, og peg telefonen på billedet her.',
    step3: 'Skriv den kode på 6 cifre, som appen viser.',
    qr: 'Billede med en kode, som din app kan læse',
    noCamera: 'Kan du ikke bruge billedet?',
    onThisPhone: 'Åbn i en app på denne enhed',
    byHand: 'Eller skriv denne nøgle i appen:',
    code: 'Kode fra din app',
    codeHint: '6 cifre',
    save: 'Gem og fortsæt',
    wrong: 'Koden passer ikke til billedet her. Kontrollér, at telefonens ur går rigtigt, og skriv den næste kode.',
    old: 'Siden var for gammel. Peg telefonen på det nye billede, og skriv koden derfra.',
  },
  {
    firstTitle: 'Make your account safe',
    title: 'Set up an app for codes',
    lead: 'Besides the password you need a code from an app. Then nobody can log in as you, even if they know your password.',
    step1:
      'Open an app that can show one-time codes. If you have none, get one, for example the one that comes with your phone or your password manager.',
    step2: 'Choose to add an account, and point the phone at the picture here.',
    step3: 'Type the 6-digit code that the app shows.',
    qr: 'Picture with a code that your app can read',
    noCamera: 'Can you not use the picture?',
    onThisPhone: 'Open in an app on this device',
    byHand: 'Or type this key into the app:',
    code: 'Code from your app',
    codeHint: '6 digits',
    save: 'Save and continue',
    wrong: 'The code does not match the picture here. Check that the phone’s clock is right, and type the next code.',
    old: 'The page was too old. Point the phone at the new picture, and type the code from there.',
  },
)

type OfferProps = {
  readonly page: Page
  readonly form: FormState
  readonly offer: TotpOffer
  readonly email: string
  readonly action: string
  readonly back?: { readonly href: string; readonly label: string }
}

/** The secret as a picture, as a link and in letters, and the field for the first code. */
export function totpOfferView({ page, form, offer, email, action, back }: OfferProps) {
  const t = totpOfferTexts[page.language]
  const uri = totpUri(offer.secret, email, page.site.name)
  return (
    <Layout page={page} title={back ? t.title : t.firstTitle} lead={t.lead} back={back}>
      <ol>
        <li>{t.step1}</li>
        <li>{t.step2}</li>
        <li>{t.step3}</li>
      </ol>
      <Qr text={uri} label={t.qr} />
      <Details summary={t.noCamera}>
        <p>
          <a href={uri}>{t.onThisPhone}</a>
        </p>
        <p>
          {t.byHand} <code>{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </p>
      </Details>
      <Form page={page} action={action} form={form}>
        <CodeField page={page} form={form} label={t.code} hint={t.codeHint} />
        <input type="hidden" name="offer" value={offer.sealed} />
        <div>
          <Button>{t.save}</Button>
        </div>
      </Form>
    </Layout>
  )
}

const Qr = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { size, path } = qrPath(text)
  return (
    <svg viewBox={`0 0 ${size} ${size}`} width={232} height={232} role="img" aria-label={label}>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

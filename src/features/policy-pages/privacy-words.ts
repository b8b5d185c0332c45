import { type Texts, texts } from '#kernel/language.ts'
import type { DataCategory, DataSource, RecipientKind } from '#policy/categories.ts'
import type { Article9, LegalBasis } from '#policy/model.ts'

/** The model's codes in the words of the person whose data they are. */
type PrivacyWords = {
  readonly data: Readonly<Record<DataCategory, string>>
  readonly bases: Readonly<Record<LegalBasis['article6'], string>>
  readonly conditions: Readonly<Record<Article9['condition'], string>>
  readonly givenTo: Readonly<Record<'insurer' | 'clinic', string>>
  readonly recipients: Readonly<Record<RecipientKind, string>>
  readonly sources: Readonly<Record<DataSource, string>>
}

export const privacyWords: Texts<PrivacyWords> = texts<PrivacyWords>(
  {
    data: {
      contact: 'navn og kontaktoplysninger',
      cpr: 'CPR-nummer',
      booking: 'dine tider',
      'consent-history': 'dine samtykker',
      'health.approval': 'den godkendte behandling',
      'health.referral': 'henvisningens tekst og bilag fra selskabet',
      'health.course': 'notater om forløbet',
      'health.report': 'klinikkens meldinger til selskabet',
      'health.request': 'anmodninger og klager med svar',
      'business-contact': 'navn og kontaktoplysninger på medarbejdere',
      credentials: 'log-in-oplysninger',
      'access-history': 'hvem der har set hvad',
      'cookie-choices': 'dit valg af cookies',
      technical: 'tekniske oplysninger, fx IP-adresse og browser',
      none: 'ingen',
    },
    bases: {
      consent: 'dit samtykke',
      contract: 'en aftale',
      'legal-obligation': 'en pligt efter loven',
      'legitimate-interests': 'en berettiget interesse',
    },
    conditions: {
      'explicit-consent': 'du har sagt udtrykkeligt ja',
      'health-care': 'de er nødvendige for din behandling, og de, der ser dem, har tavshedspligt',
      'public-interest': 'en lov kræver det af hensyn til samfundet',
      'legal-claims': 'de er nødvendige for at få et krav eller en ret afgjort',
    },
    givenTo: { insurer: 'til dit forsikringsselskab selv', clinic: 'til din klinik selv' },
    recipients: {
      clinic: 'den klinik, der behandler dig',
      insurer: 'dit forsikringsselskab',
      patient: 'dig selv',
      authority: 'myndigheder, når en lov kræver det',
    },
    sources: {
      patient: 'dig selv',
      insurer: 'dit forsikringsselskab',
      clinic: 'din klinik',
      eid: 'MitID',
      visitor: 'dig selv',
      operator: 'os',
    },
  },
  {
    data: {
      contact: 'name and contact details',
      cpr: 'CPR number',
      booking: 'your appointments',
      'consent-history': 'your consents',
      'health.approval': 'the approved treatment',
      'health.referral': 'the referral’s text and attachments from the insurer',
      'health.course': 'notes on the course',
      'health.report': 'the clinic’s reports to the insurer',
      'health.request': 'requests and complaints with answers',
      'business-contact': 'names and contact details of staff',
      credentials: 'log-in details',
      'access-history': 'who has seen what',
      'cookie-choices': 'your choice of cookies',
      technical: 'technical information, such as IP address and browser',
      none: 'none',
    },
    bases: {
      consent: 'your consent',
      contract: 'an agreement',
      'legal-obligation': 'a duty under the law',
      'legitimate-interests': 'a legitimate interest',
    },
    conditions: {
      'explicit-consent': 'you have expressly said yes',
      'health-care': 'they are needed for your treatment, and those who see them are bound by secrecy',
      'public-interest': 'a law demands it in the interest of the public',
      'legal-claims': 'they are needed to settle a claim or a right',
    },
    givenTo: { insurer: 'to your insurer itself', clinic: 'to your clinic itself' },
    recipients: {
      clinic: 'the clinic that treats you',
      insurer: 'your insurer',
      patient: 'yourself',
      authority: 'authorities, where a law demands it',
    },
    sources: {
      patient: 'yourself',
      insurer: 'your insurer',
      clinic: 'your clinic',
      eid: 'MitID',
      visitor: 'yourself',
      operator: 'us',
    },
  },
)

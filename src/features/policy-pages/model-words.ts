import { type Language, type Texts, texts } from '#kernel/language.ts'
import type { DataCategory, DataSource, Protection, Purpose, RecipientKind, SubjectKind } from '#policy/categories.ts'
import type { Article9, LegalBasis } from '#policy/model.ts'
import type { Processor } from '#policy/processors.ts'
import type { Duty } from '#policy/retention.ts'

/** The model's codes in the words of a data protection officer: exact, with the article where there is one. */
type ModelWords = {
  readonly purposes: Readonly<Record<Purpose, string>>
  readonly bases: Readonly<Record<LegalBasis['article6'], string>>
  readonly conditions: Readonly<Record<Article9['condition'], string>>
  readonly subjects: Readonly<Record<SubjectKind, string>>
  readonly data: Readonly<Record<DataCategory, string>>
  readonly protections: Readonly<Record<Protection, string>>
  readonly sources: Readonly<Record<DataSource, string>>
  readonly recipients: Readonly<Record<RecipientKind, string>>
  readonly behalf: Readonly<Record<'insurer' | 'clinic', string>>
  readonly bearers: Readonly<Record<Duty['on'], string>>
  readonly transferBases: Readonly<Record<NonNullable<Processor['transferBasis']>, string>>
}

const danish: ModelWords = {
  purposes: {
    'treatment-time': 'at holde den aftalte behandlingstid',
    'referral-transfer': 'at bringe oplysninger om behandlingen fra forsikringsselskab til klinik og tilbage',
    'user-administration': 'at administrere brugere',
    'customer-administration': 'at administrere kunder',
    operation: 'at drive siderne',
    'legal-duty': 'at opfylde en pligt efter loven over for en myndighed',
    transparency: 'at vise de registrerede, hvad der sker, og opfylde deres rettigheder',
    contact: 'at besvare henvendelser',
  },
  bases: {
    consent: 'samtykke (artikel 6, stk. 1, litra a)',
    contract: 'opfyldelse af en aftale (artikel 6, stk. 1, litra b)',
    'legal-obligation': 'retlig forpligtelse (artikel 6, stk. 1, litra c)',
    'legitimate-interests': 'legitim interesse (artikel 6, stk. 1, litra f)',
  },
  conditions: {
    'explicit-consent': 'udtrykkeligt samtykke (artikel 9, stk. 2, litra a)',
    'health-care': 'sundhedsbehandling under tavshedspligt (artikel 9, stk. 2, litra h, og stk. 3)',
    'public-interest': 'væsentlig samfundsinteresse efter lov (artikel 9, stk. 2, litra g)',
    'legal-claims': 'retskrav (artikel 9, stk. 2, litra f)',
  },
  subjects: {
    patient: 'patienter',
    staff: 'medarbejdere hos forsikringsselskaber, klinikker og driften',
    'business-contact': 'kontaktpersoner i virksomheder',
    visitor: 'besøgende på siden',
    nobody: 'ingen',
  },
  data: {
    contact: 'navn, adresse, telefon og e-mail',
    cpr: 'CPR-nummer',
    booking: 'tider: hvornår, hvor og hos hvem',
    'consent-history': 'samtykker og tilbagetrækninger',
    'health.approval': 'godkendt behandling: art, antal, periode og svar på ønsker om mere',
    'health.referral': 'henvisningens tekst og bilag fra selskabet',
    'health.course': 'notater om forløbet',
    'health.report': 'klinikkens meldinger til selskabet: ønsker om flere behandlinger, og hvordan forløbet endte',
    'health.request': 'anmodninger om rettigheder, klager og krav, og svar på dem',
    'business-contact': 'navn og kontaktoplysninger på medarbejdere',
    credentials: 'log-in-oplysninger',
    'access-history': 'hvem der har set eller gjort hvad',
    'cookie-choices': 'svar på spørgsmålet om cookies',
    technical: 'tekniske oplysninger, fx IP-adresse og browser',
    none: 'ingen',
  },
  protections: { ordinary: 'Almindelige', cpr: 'Nationalt id-nummer', sensitive: 'Følsomme (helbred)', none: 'Ingen' },
  sources: {
    patient: 'patienten selv',
    insurer: 'forsikringsselskabet',
    clinic: 'klinikken',
    eid: 'MitID',
    visitor: 'den besøgende selv',
    operator: 'os selv',
  },
  recipients: {
    clinic: 'privathospitaler og klinikker, der behandler patienten',
    insurer: 'patientens forsikringsselskab',
    patient: 'patienten selv',
    authority: 'myndigheder, når en lov kræver det',
  },
  behalf: { insurer: 'forsikringsselskaber', clinic: 'privathospitaler og klinikker' },
  bearers: { us: 'vi', clinic: 'klinikken', insurer: 'forsikringsselskabet' },
  transferBases: {
    adequacy: 'tilstrækkelighedsafgørelse (artikel 45)',
    'standard-clauses': 'EU’s standardkontrakter (artikel 46, stk. 2, litra c)',
  },
}

const english: ModelWords = {
  purposes: {
    'treatment-time': 'to keep the agreed treatment time',
    'referral-transfer': 'to carry data on the treatment from insurer to clinic and back',
    'user-administration': 'to administer users',
    'customer-administration': 'to administer customers',
    operation: 'to run the sites',
    'legal-duty': 'to fulfil a duty by law towards an authority',
    transparency: 'to show data subjects what happens and to answer their rights',
    contact: 'to answer enquiries',
  },
  bases: {
    consent: 'consent (Article 6(1)(a))',
    contract: 'performance of a contract (Article 6(1)(b))',
    'legal-obligation': 'legal obligation (Article 6(1)(c))',
    'legitimate-interests': 'legitimate interest (Article 6(1)(f))',
  },
  conditions: {
    'explicit-consent': 'explicit consent (Article 9(2)(a))',
    'health-care': 'health care under professional secrecy (Article 9(2)(h) and (3))',
    'public-interest': 'substantial public interest by law (Article 9(2)(g))',
    'legal-claims': 'legal claims (Article 9(2)(f))',
  },
  subjects: {
    patient: 'patients',
    staff: 'staff of insurers, clinics and the operator',
    'business-contact': 'contacts at companies',
    visitor: 'visitors of the site',
    nobody: 'nobody',
  },
  data: {
    contact: 'name, address, phone and e-mail',
    cpr: 'CPR number',
    booking: 'appointments: when, where and with whom',
    'consent-history': 'consents and withdrawals',
    'health.approval': 'approved treatment: kind, number, period, and answers to requests for more',
    'health.referral': 'the referral’s text and attachments from the insurer',
    'health.course': 'notes on the course',
    'health.report': 'the clinic’s reports to the insurer: requests for further sessions, and how the course ended',
    'health.request': 'requests about rights, complaints and claims, and the answers to them',
    'business-contact': 'names and contact details of staff',
    credentials: 'log-in details',
    'access-history': 'who has seen or done what',
    'cookie-choices': 'answers to the cookie question',
    technical: 'technical data, such as IP address and browser',
    none: 'none',
  },
  protections: {
    ordinary: 'Ordinary',
    cpr: 'National identification number',
    sensitive: 'Sensitive (health)',
    none: 'None',
  },
  sources: {
    patient: 'the patient',
    insurer: 'the insurer',
    clinic: 'the clinic',
    eid: 'MitID',
    visitor: 'the visitor',
    operator: 'ourselves',
  },
  recipients: {
    clinic: 'private hospitals and clinics that treat the patient',
    insurer: 'the patient’s insurer',
    patient: 'the patient',
    authority: 'authorities, where a law demands it',
  },
  behalf: { insurer: 'insurers', clinic: 'private hospitals and clinics' },
  bearers: { us: 'we', clinic: 'the clinic', insurer: 'the insurer' },
  transferBases: {
    adequacy: 'adequacy decision (Article 45)',
    'standard-clauses': 'EU standard contractual clauses (Article 46(2)(c))',
  },
}

export const modelWords: Texts<ModelWords> = texts(danish, english)

const countries = {
  da: new Intl.DisplayNames('da', { type: 'region' }),
  en: new Intl.DisplayNames('en', { type: 'region' }),
}

/** `DK` as `Danmark`. */
export const countryIn = (language: Language, code: string): string => countries[language].of(code) ?? code

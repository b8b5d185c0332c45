import { texts } from '#kernel/language.ts'
import type { DataCategory } from '#policy/categories.ts'
import type { LegalBasis, Retention } from '#policy/model.ts'

type Words = {
  title: string
  lead: (version: string, from: string) => string
  processor: string
  controller: string
  why: string
  data: string
  shared: string
  kept: string
  nobody: string
  versions: string
  promises: string
  rights: string
  rightsText: string
  categories: Record<DataCategory, string>
  bases: Record<LegalBasis['article6'], string>
  recipients: Record<'clinic' | 'insurer' | 'patient' | 'authority', string>
  from: Record<Retention['from'], string>
  period: (iso: string) => string
}

/** `P6M` as words; the model's periods are whole years, months or days. */
function inWords(iso: string, units: Record<'Y' | 'M' | 'D', readonly [string, string]>, atOnce: string): string {
  const [, digits = '0', unit = 'D'] = /^P(\d+)([YMD])$/.exec(iso) ?? []
  const count = Number(digits)
  const [one, many] = units[unit as 'Y' | 'M' | 'D']
  return count === 0 ? atOnce : `${count} ${count === 1 ? one : many}`
}

export const privacyTexts = texts<Words>(
  {
    title: 'Sådan behandler vi dine oplysninger',
    lead: (version, from) =>
      `Version ${version}, gælder fra ${from}. Teksten er lavet af de samme regler, som systemet håndhæver.`,
    processor: 'Vi gør det for forsikringsselskabet eller klinikken, som er dataansvarlig.',
    controller: 'Vi er selv dataansvarlige.',
    why: 'Grundlag',
    data: 'Oplysninger',
    shared: 'Deles med',
    kept: 'Slettes',
    nobody: 'Ingen',
    versions: 'Se tidligere versioner',
    promises: 'Se, hvordan vi holder det, vi lover',
    rights: 'Dine rettigheder',
    rightsText:
      'Du har ret til indsigt, rettelse, sletning, begrænsning, at få dine oplysninger med dig, at gøre indsigelse og at trække dit samtykke tilbage. Skriv til dit forsikringsselskab eller din klinik, eller til os. Du kan klage til Datatilsynet på datatilsynet.dk.',
    categories: {
      contact: 'navn og kontaktoplysninger',
      cpr: 'CPR-nummer',
      booking: 'dine tider',
      'consent-history': 'dine samtykker',
      'health.referral': 'henvisning og helbredsoplysninger fra selskabet',
      'health.course': 'klinikkens oplysninger om forløbet',
      'business-contact': 'navn og kontaktoplysninger på arbejdet',
      credentials: 'log-in-oplysninger',
      'access-history': 'hvem der har set hvad',
      'cookie-choices': 'dit valg af cookies',
      technical: 'tekniske oplysninger',
      none: 'ingen',
    },
    bases: {
      consent: 'dit samtykke',
      contract: 'en aftale',
      'legal-obligation': 'en pligt efter loven',
      'legitimate-interests': 'en berettiget interesse',
    },
    recipients: {
      clinic: 'den klinik, der behandler dig',
      insurer: 'dit forsikringsselskab',
      patient: 'dig selv',
      authority: 'myndigheder',
    },
    from: {
      'course-end': 'efter, at forløbet er slut',
      'agreement-end': 'når aftalen ophører',
      'account-end': 'når adgangen ophører',
      answered: 'efter svaret',
      recorded: 'efter, at de er registreret',
      'last-contact': 'efter sidste kontakt',
    },
    period: (iso) => inWords(iso, { Y: ['år', 'år'], M: ['måned', 'måneder'], D: ['dag', 'dage'] }, 'straks'),
  },
  {
    title: 'How we process your information',
    lead: (version, from) =>
      `Version ${version}, valid from ${from}. The text is made from the same rules that the system enforces.`,
    processor: 'We do it on behalf of the insurer or the clinic, who is the controller.',
    controller: 'We are the controller ourselves.',
    why: 'Basis',
    data: 'Information',
    shared: 'Shared with',
    kept: 'Erased',
    nobody: 'Nobody',
    versions: 'See earlier versions',
    promises: 'See how we keep what we promise',
    rights: 'Your rights',
    rightsText:
      'You have the right to access, rectification, erasure, restriction, to take your information with you, to object and to withdraw your consent. Write to your insurer or clinic, or to us. You can complain to Datatilsynet, the Danish authority, at datatilsynet.dk.',
    categories: {
      contact: 'name and contact details',
      cpr: 'CPR number',
      booking: 'your appointments',
      'consent-history': 'your consents',
      'health.referral': 'referral and health information from the insurer',
      'health.course': 'the clinic’s information on the course',
      'business-contact': 'name and contact details at work',
      credentials: 'log-in details',
      'access-history': 'who has seen what',
      'cookie-choices': 'your choice of cookies',
      technical: 'technical information',
      none: 'none',
    },
    bases: {
      consent: 'your consent',
      contract: 'an agreement',
      'legal-obligation': 'a duty under the law',
      'legitimate-interests': 'a legitimate interest',
    },
    recipients: {
      clinic: 'the clinic that treats you',
      insurer: 'your insurer',
      patient: 'yourself',
      authority: 'authorities',
    },
    from: {
      'course-end': 'after the course ends',
      'agreement-end': 'when the agreement ends',
      'account-end': 'when the access ends',
      answered: 'after the answer',
      recorded: 'after they are recorded',
      'last-contact': 'after the last contact',
    },
    period: (iso) => inWords(iso, { Y: ['year', 'years'], M: ['month', 'months'], D: ['day', 'days'] }, 'at once'),
  },
)

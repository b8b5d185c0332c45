import { texts } from '#kernel/language.ts'
import type { Action } from '#platform/http/action.ts'
import type { Site } from '#platform/http/site.ts'
import { openGate } from '#policy/gate.ts'
import { marketingRoutes } from '#src/routes.ts'
import { marketingLook } from '../look.ts'
import { marketingPolicy } from './policy.ts'

const words = texts(
  { insurers: 'For selskaber', clinics: 'For klinikker', patients: 'For patienter', contact: 'Kontakt' },
  { insurers: 'For insurers', clinics: 'For clinics', patients: 'For patients', contact: 'Contact' },
)

/** The operator's public site: what the service does for whom, and a way to write. */
export function marketingSite(url: URL, actions: readonly Action[]): Site {
  return {
    name: 'marketing',
    url,
    gate: openGate(marketingPolicy),
    look: marketingLook,
    navigation: (_, language) => [
      { href: marketingRoutes.insurers.href({}), label: words[language].insurers },
      { href: marketingRoutes.clinics.href({}), label: words[language].clinics },
      { href: marketingRoutes.patients.href({}), label: words[language].patients },
      { href: marketingRoutes.contact.form.href({}), label: words[language].contact },
    ],
    formTargets: [],
    links: {
      home: marketingRoutes.home.href({}),
      logIn: null,
      logOut: null,
      language: marketingRoutes.language.href({}),
      cookies: { answer: marketingRoutes.cookieChoice.href({}), read: marketingRoutes.cookies.href({}) },
    },
    terms: null,
    actions,
  }
}

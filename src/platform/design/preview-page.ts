import { Temporal } from 'temporal-polyfill'
import type { Page } from '../html/page.ts'

/** An invented request, for pictures and tests of the look. */
export const previewPage: Page = {
  language: 'da',
  path: '/preview',
  csrfToken: 'token',
  nonce: 'nonce',
  now: Temporal.Instant.from('2026-09-14T08:00:00Z'),
  site: {
    name: 'Klinikbro',
    tagline: 'Fra henvisning til behandling, uden omveje.',
    controller: {
      name: 'Prøveselskabet ApS',
      address: 'Eksempelvej 1, 8000 Aarhus C',
      cvr: '12345678',
      email: 'kontakt@example.dk',
    },
    footLinks: [
      { href: '/privacy', label: 'Privatlivspolitik' },
      { href: '/cookies', label: 'Cookies' },
      { href: '/accessibility', label: 'Tilgængelighed' },
    ],
  },
  reader: { kind: 'patient', name: 'Ana Prøvesen' },
  navigation: [
    { href: '/', label: 'Overblik', current: true },
    { href: '/appointments', label: 'Mine tider', current: false },
    { href: '/messages', label: 'Beskeder', current: false },
    { href: '/privacy', label: 'Mine data', current: false },
  ],
  notice: 'Din tid er bekræftet',
  maintenance: null,
  consent: {
    question: null,
    at: null,
    version: 'none',
    choice: null,
    kinds: [],
    scripts: [],
    errorsAt: null,
    embeds: [],
    refused: [],
  },
  links: { logOut: '/log-out', language: '/language', home: '/' },
}

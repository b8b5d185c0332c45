import { type Texts, texts } from '#kernel/language.ts'
import type { SiteLook } from '#platform/html/page.ts'
import { controller } from './operator.ts'

const footLinks = texts(
  [
    { href: '/privacy', label: 'Dine oplysninger' },
    { href: '/terms', label: 'Vilkår' },
    { href: '/cookies', label: 'Cookies' },
    { href: '/status', label: 'Driftsstatus' },
  ],
  [
    { href: '/privacy', label: 'Your information' },
    { href: '/terms', label: 'Terms' },
    { href: '/cookies', label: 'Cookies' },
    { href: '/status', label: 'Service status' },
  ],
)

const look = (tagline: Texts<string>) =>
  texts<SiteLook>(
    { name: 'Klinikbro', tagline: tagline.da, controller, footLinks: footLinks.da },
    { name: 'Klinikbro', tagline: tagline.en, controller, footLinks: footLinks.en },
  )

export const referralLook = look(
  texts('Fra forsikringsselskab til klinik, på dine vilkår', 'From insurer to clinic, on your terms'),
)
export const marketingLook = look(
  texts('Henvisning og booking, der passer på oplysningerne', 'Referral and booking that guards the information'),
)

import { texts } from '#kernel/language.ts'
import type { SiteLook } from '#platform/html/page.ts'
import { controller } from './operator.ts'

const look = (tagline: { da: string; en: string }, privacyPath: string) =>
  texts<SiteLook>(
    {
      name: 'Klinikbro',
      tagline: tagline.da,
      controller,
      footLinks: [{ href: privacyPath, label: 'Dine oplysninger' }],
    },
    {
      name: 'Klinikbro',
      tagline: tagline.en,
      controller,
      footLinks: [{ href: privacyPath, label: 'Your information' }],
    },
  )

export const referralLook = look(
  { da: 'Fra forsikringsselskab til klinik, på dine vilkår', en: 'From insurer to clinic, on your terms' },
  '/privacy',
)
export const marketingLook = look(
  { da: 'Henvisning og booking, der passer på oplysningerne', en: 'Referral and booking that guards the information' },
  '/privacy',
)

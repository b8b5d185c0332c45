import { texts } from '#kernel/language.ts'
import type { SiteLook } from '#platform/html/page.ts'

// The operator of this installation, as every page's foot, every policy and the Article 30 record name it (T2.1). Invented.
const controller = {
  name: 'Klinikbro Drift ApS',
  address: 'Eksempelvej 12, 8000 Aarhus C',
  cvr: '26919991',
  email: 'databeskyttelse@klinikbro.example',
}

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

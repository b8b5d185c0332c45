import { texts } from '#kernel/language.ts'
import { passwordMinLength } from '#platform/crypto/password-rules.ts'
import { PasswordField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'

const words = texts(
  {
    password: 'Ny adgangskode',
    hint: `Mindst ${passwordMinLength} tegn. Tre-fire tilfældige ord efter hinanden er godt og nemt at huske`,
    repeated: 'Ny adgangskode igen',
  },
  {
    password: 'New password',
    hint: `At least ${passwordMinLength} characters. Three or four random words in a row are good and easy to remember`,
    repeated: 'New password again',
  },
)

/** The two fields of `newPasswordFields`. */
export const NewPasswordFields = (props: { readonly page: Page; readonly form: FormState }) => {
  const t = words[props.page.language]
  return (
    <>
      <PasswordField {...props} name="password" label={t.password} hint={t.hint} autocomplete="new-password" />
      <PasswordField {...props} name="repeated" label={t.repeated} autocomplete="new-password" />
    </>
  )
}

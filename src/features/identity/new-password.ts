import { type Texts, texts } from '#kernel/language.ts'
import {
  type PasswordProblem,
  passwordMaxLength,
  passwordMinLength,
  passwordProblems,
} from '#platform/crypto/password-rules.ts'
import type { Check } from '#platform/http/form.ts'
import { password } from '#platform/http/form-fields.ts'

/** The two fields in which somebody makes a password. Its rules speak for themselves, so the fields only ask that something is there. */
export const newPasswordFields = {
  password: password({ min: 1, max: 2 * passwordMaxLength }),
  repeated: password({ min: 1, max: 2 * passwordMaxLength }),
}

const said: Readonly<Record<PasswordProblem | 'differs', Texts<string>>> = {
  'too-short': texts(
    `Brug mindst ${passwordMinLength} tegn, for eksempel tre-fire ord efter hinanden`,
    `Use at least ${passwordMinLength} characters, for example three or four words in a row`,
  ),
  'too-long': texts(`Brug højst ${passwordMaxLength} tegn`, `Use ${passwordMaxLength} characters or fewer`),
  'too-common': texts(
    'Den adgangskode er let at gætte. Vælg en anden',
    'That password is easy to guess. Choose another',
  ),
  'contains-email': texts(
    'Adgangskoden må ikke indeholde din e-mailadresse',
    'The password must not contain your e-mail address',
  ),
  differs: texts('De to adgangskoder er ikke ens. Skriv dem igen', 'The two passwords differ. Type them again'),
}

/** The rules of `password-rules.ts`, and that both fields hold the same. */
export const newPasswordCheck =
  (address: string): Check<{ readonly password: string; readonly repeated: string }> =>
  (values) => {
    const [first] = passwordProblems(values.password, { email: address })
    if (first) return [{ field: 'password', message: said[first] }]
    return values.password === values.repeated ? [] : [{ field: 'repeated', message: said.differs }]
  }

import { texts } from '#kernel/language.ts'

/** The duty of health professionals to keep a journal. */
export const recordKeepingLaw = texts(
  'autorisationsloven §§ 21-25 og journalføringsbekendtgørelsen',
  'Danish Authorisation Act, sections 21-25, and the Danish order on patient records',
)

/** Processing for treatment by those who are bound by secrecy. */
export const healthCareLaw = texts('databeskyttelsesloven § 7, stk. 3', 'Danish Data Protection Act, section 7(3)')

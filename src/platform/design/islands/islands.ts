// Comfort on top of pages that work without it. Each island looks for its own data attribute and does nothing elsewhere.
import { watchCalendars } from './calendar-keys.ts'
import { countCharacters } from './character-count.ts'
import { clearRefused } from './clear-refused.ts'
import { startCountdowns } from './countdown.ts'
import { checkFileSizes } from './file-size.ts'
import { focusErrors } from './focus-errors.ts'
import { offerPasskeys } from './passkey.ts'
import { reportErrors } from './report-errors.ts'
import { guardForms } from './submit-guard.ts'

reportErrors()
clearRefused()
focusErrors()
startCountdowns()
countCharacters()
checkFileSizes()
guardForms()
watchCalendars()
offerPasskeys()

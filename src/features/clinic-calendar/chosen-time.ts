import { texts } from '#kernel/language.ts'
import { text } from '#platform/http/form-fields.ts'
import { chooseTimeTexts } from './choose-time.texts.ts'

const { da, en } = chooseTimeTexts

/** One of the times that were offered, as its button sends it. */
export const chosenTime = () => text({ max: 100, missing: texts(da.chooseTime, en.chooseTime) })

// Attributes that many elements share.
import type { Child } from './markup.ts'

export type Text = string | undefined | null | false
export type Quantity = number | string | undefined | null | false
export type Flag = boolean | undefined | null
export type AriaFlag = boolean | 'true' | 'false' | undefined | null

export type Aria = {
  'aria-atomic'?: AriaFlag
  'aria-busy'?: AriaFlag
  'aria-controls'?: Text
  'aria-current'?: 'page' | 'step' | 'date' | 'time' | 'location' | AriaFlag
  'aria-describedby'?: Text
  'aria-disabled'?: AriaFlag
  'aria-expanded'?: AriaFlag
  'aria-hidden'?: AriaFlag
  'aria-invalid'?: AriaFlag
  'aria-label'?: Text
  'aria-labelledby'?: Text
  'aria-live'?: 'polite' | 'assertive' | 'off' | undefined
  'aria-sort'?: 'ascending' | 'descending' | 'none' | undefined
}

export type Common = Aria & {
  autofocus?: Flag
  class?: Text
  dir?: 'ltr' | 'rtl' | 'auto' | undefined
  hidden?: Flag
  id?: Text
  inert?: Flag
  lang?: Text
  popover?: 'auto' | 'manual' | undefined
  role?: Text
  spellcheck?: 'true' | 'false' | undefined
  tabindex?: 0 | -1 | '0' | '-1' | undefined
  title?: Text
  translate?: 'yes' | 'no' | undefined
}
export type Holding = Common & { children?: Child }

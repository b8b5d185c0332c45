// The door to the look of every page. Views take their parts from here and write no class names of their own.
export { Button, type ButtonKind, ButtonLink, ButtonRow, MitIdButton } from './actions.tsx'
export { useAssets } from './asset-paths.ts'
export { type AssetName, type Assets, buildAssets } from './assets.ts'
export { BarePage } from './bare-page.tsx'
export {
  Calendar,
  type CalendarColumn,
  type CalendarEvent,
  CalendarGrid,
  type CalendarTone,
  clockTime,
  DayList,
} from './calendar.tsx'
export { Chart } from './chart.tsx'
export { Checkbox, CheckboxGroup, RadioGroup } from './choice-fields.tsx'
export {
  Alert,
  Card,
  Columns,
  Details,
  EmptyState,
  Section,
  type SummaryItem,
  SummaryList,
  Tag,
  type Tone,
} from './content.tsx'
export { CookieAnswers, CookieKinds } from './cookie-question.tsx'
export { DateField } from './date-field.tsx'
export { Embed } from './embed.tsx'
export { ErrorSummary, Form } from './form.tsx'
export type { FieldProps } from './form-values.ts'
export { Icon, type IconName } from './icon.tsx'
export { ErrorPage, Layout } from './layout.tsx'
export { spanOf } from './maintenance-notice.tsx'
export { Band, type Feature, FeatureGrid, Hero } from './marketing.tsx'
export { Countdown, Meter, StepGuide, Timeline, type TimelineItem } from './progress.tsx'
export { type Column, Pagination, Table } from './table.tsx'
export {
  CprField,
  EmailField,
  FileField,
  type Option,
  PasswordField,
  PhoneField,
  SearchField,
  SelectField,
  TextArea,
  TextField,
  TimeField,
} from './text-fields.tsx'
export { type FreeDay, type FreeTime, TimePicker } from './time-picker.tsx'
export { Breadcrumbs, Tabs } from './ways.tsx'

import { Layout } from '#platform/design/index.ts'
import type { Html } from '#platform/html/jsx-runtime.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import type { PractitionerRow, RoomRow } from './clinic.sql.ts'
import { ExceptionForm } from './exceptions.view.tsx'
import { hoursTexts } from './opening-hours.texts.ts'

type ExceptionProps = {
  readonly page: Page
  readonly form: FormState
  readonly practitioners: readonly PractitionerRow[]
  readonly rooms: readonly RoomRow[]
}

export function exceptionFormView(props: ExceptionProps): Html {
  const t = hoursTexts[props.page.language]
  const back = { href: routes.clinic.practitioners.href({}), label: t.back }
  return (
    <Layout page={props.page} title={t.newException} back={back}>
      <ExceptionForm {...props} />
    </Layout>
  )
}

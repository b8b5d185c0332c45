import type { Temporal } from '#kernel/time.ts'
import { Button, Form, Section, Table, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { accountTexts } from './account.texts.ts'
import type { PasskeyRow } from './factors.sql.ts'

type PasskeyProps = {
  readonly page: Page
  readonly form: FormState
  readonly passkeys: readonly PasskeyRow[]
  readonly dayText: (at: Temporal.Instant) => string
}

export const PasskeySection = (props: PasskeyProps) => {
  const { page, form } = props
  const t = accountTexts[page.language]
  return (
    <Section title={t.passkeysHeading} lead={t.passkeysLead}>
      <PasskeyTable {...props} />
      <div hidden data-passkey="create" data-begin={routes.account.passkey.begin.href({})}>
        <Form page={page} action={routes.account.passkey.create.href({})} form={form}>
          <TextField
            page={page}
            form={form}
            name="name"
            label={t.passkeyName}
            hint={t.passkeyNameHint}
            width="medium"
            autocomplete="off"
            maxLength={60}
          />
          <p role="alert" hidden data-passkey-problem>
            {t.passkeyProblem}
          </p>
          <input type="hidden" name="answer" value="" />
          <div>
            <Button kind="secondary">{t.addPasskey}</Button>
          </div>
        </Form>
      </div>
    </Section>
  )
}

const PasskeyTable = ({ page, passkeys, dayText }: PasskeyProps) => {
  const t = accountTexts[page.language]
  return (
    <Table
      caption={t.passkeysHeading}
      captionHidden
      rows={passkeys}
      empty={<p>{t.noPasskeys}</p>}
      columns={[
        { label: t.passkeyName, heads: true, cell: ({ name }) => name },
        { label: t.passkeyAdded, cell: (passkey) => dayText(passkey.created_at) },
        { label: t.passkeyUsed, cell: (passkey) => (passkey.used_at ? dayText(passkey.used_at) : t.never) },
        { label: t.action, align: 'end', cell: (passkey) => <RemovePasskey page={page} passkey={passkey} /> },
      ]}
    />
  )
}

const RemovePasskey = ({ page, passkey }: { readonly page: Page; readonly passkey: PasskeyRow }) => (
  <Form page={page} action={routes.account.passkey.removal.href({ credentialId: passkey.credential_id })}>
    <div>
      <Button kind="quiet">{accountTexts[page.language].remove(passkey.name)}</Button>
    </div>
  </Form>
)

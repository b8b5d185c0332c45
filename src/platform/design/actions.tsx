import type { Child, Html } from '#jsx/jsx-runtime'
import type { Page } from '../html/page.ts'
import { Icon, type IconName } from './icon.tsx'
import { words } from './words.ts'

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet'

type Look = { readonly kind?: ButtonKind | undefined; readonly icon?: IconName | undefined; readonly children: Child }

type ButtonProps = Look & {
  readonly type?: 'submit' | 'button' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** Sends this button's form to another address. */
  readonly formAction?: string | undefined
  readonly form?: string | undefined
  readonly id?: string | undefined
  readonly disabled?: boolean | undefined
  readonly popoverTarget?: string | undefined
}

/** A button; it submits unless told otherwise. */
export const Button = (props: ButtonProps): Html => (
  <button
    class={`button button-${props.kind ?? 'primary'}`}
    type={props.type ?? 'submit'}
    id={props.id}
    name={props.name}
    value={props.value}
    form={props.form}
    formaction={props.formAction}
    popovertarget={props.popoverTarget}
    disabled={props.disabled}
  >
    {props.icon && <Icon name={props.icon} />}
    {props.children}
  </button>
)

/** A link that looks like a button, for going somewhere. */
export const ButtonLink = ({
  href,
  kind,
  icon,
  children,
  download,
}: Look & { readonly href: string; readonly download?: boolean | undefined }): Html => (
  <a class={`button button-${kind ?? 'primary'}`} href={href} download={download}>
    {icon && icon !== 'forward' && <Icon name={icon} />}
    {children}
    {icon === 'forward' && <Icon name={icon} />}
  </a>
)

export const ButtonRow = ({ children }: { readonly children: Child }): Html => <div class="button-row">{children}</div>

type MitIdAction = 'log-in' | 'approve' | 'confirm' | 'accept' | 'sign'

/** The eID's own button: its approved texts only, its blue, 48 px high, 4 px radius. A link, or without `href` its form's submit. */
export const MitIdButton = ({
  page,
  href,
  action,
}: {
  readonly page: Page
  readonly href?: string | undefined
  readonly action?: MitIdAction | undefined
}): Html => {
  const text = words[page.language].mitId[action ?? 'log-in']
  if (href === undefined) {
    return (
      <button class="mitid-button" type="submit">
        {text}
      </button>
    )
  }
  return (
    <a class="mitid-button" href={href}>
      {text}
    </a>
  )
}

import { formats } from '#kernel/format.ts'
import {
  Alert,
  Button,
  ButtonLink,
  ButtonRow,
  Checkbox,
  Form,
  Layout,
  RadioGroup,
  Section,
} from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { routes } from '#src/routes.ts'
import { type CaseToErase, standingOf } from './case-to-erase.ts'
import { orderTexts } from './erasure-orders.texts.ts'
import { earliestDayAfter, inTheWayOf, orderReasons } from './erasure-orders.ts'

type Part = { readonly page: Page; readonly found: CaseToErase }

export function giveOrderView(page: Page, found: CaseToErase, form: FormState) {
  const t = orderTexts[page.language]
  const inTheWay = inTheWayOf(standingOf(found))
  return (
    <Layout
      page={page}
      title={t.title(found.case_number)}
      lead={t.lead}
      back={{ href: routes.case.show.href({ caseId: found.id }), label: t.back(found.case_number) }}
    >
      {found.ordered_at ? (
        <Waiting page={page} found={found} />
      ) : inTheWay ? (
        <Alert page={page} kind="warning" title={t.cannot}>
          <p>{t.inTheWay[inTheWay]}</p>
          {inTheWay === 'held' && (
            <p>
              <a href={routes.legalHold.show.href({ caseId: found.id })}>{t.seeHolds}</a>
            </p>
          )}
        </Alert>
      ) : (
        <Ordering page={page} found={found} form={form} />
      )}
      <p>
        <a href={routes.erasureOrder.list.href({})}>{t.seeOrders}</a>
      </p>
    </Layout>
  )
}

/** What an order means, before it is given. */
function Ordering({ page, found, form }: Part & { readonly form: FormState }) {
  const t = orderTexts[page.language]
  const caseId = found.id
  const options = orderReasons.map((value) => ({ value, label: t.reasons[value] }))
  return (
    <>
      <Section title={t.meansTitle}>
        <ul>
          <li>{t.copyFirst}</li>
          <li>{t.storedOnly}</li>
          <li>{found.journals.length > 0 ? t.journals(found.journals.join(', ')) : t.noJournals}</li>
          <li>{t.gone}</li>
        </ul>
      </Section>
      <Form page={page} form={form} action={routes.erasureOrder.create.href({ caseId })}>
        <RadioGroup page={page} form={form} name="reason" label={t.reason} options={options} />
        <Checkbox page={page} form={form} name="sure" label={t.sure} />
        <ButtonRow>
          <Button kind="danger">{t.give}</Button>
          <ButtonLink href={routes.case.show.href({ caseId })} kind="secondary">
            {t.keep}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  )
}

/** How an open order stands. */
function Waiting({ page, found }: Part) {
  const t = orderTexts[page.language]
  const earliest = found.ordered_at && formats(page.language).dateLong(earliestDayAfter(found.ordered_at))
  return (
    <>
      <Alert page={page} kind="info" title={t.waits}>
        {earliest && <p>{t.waitsUntil(earliest)}</p>}
        {found.journals.length > 0 && <p>{t.waitsFor(found.journals.join(', '))}</p>}
        {found.holds.length > 0 && <p>{t.waitsHeld}</p>}
      </Alert>
      <Form page={page} action={routes.erasureOrder.withdrawal.href({ caseId: found.id })}>
        <Button kind="secondary">{t.withdraw}</Button>
      </Form>
    </>
  )
}

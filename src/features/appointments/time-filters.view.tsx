import { type OfferingClinic, partsOfDay } from '#features/availability/index.ts'
import { formats } from '#kernel/format.ts'
import { Button, DateField, Details, Form, RadioGroup, SelectField, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'
import { findTimesTexts } from './find-times.texts.ts'
import type { Offer } from './offered-times.ts'

/** Kilometres that a patient may choose to go at most. */
export const distances = ['10', '25', '50', '100'] as const

type Props = { readonly page: Page; readonly action: string; readonly offer: Offer; readonly form: FormState }

/** Where, when and how far away; folded away until it is needed. */
export function TimeFilters({ page, action, offer, form }: Props) {
  const t = findTimesTexts[page.language]
  const field = { page, form, optional: true } as const
  const isOpen = form.errors.length > 0 || (offer.kind === 'nothing' && offer.reason === 'none-filtered')
  return (
    <Details summary={t.filters} open={isOpen}>
      <Form page={page} action={action} method="get" form={form}>
        {offer.clinics.length > 1 && (
          <SelectField
            {...field}
            name="clinic"
            label={t.clinic}
            placeholder={t.everyClinic}
            options={offer.clinics.map((clinic) => ({ value: clinic.id, label: clinicLabel(page, clinic) }))}
          />
        )}
        <TextField {...field} name="postcode" label={t.postcode} hint={t.postcodeHint} autocomplete="postal-code" />
        <SelectField
          {...field}
          name="km"
          label={t.km}
          placeholder={t.anyDistance}
          options={distances.map((km) => ({ value: km, label: t.withinKm(km) }))}
        />
        <RadioGroup
          {...field}
          name="part"
          label={t.part}
          inline
          options={(['', ...partsOfDay] as const).map((value) => ({ value, label: t.parts[value] }))}
        />
        <DateField {...field} name="from" label={t.from} />
        <Button kind="secondary">{t.show}</Button>
      </Form>
    </Details>
  )
}

const clinicLabel = (page: Page, { name, town, km }: OfferingClinic) =>
  [name, town, km === null ? null : formats(page.language).distance(km)].filter(Boolean).join(', ')

type Place = { readonly street: string | null; readonly postcode: string | null; readonly town: string | null }

/** `Eksempelvej 12, 8000 Aarhus C`; what is not known is left out. */
export const addressOf = ({ street, postcode, town }: Place): string =>
  [street, [postcode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ')

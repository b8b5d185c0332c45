import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'

/** The demo's authenticator secrets can be known by anybody: they follow from the address, so that `bin/demo-code` can print codes. */
export const totpSecretOf = (email: string): string =>
  new Secret({ buffer: new Uint8Array(createHash('sha1').update(`klinikbro demo code ${email}`).digest()).buffer })
    .base32

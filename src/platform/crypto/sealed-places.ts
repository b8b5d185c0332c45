/** Where values lie that the platform sealed for nobody in particular, and what each was sealed for. */
export type SealedPlace = {
  readonly table: string
  readonly key: string
  readonly column: string
  readonly purpose: (key: Buffer | string) => string
}

const lead = (part: string): SealedPlace => ({
  table: 'leads',
  key: 'id',
  column: `${part}_sealed`,
  purpose: (id) => `lead/${id}/${part}`,
})
const directRequest = (part: string): SealedPlace => ({
  table: 'direct_requests',
  key: 'request_id',
  column: `${part}_sealed`,
  purpose: (id) => `direct-request/${id}/${part}`,
})
const hex = (key: Buffer | string) => Buffer.from(key as Buffer).toString('hex')

/** The same purposes as in the features that seal; a test opens each after a rotation, and knows when a column is missing here. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'user_totp', key: 'user_id', column: 'secret_sealed', purpose: (id) => `totp/${id}` },
  ...['name', 'company', 'phone', 'email', 'message'].map(lead),
  { table: 'lead_answers', key: 'lead_id', column: 'text_sealed', purpose: (id) => `lead/${id}/text` },
  ...['words', 'email'].map(directRequest),
  { table: 'direct_notes', key: 'id', column: 'text_sealed', purpose: (id) => `direct-note/${id}` },
  { table: 'enquirer_links', key: 'id', column: 'email_sealed', purpose: (id) => `enquirer-link/${id}` },
  { table: 'case_import_files', key: 'import_id', column: 'content_sealed', purpose: (id) => `case-import/${id}` },
  { table: 'web_sessions', key: 'token_hash', column: 'eid_sealed', purpose: (hash) => `web-session/${hex(hash)}` },
  { table: 'eid_attempts', key: 'state_hash', column: 'attempt_sealed', purpose: (hash) => `eid-attempt/${hex(hash)}` },
]

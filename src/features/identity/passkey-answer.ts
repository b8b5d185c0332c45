/** What the browser's authenticator answered, as the form carries it; null when it is not JSON of that kind. Verified elsewhere. */
export function readAnswer<Answer extends { readonly id: string }>(text: string): Answer | null {
  try {
    const value: unknown = JSON.parse(text)
    const isAnswer = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    return isAnswer ? (value as Answer) : null
  } catch {
    return null
  }
}

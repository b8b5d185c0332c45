/** What of a failure's message may be shown: its first line without digits and addresses, at most 120 characters. */
export const maskedError = (message: string): string =>
  (message.split('\n')[0] ?? '')
    .replace(/\S+@\S+/g, '…@…')
    .replace(/\d/g, '#')
    .slice(0, 120)

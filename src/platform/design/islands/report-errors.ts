const mostReports = 5

/** Tells our own server what broke, where a site tracks errors; it scrubs the message before it tells anybody else. */
export const reportErrors = (): void => {
  const at = document.documentElement.dataset['errorsAt']
  if (at === undefined) return
  const told = new Set<string>()
  const tell = (error: unknown): void => {
    if (!(error instanceof Error) || told.has(error.message) || told.size >= mostReports) return
    told.add(error.message)
    const { message, stack = '' } = error
    navigator.sendBeacon(at, new URLSearchParams({ message, stack, path: location.pathname }))
  }
  addEventListener('error', (event) => tell(event.error))
  addEventListener('unhandledrejection', (event) => tell(event.reason))
}

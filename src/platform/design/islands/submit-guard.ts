const patienceMs = 8000

/** Holds back a second press while the first is under way. The server is idempotent all the same. */
export const guardForms = (): void => {
  const underWay = new Set<HTMLFormElement>()
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset['guard'] === undefined) return
    if (underWay.has(form)) return event.preventDefault()
    underWay.add(form)
    const button = event.submitter
    // Not `disabled`: a disabled button would leave its name and value out of what is sent.
    button?.setAttribute('aria-disabled', 'true')
    setTimeout(() => {
      underWay.delete(form)
      button?.removeAttribute('aria-disabled')
    }, patienceMs)
  })
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    underWay.clear()
    for (const button of document.querySelectorAll('button[aria-disabled]')) button.removeAttribute('aria-disabled')
  })
}

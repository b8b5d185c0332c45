/** Moves focus to the summary of errors, so that it is the first thing heard and seen after a refused form. */
export const focusErrors = (): void => document.querySelector<HTMLElement>('[data-focus]')?.focus()

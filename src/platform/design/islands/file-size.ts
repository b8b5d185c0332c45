/** Says at once that a file is too large, before it has been sent for minutes over a phone. The server checks again. */
export const checkFileSizes = (): void => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[data-max-megabytes]')) {
    const warning = document.createElement('p')
    warning.className = 'field-error'
    warning.setAttribute('role', 'status')
    input.after(warning)
    input.addEventListener('change', () => {
      const limit = Number(input.dataset['maxMegabytes']) * 1024 * 1024
      const tooLarge = [...(input.files ?? [])].some((file) => file.size > limit)
      warning.textContent = tooLarge ? (input.dataset['tooLarge'] ?? '') : ''
      input.toggleAttribute('aria-invalid', tooLarge)
    })
  }
}

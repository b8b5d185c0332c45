/** Under a text area with a limit: how many characters are left, told aloud after a pause in typing. */
export const countCharacters = (): void => {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) count(area)
}

const count = (area: HTMLTextAreaElement): void => {
  const limit = Number(area.dataset['limit'])
  const line = document.createElement('p')
  line.className = 'hint'
  const spoken = document.createElement('span')
  spoken.className = 'visually-hidden'
  spoken.setAttribute('role', 'status')
  area.after(line, spoken)
  let pause: ReturnType<typeof setTimeout> | undefined
  const show = (): void => {
    const left = limit - area.value.length
    line.textContent = `${left} ${area.dataset['limitText'] ?? ''}`
    line.classList.toggle('field-error', left < 0)
    clearTimeout(pause)
    pause = setTimeout(() => {
      spoken.textContent = left < limit / 5 ? line.textContent : ''
    }, 1200)
  }
  area.addEventListener('input', show)
  show()
}

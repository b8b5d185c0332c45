/** Makes every countdown tick, and says aloud once when two minutes are left and when the time is up. */
export const startCountdowns = (): void => {
  for (const element of document.querySelectorAll<HTMLElement>('[data-countdown]')) start(element)
}

const start = (element: HTMLElement): void => {
  const left = element.querySelector('[data-left]')
  const spoken = element.querySelector('[data-spoken]')
  // The server's own count, not its clock: a reader's clock may be wrong.
  const until = Date.now() + Number(element.dataset['seconds']) * 1000
  if (left === null || spoken === null || Number.isNaN(until)) return
  const say = (text: string): void => {
    if (spoken.textContent !== text) spoken.textContent = text
  }
  const tick = (): void => {
    const seconds = Math.ceil((until - Date.now()) / 1000)
    left.textContent = seconds > 0 ? clock(seconds) : (element.dataset['over'] ?? '')
    if (seconds <= 0) {
      say(element.dataset['over'] ?? '')
      clearInterval(timer)
    } else if (seconds <= 120) say(element.dataset['almost'] ?? '')
  }
  const timer = setInterval(tick, 1000)
  tick()
}

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

import { startAuthentication, startRegistration } from '@simplewebauthn/browser'

/**
 * Shows each passkey form to browsers that can use it. Its button asks the server for a question, lets the authenticator
 * answer, and sends the answer with the form. Without passkeys the form stays hidden and the other ways remain.
 */
export const offerPasskeys = (): void => {
  if (typeof PublicKeyCredential === 'undefined') return
  for (const element of document.querySelectorAll<HTMLElement>('[data-passkey]')) offer(element)
}

const offer = (element: HTMLElement): void => {
  const form = element.querySelector('form')
  const answer = element.querySelector<HTMLInputElement>('input[name="answer"]')
  const problem = element.querySelector<HTMLElement>('[data-passkey-problem]')
  if (form === null || answer === null || problem === null) return
  element.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    problem.hidden = true
    ask(element, form)
      .then((given) => {
        answer.value = JSON.stringify(given)
        form.submit()
      })
      .catch(() => {
        problem.hidden = false
      })
  })
}

const ask = async (element: HTMLElement, form: HTMLFormElement): Promise<unknown> => {
  const token = new FormData(form).get('_csrf')
  const asked = await fetch(element.dataset['begin'] ?? '', {
    method: 'POST',
    body: new URLSearchParams({ _csrf: typeof token === 'string' ? token : '' }),
  })
  if (!asked.ok) throw new Error(`The server answered ${asked.status}`)
  const optionsJSON = await asked.json()
  return element.dataset['passkey'] === 'create'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON })
}

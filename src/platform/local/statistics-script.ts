/**
 * What the statistics stand-in's page script does, as such services do: a number for the visit and one for the browser, the page before,
 * and one message a page with the path and nothing else of the address.
 */
export const countScript = `(() => {
  const origin = new URL(document.currentScript.src).origin
  const keep = (name, seconds) => {
    const found = document.cookie.split('; ').find((one) => one.startsWith(name + '='))
    const value = found ? found.slice(name.length + 1) : crypto.randomUUID()
    document.cookie = name + '=' + value + '; Path=/; SameSite=Lax; Max-Age=' + seconds + (location.protocol === 'https:' ? '; Secure' : '')
  }
  keep('telemetry-session', 30 * 60)
  keep('telemetry-user', 365 * 24 * 3600)
  const body = new URLSearchParams({ path: location.pathname, from: sessionStorage.getItem('telemetry-path') ?? '' })
  sessionStorage.setItem('telemetry-path', location.pathname)
  fetch(origin + '/views', { method: 'POST', body, credentials: 'omit', keepalive: true }).catch(() => {})
})()
`

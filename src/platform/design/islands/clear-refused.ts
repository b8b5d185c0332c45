/** Takes away what lies in the browser without a yes, also from storage that no server can reach: `session-storage:name …` on the root. */
export const clearRefused = (): void => {
  for (const entry of (document.documentElement.dataset['refused'] ?? '').split(' ')) {
    const [place, name = ''] = entry.split(':')
    if (place === 'local-storage') localStorage.removeItem(name)
    if (place === 'session-storage') sessionStorage.removeItem(name)
    // Only if it is there: a cookie is not even written to be cleared.
    if (place === 'cookie' && document.cookie.split('; ').some((one) => one.startsWith(`${name}=`))) {
      document.cookie = `${name}=; Path=/; Max-Age=0`
    }
  }
}

/** A browser without JavaScript: follows redirects by hand and keeps the broker's cookies. */
export function openBrowser() {
  const cookies = new Map<string, string>()

  async function visit(
    url: string,
    form?: Record<string, string>,
  ): Promise<{ url: URL; status: number; html: string }> {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    const location = answer.headers.get('location')
    if (!location) return { url: new URL(url), status: answer.status, html: await answer.text() }
    const next = new URL(location, url)
    return next.host === new URL(url).host ? visit(next.href) : { url: next, status: answer.status, html: '' }
  }
  return { visit }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}

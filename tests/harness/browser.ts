import assert from 'node:assert/strict'

/** An answer as a person would meet it. */
export type Seen = {
  readonly status: number
  readonly location: string | null
  readonly text: string
  readonly headers: Headers
  readonly bytes: Uint8Array
}

type Fields = Readonly<Record<string, string | readonly string[] | Blob | undefined>>

let browserCount = 0

/** Each browser has an address of its own from the range for examples (RFC 5737), so that rate limits count them apart. */
const nextAddress = () => `198.51.100.${(browserCount++ % 250) + 1}`

/** A browser without a screen: keeps cookies, sends the form token of the page it last saw, follows redirects when asked to. */
export class Browser {
  readonly #fetch: (request: Request) => Promise<Response>
  readonly #base: URL
  readonly #cookies = new Map<string, string>()
  readonly #address = nextAddress()
  #csrf = ''

  constructor(fetch: (request: Request) => Promise<Response>, base: URL) {
    this.#fetch = fetch
    this.#base = base
  }

  setCookie(name: string, value: string) {
    this.#cookies.set(name, value)
  }

  cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  get(path: string): Promise<Seen> {
    return this.#send(new Request(new URL(path, this.#base), { headers: this.#headers() }))
  }

  /** Posts a form. With a Blob among the fields it is multipart, as a browser would send it. */
  async post(path: string, fields: Fields = {}): Promise<Seen> {
    if (this.#csrf === '') await this.get('/privacy')
    const body = bodyOf({ _csrf: this.#csrf, ...fields })
    return this.#send(
      new Request(new URL(path, this.#base), {
        method: 'POST',
        headers: { ...this.#headers(), origin: this.#base.origin },
        body,
      }),
    )
  }

  /** Posts and then fetches the page it was sent on to. Fails when it was not sent on. */
  async postAndFollow(path: string, fields: Fields = {}): Promise<Seen> {
    const answer = await this.post(path, fields)
    assert.equal(
      answer.status,
      303,
      `Expected to be sent on from ${path}, got ${answer.status}: ${plain(answer.text).slice(0, 600)}`,
    )
    return this.get(answer.location ?? '/')
  }

  /** Use the form token of this page from here on. */
  #remember(text: string) {
    const [, token] = /name="_csrf" value="([^"]+)"/.exec(text) ?? []
    if (token) this.#csrf = token
  }

  #headers(): Record<string, string> {
    return {
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'x-forwarded-for': this.#address,
    }
  }

  async #send(request: Request): Promise<Seen> {
    const response = await this.#fetch(request)
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    this.#remember(text)
    return {
      status: response.status,
      location: response.headers.get('location'),
      text,
      headers: response.headers,
      bytes,
    }
  }

  #keep(cookie: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0/i.test(cookie)) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

function bodyOf(fields: Fields): URLSearchParams | FormData {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).map((one: string | Blob) => [name, one] as const),
  )
  if (!pairs.some(([, value]) => typeof value !== 'string')) return new URLSearchParams(pairs as [string, string][])
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value as Blob)
  return form
}

/** The words of a page, without its tags. */
export const plain = (html: string) =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ')
    .trim()

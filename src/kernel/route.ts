/** The parameters that a pattern such as `/cases/:caseId` asks for. */
export type ParamsOf<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof ParamsOf<Rest>]: string }
  : Pattern extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, string>

type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>

/** One URL of the product: its method, its pattern and the only way to write a link to it. */
export type Route<Pattern extends string = string> = {
  readonly method: 'GET' | 'POST'
  readonly pattern: Pattern
  href(params: ParamsOf<Pattern>, query?: Query): string
}

const route = <Pattern extends string>(method: Route['method'], pattern: Pattern): Route<Pattern> => ({
  method,
  pattern,
  href(params, query = {}) {
    const given: Readonly<Record<string, string>> = params
    const path = pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''))
    const search = queryText(query)
    return search ? `${path}?${search}` : path
  },
})

export const get = <Pattern extends string>(pattern: Pattern) => route('GET', pattern)
export const post = <Pattern extends string>(pattern: Pattern) => route('POST', pattern)

function queryText(query: Query): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one))
    }
  }
  return search.toString()
}

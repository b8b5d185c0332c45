const most = 10_000

/** The page that a list's address asks for, from 1; whatever is no such number is the first page. */
export function pageNumber(query: URLSearchParams): number {
  const text = query.get('page') ?? ''
  return /^\d{1,5}$/.test(text) ? Math.min(most, Math.max(1, Number(text))) : 1
}

/**
 * A text that is read in several places (a page, a Word file, a file beside the code) and must say the same in all of them: it is made
 * once, without looks, and each place has its own way of setting it.
 */
export type Fact = { readonly label: string; readonly value: string | readonly string[] }

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  /** Something that the reader must not miss. */
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  /** Facts for those who want to know more: folded away on a page, open on paper. */
  | { readonly kind: 'more'; readonly summary: string; readonly facts: readonly Fact[] }
  /** The first column names the row. */
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly heads: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

export type Part = {
  /** Unique in the document, for links to it. */
  readonly id: string
  readonly heading: string
  readonly blocks: readonly Block[]
  readonly parts?: readonly Part[]
}

export type Document = { readonly title: string; readonly lead: string; readonly parts: readonly Part[] }

/** Markup that only the JSX runtime makes (a test holds that); nothing else may turn a string into it. */
export class Markup {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  static text(markup: Markup): string {
    return markup.#text
  }
}
export type Html = Markup

export type Child = Html | string | number | null | undefined | boolean | readonly Child[]

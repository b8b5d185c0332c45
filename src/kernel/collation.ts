const collator = new Intl.Collator('da', { numeric: true })

/** Danish order: Æ, Ø and Å last, Aa as Å; `Klinik 2` before `Klinik 10`. For `Array.sort`. */
export const compareDanish = (a: string, b: string): number => collator.compare(a, b)

/** `rooms.toSorted(byDanish((room) => room.name))` */
export const byDanish =
  <Item>(textOf: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    collator.compare(textOf(a), textOf(b))

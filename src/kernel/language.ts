export const languages = ['da', 'en'] as const
export type Language = (typeof languages)[number]

/** The same texts in both languages; English must have every key that Danish has, with the same shape. */
export type Texts<Shape> = { readonly da: Shape; readonly en: Shape }
export const texts = <Shape>(da: Shape, en: NoInfer<Shape>): Texts<Shape> => ({ da, en })

import { type SourceFile, withoutComments } from './source-files.ts'

const declaration =
  /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|namespace) (\w+)/gm
const list = /^export (?:type )?\{([^}]*)\}/gm
const destructured = /^export const \{([^}]*)\} =/gm

/** The names a file gives to others. */
export function readExports(file: Pick<SourceFile, 'text'>): string[] {
  const text = withoutComments(file.text)
  const listed = [...text.matchAll(list), ...text.matchAll(destructured)].flatMap(([, names = '']) => names.split(','))
  return [
    ...[...text.matchAll(declaration)].map(([, name = '']) => name),
    ...listed
      .map(
        (part) =>
          part
            .trim()
            .replace(/^type /, '')
            .split(/ as |: /)
            .at(-1) ?? '',
      )
      .filter((name) => name !== ''),
  ]
}

/** A type that the same file uses is part of what its functions promise, imported by name or not. */
export function isOwnType({ text }: Pick<SourceFile, 'text'>, name: string): boolean {
  const declared = new RegExp(`^export (type|interface) ${name}\\b`, 'm').test(text)
  return declared && (text.match(new RegExp(`\\b${name}\\b`, 'g')) ?? []).length > 1
}

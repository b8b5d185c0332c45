import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type SourceFile, sourceFiles } from './source-files.ts'

/** One import: `target` is a file of ours, or the name of a package or of a part of Node. */
export type Import = {
  readonly from: string
  readonly target: string
  readonly ours: boolean
  readonly typeOnly: boolean
  readonly dynamic: boolean
  /** The names taken, or '*' for all of them. */
  readonly names: readonly string[]
}

const statement = /^(import|export)\b(\s+type\b(?!\s*,|\s+from))?([\w\s{},*$]*?)(?:from\s*)?['"]([^'"\n]+)['"]/gm
const call = /\bimport\(\s*['"]([^'"\n]+)['"]/g

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> }

/** Reads the import lines of a file. Biome keeps them at the margin, which is what makes a pattern enough. */
export function readImports(file: Pick<SourceFile, 'path' | 'text'>): Import[] {
  const fixed = [...file.text.matchAll(statement)].map(([, , type, clause = '', specifier = '']) => ({
    ...resolve(file.path, specifier),
    from: file.path,
    typeOnly: type !== undefined,
    dynamic: false,
    names: namesIn(clause),
  }))
  const dynamic = [...file.text.matchAll(call)].map(([, specifier = '']) => ({
    ...resolve(file.path, specifier),
    from: file.path,
    typeOnly: false,
    dynamic: true,
    names: ['*'],
  }))
  return [...fixed, ...dynamic]
}

export const allImports: readonly Import[] = sourceFiles.flatMap(readImports)

function namesIn(clause: string): string[] {
  if (clause.includes('*')) return ['*']
  const braces = /\{([^}]*)\}/.exec(clause)?.[1] ?? ''
  return braces
    .split(',')
    .map(
      (part) =>
        part
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s+as\s+/)[0] ?? '',
    )
    .filter((name) => name !== '')
}

function resolve(from: string, specifier: string): { target: string; ours: boolean } {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), ours: true }
  if (!specifier.startsWith('#')) return { target: specifier, ours: false }
  const exact = manifest.imports[specifier]
  if (exact !== undefined) return { target: posix.normalize(exact), ours: true }
  const [prefix, folder] =
    Object.entries(manifest.imports).find(([key]) => specifier.startsWith(key.replace('*', ''))) ?? []
  if (prefix === undefined || folder === undefined) return { target: specifier, ours: false }
  const rest = specifier.slice(prefix.length - 1)
  return { target: posix.normalize(folder.replace('*', rest)), ours: true }
}

/** `@scope/name/part` and `name/part` belong to `@scope/name` and `name`. */
export const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

const codeFolders = ['src', 'sites', 'tests', 'bin', 'db']
const isCode = (path: string) => /\.(ts|tsx|mjs)$/.test(path)

export type SourceFile = { readonly path: string; readonly text: string; readonly isTest: boolean }

/** Every file git has or would take up. */
export const repositoryFiles: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path))

export const codeFilesByGit = repositoryFiles.filter(
  (path) => isCode(path) && codeFolders.some((folder) => path.startsWith(`${folder}/`)),
)

/** The same files found by walking the folders: what the rules below are held against. */
export const sourceFiles: readonly SourceFile[] = codeFolders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  .filter(isCode)
  .sort()
  .map((path) => ({
    path,
    text: readFileSync(path, 'utf8'),
    isTest: path.startsWith('tests/') || /\.test\.tsx?$/.test(path),
  }))

/** What ships: everything under src and sites that is not a test. */
export const shippedFiles = sourceFiles.filter(({ path, isTest }) => /^(src|sites)\//.test(path) && !isTest)

export const featureNames: readonly string[] = existsSync('src/features')
  ? readdirSync('src/features', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(`src/features/${entry.name}`).length > 0)
      .map((entry) => entry.name)
      .sort()
  : []

/** The same text with its comments blanked, line by line; a `//` inside an address or a string stays. */
export const withoutComments = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1')

/** `path:line` of every match of the pattern outside comments. */
export function findIn(file: SourceFile, pattern: RegExp): string[] {
  const lines = withoutComments(file.text).split('\n')
  return lines.flatMap((line, index) => (pattern.test(line) ? [`${file.path}:${index + 1}`] : []))
}

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export type TestFiles = { architecture: string[]; unit: string[]; journeys: string[] }

/** Every test file that git knows or would take up, sorted, by the step that runs it. */
export function listTestFiles(): TestFiles {
  const all = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.test.ts', '*.test.tsx'], {
    encoding: 'utf8',
  })
  const files = [...new Set(all.split('\n'))].filter((file) => file !== '' && existsSync(file)).sort()
  const isArchitecture = (file: string) => file.startsWith('tests/architecture/')
  const isJourney = (file: string) => file.startsWith('tests/journeys/')
  return {
    architecture: files.filter(isArchitecture),
    journeys: files.filter(isJourney),
    unit: files.filter((file) => !isArchitecture(file) && !isJourney(file)),
  }
}

/** Keeps the files whose path contains one of the words. */
export function selectTestFiles(files: TestFiles, words: readonly string[]): TestFiles {
  const keep = (list: string[]) => list.filter((file) => words.some((word) => file.includes(word)))
  return { architecture: keep(files.architecture), unit: keep(files.unit), journeys: keep(files.journeys) }
}

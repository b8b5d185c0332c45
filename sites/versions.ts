import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { PolicyVersion } from '#policy/version.ts'

/** Every version of a site's policy that was ever published, the newest first. A change of the model is a new file here. */
export function publishedVersions(site: string): readonly PolicyVersion[] {
  const folder = versionsFolder(site)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as PolicyVersion)
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom) || Number(b.version) - Number(a.version))
}

export const versionsFolder = (site: string) => fileURLToPath(new URL(`./${site}/versions/`, import.meta.url))

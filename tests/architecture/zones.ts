import type { Import } from './imports.ts'

type Zone =
  | 'kernel'
  | 'policy'
  | 'platform'
  | 'feature'
  | 'routes'
  | 'site'
  | 'site-composition'
  | 'composition'
  | 'test'

const zoneByPattern: readonly (readonly [RegExp, Zone])[] = [
  [/^tests\/|\.test\.tsx?$/, 'test'],
  [/^src\/kernel\//, 'kernel'],
  [/^src\/policy\//, 'policy'],
  [/^src\/platform\//, 'platform'],
  [/^src\/features\//, 'feature'],
  [/^src\/routes\.ts$/, 'routes'],
  [/^src\/[^/]+\.tsx?$|^db\/demo\/|^bin\//, 'composition'],
  [/^sites\/[^/]+\/site\.ts$/, 'site-composition'],
  [/^sites\//, 'site'],
]

/** Undefined for a file that stands nowhere a file should. */
export const zoneOf = (path: string): Zone | undefined => zoneByPattern.find(([pattern]) => pattern.test(path))?.[1]

export const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)\//.exec(path)?.[1]

/** main -> features -> policy, platform -> kernel; the sites describe, and only the composition root puts together. */
const mayImport: Record<Exclude<Zone, 'test'>, readonly Zone[]> = {
  kernel: ['kernel'],
  policy: ['policy', 'kernel'],
  platform: ['platform', 'kernel'],
  routes: ['kernel'],
  feature: ['policy', 'platform', 'kernel', 'routes'],
  site: ['site', 'policy', 'kernel', 'routes'],
  'site-composition': ['site', 'policy', 'kernel', 'platform', 'feature', 'routes'],
  composition: ['composition', 'site-composition', 'site', 'feature', 'platform', 'policy', 'kernel', 'routes'],
}

/** Why this import is not allowed, or undefined when it is. */
export function objectionTo(one: Import): string | undefined {
  const { from, target } = one
  const [zone, wanted] = [zoneOf(from), zoneOf(target)]
  if (zone === 'test') return undefined
  if (zone === undefined || wanted === undefined) return `${from} -> ${target}: stands outside every zone`
  const special = specialRules[`${zone} -> ${wanted}`]
  if (special) return special(one)
  return mayImport[zone].includes(wanted) ? undefined : `${from} -> ${target}: ${zone} may not know ${wanted}`
}

/** The web layer asks the gate before an action runs; the rest of the platform knows the policy's types only. */
function objectionToPolicy({ from, target, typeOnly }: Import): string | undefined {
  if (typeOnly || from.startsWith('src/platform/http/')) return undefined
  return `${from} -> ${target}: outside platform/http only types of the policy are known`
}

function objectionToEntry({ from, target }: Import): string | undefined {
  if (target.endsWith('/index.ts') || from.startsWith('db/demo/')) return undefined
  return `${from} -> ${target}: a feature is entered by its index.ts`
}

function objectionBetweenFeatures({ from, target }: Import): string | undefined {
  const same = featureOf(from) === featureOf(target)
  if (same)
    return target.endsWith('/index.ts') ? `${from} -> ${target}: a feature does not use its own door` : undefined
  return target.endsWith('/index.ts') ? undefined : `${from} -> ${target}: a feature is entered by its index.ts`
}

const specialRules: Readonly<Record<string, (one: Import) => string | undefined>> = {
  'platform -> policy': objectionToPolicy,
  'site -> platform': ({ from, target, typeOnly }) =>
    typeOnly ? undefined : `${from} -> ${target}: a site knows types only`,
  'feature -> feature': objectionBetweenFeatures,
  'site-composition -> feature': objectionToEntry,
  'composition -> feature': objectionToEntry,
}

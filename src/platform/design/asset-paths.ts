import type { AssetName, Assets } from './assets.ts'

let current: Pick<Assets, 'path'> = { path: (name) => `/assets/${name}` }

/** Tells every later page where the built files are; called once at start. */
export const useAssets = (assets: Pick<Assets, 'path'>): void => {
  current = assets
}

/** The address of a built file, e.g. `/assets/app-1a2b3c4d.css`; without a build, the name without its mark. */
export const assetPath = (name: AssetName): string => current.path(name)

// Style sheet, islands, fonts and mark, built once at start: a few hundred kilobytes of source, so no build step is needed
// and what is served is always what is in the tree. Every address carries a hash of its content and may be kept for ever.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, type Plugin } from 'esbuild'
import { calendarRules } from './calendar-rules.ts'

export type AssetName = 'app.css' | 'islands.js' | 'mark.svg' | 'ibm-plex-sans-400.woff2' | 'ibm-plex-sans-600.woff2'

/** A built file. The compressed bodies are null where compressing gains nothing (fonts). */
export type Asset = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly brotli: Uint8Array<ArrayBuffer> | null
  readonly gzip: Uint8Array<ArrayBuffer> | null
  readonly contentType: string
  readonly etag: string
}

export type Assets = {
  /** `/assets/app-1a2b3c4d5e.css` for `app.css`. */
  readonly path: (name: AssetName) => string
  /** The file at a path, or null. All may be cached as immutable. */
  readonly find: (pathname: string) => Asset | null
}

const here = fileURLToPath(new URL('.', import.meta.url))
const fontNames = ['ibm-plex-sans-400.woff2', 'ibm-plex-sans-600.woff2'] as const

/** Builds everything in memory. `folder` is where `assets/` and `islands/` stand; throws when a file does not build. */
export const buildAssets = async (folder: string = here): Promise<Assets> => {
  const files = new Map<string, Asset>()
  const paths = new Map<AssetName, string>()
  const add = (name: AssetName, body: Uint8Array<ArrayBuffer>): void => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
    const path = `/assets/${name.replace('.', `-${hash}.`)}`
    paths.set(name, path)
    files.set(path, assetOf(name, body, hash))
  }
  for (const name of fontNames) add(name, new Uint8Array(await readFile(`${folder}/assets/fonts/${name}`)))
  add('mark.svg', new Uint8Array(await readFile(`${folder}/assets/icons/mark.svg`)))
  add('app.css', await styleSheet(folder, paths))
  add('islands.js', await islands(folder))
  return {
    path: (name) => paths.get(name) ?? `/assets/${name}`,
    find: (pathname) => files.get(pathname) ?? null,
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}

const assetOf = (name: AssetName, body: Uint8Array<ArrayBuffer>, hash: string): Asset => {
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const small = extension !== 'woff2'
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return {
    body,
    brotli: small ? new Uint8Array(brotliCompressSync(body, quality)) : null,
    gzip: small ? new Uint8Array(gzipSync(body, { level: 9 })) : null,
    contentType: contentTypes[extension] ?? 'application/octet-stream',
    etag: `"${hash}"`,
  }
}

const styleSheet = async (folder: string, paths: ReadonlyMap<AssetName, string>): Promise<Uint8Array<ArrayBuffer>> => {
  const fonts: Plugin = {
    name: 'fonts and calendar rows',
    setup(bundler) {
      bundler.onResolve({ filter: /\.woff2$/ }, (font) => ({ path: fontPath(font.path, paths), external: true }))
      bundler.onResolve({ filter: /^calendar-rules$/ }, () => ({ path: 'calendar-rules', namespace: 'generated' }))
      bundler.onLoad({ filter: /.*/, namespace: 'generated' }, () => ({ contents: calendarRules(), loader: 'css' }))
    },
  }
  return bundle(`${folder}/assets/app.css`, [fonts])
}

const fontPath = (source: string, paths: ReadonlyMap<AssetName, string>): string => {
  const name = fontNames.find((font) => source.endsWith(font))
  return (name && paths.get(name)) ?? source
}

const islands = (folder: string): Promise<Uint8Array<ArrayBuffer>> => bundle(`${folder}/islands/islands.ts`, [])

const bundle = async (entry: string, plugins: Plugin[]): Promise<Uint8Array<ArrayBuffer>> => {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: ['chrome111', 'firefox113', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'silent',
    plugins,
  })
  const file = built.outputFiles[0]
  if (file === undefined) throw new Error(`${entry} built nothing`)
  return new Uint8Array(file.contents)
}

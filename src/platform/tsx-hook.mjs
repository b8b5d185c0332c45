// Node strips types from .ts by itself but leaves .tsx alone. This loads .tsx (and only it) through esbuild.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const tsconfigRaw = { compilerOptions: { jsx: 'react-jsx', jsxImportSource: '#jsx', verbatimModuleSyntax: true } }

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const sourcefile = fileURLToPath(url)
    const { code } = transformSync(readFileSync(sourcefile, 'utf8'), {
      loader: 'tsx',
      format: 'esm',
      target: 'node24',
      sourcemap: 'inline',
      sourcefile,
      tsconfigRaw,
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})

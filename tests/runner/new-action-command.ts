import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import type { Route } from '#kernel/route.ts'
import { actionNames } from '#policy/vocabulary.ts'
import { marketingRoutes, routes } from '#src/routes.ts'
import { filesOf, type NewAction, remainingSteps } from './new-action-files.ts'

const usage = `bin/new-action FEATURE VERB-NOUN ROUTE [NAME]
  bin/new-action leads archive-lead operator.archiveLead
FEATURE is a folder under src/features, ROUTE a key of src/routes.ts. NAME is what the policy is asked, one of
src/policy/vocabulary.ts; without it noun.verb, as in lead.archive.
For the public site begin ROUTE with "marketing.", as in marketing.contact.form.
`

const [feature = '', name = '', key = '', asked] = process.argv.slice(2)
const asks = asked ?? name.replace(/^([a-z]+)-(.+)$/, '$2.$1')
const route = routeAt(key)
const problem = problemOf()
if (problem !== null) {
  process.stderr.write(`${problem}\n`)
  process.exit(1)
}
const wanted: NewAction = {
  feature,
  name,
  asks,
  route: {
    at: key.startsWith('marketing.') ? `marketingRoutes.${key.slice(10)}` : `routes.${key}`,
    method: route!.method,
  },
}
const files = filesOf(wanted)
for (const [path, text] of Object.entries(files)) writeFileSync(path, text)
execFileSync('node_modules/.bin/biome', ['check', '--write', ...Object.keys(files)], { stdio: 'ignore' })
const steps = remainingSteps(wanted).map((step, at) => `  ${at + 1}. ${step}`)
process.stdout.write(`Wrote ${Object.keys(files).join('\n      ')}\n\nWhat remains:\n${steps.join('\n')}\n`)

/** What must be there before: the word, the route and the name that the policy knows (CONTRIBUTING.md). */
function problemOf(): string | null {
  if (key === '') return usage
  if (!existsSync(`src/features/${feature}/index.ts`))
    return `There is no feature src/features/${feature}. Make its folder with an index.ts and a README.md first.`
  if (!/^[a-z]+(-[a-z]+)+$/.test(name))
    return `An action is called by a verb and a noun, as in archive-lead; not ${name}.`
  if (route === null) return `src/routes.ts has no ${key}. Add it there first: its address is a noun.`
  if (!(actionNames as readonly string[]).includes(asks))
    return `The policy does not know ${asks}. Add it to src/policy/vocabulary.ts first.`
  const [taken] = Object.keys(filesOf({ feature, name, asks, route: { at: key, method: route.method } })).filter(
    (path) => existsSync(path),
  )
  return taken ? `${taken} is there already.` : null
}

function routeAt(path: string): Route | null {
  const [first = '', ...rest] = path.split('.')
  const start: unknown = first === 'marketing' ? marketingRoutes : member(routes, first)
  const found = rest.reduce(member, start)
  return isRoute(found) ? found : null
}

function member(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined
}

function isRoute(found: unknown): found is Route {
  return typeof member(found, 'href') === 'function'
}

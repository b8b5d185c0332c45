/** `at` is how the code names the route, as in `routes.operator.leads`. */
export type NewAction = {
  readonly feature: string
  readonly name: string
  readonly asks: string
  readonly route: { readonly at: string; readonly method: 'GET' | 'POST' }
}

/** The three files of an action. They compile; the test fails until somebody has written it. */
export function filesOf(wanted: NewAction): Record<string, string> {
  const path = `src/features/${wanted.feature}/${wanted.name}`
  const isForm = wanted.route.method === 'POST'
  return {
    [`${path}.ts`]: isForm ? formAction(wanted) : pageAction(wanted),
    [`${path}.view.tsx`]: isForm ? formView(wanted) : pageView(wanted),
    [`${path}.test.ts`]: failingTest(wanted),
  }
}

/** What a machine will ask for next, in the order in which it is easiest done. */
export function remainingSteps({ feature, name, asks, route }: NewAction): string[] {
  return [
    `src/features/${feature}/${name}.test.ts: say in sentences what it does and whom it refuses; it fails until then`,
    `src/features/${feature}/${name}.ts: load what it is about, tell the gate the facts, write run; SQL goes into a *.sql.ts`,
    `src/features/${feature}/index.ts: put ${inCamel(name)} into the list of actions (src/actions.ts holds the lists)`,
    `src/features/${feature}/${name}.ts: in touches, each category of data about people that it shows, takes in or changes`,
    `sites/<site>/activities: grant ${asks} in an activity, to whom and under which conditions`,
    `src/policy/gate.test.ts: a row for ${asks} in the table of who may`,
    'bin/test policy-versions: it says how to give the changed policy a version, if the change is published',
    `bin/test routes-by-actor: ${route.method} ${route.at} by every actor; check the rows it proposes, then keep them`,
    'new columns: a file in db/migrations, the <noun>.data.ts of the feature, bin/db schema',
    'CHANGELOG.md, if a user or an operator notices; docs/glossary.md, if there is a new word',
  ]
}

const pageAction = ({ name, asks, route }: NewAction) => `import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { ${rootOf(route)} } from '#src/routes.ts'
import { ${inCamel(name)}View } from './${name}.view.tsx'

/** Not written yet. */
export const ${inCamel(name)} = action({
  at: ${route.at},
  asks: '${asks}',
  touches: [],
  async run({ page }) {
    return show(${inCamel(name)}View(page))
  },
})
`

const formAction = ({ name, asks, route }: NewAction) => `import { action } from '#platform/http/action.ts'
import { form } from '#platform/http/form.ts'
import { text } from '#platform/http/form-fields.ts'
import { ${rootOf(route)} } from '#src/routes.ts'
import { ${inCamel(name)}View } from './${name}.view.tsx'

/** Not written yet. */
export const ${inCamel(name)} = action({
  at: ${route.at},
  asks: '${asks}',
  touches: [],
  input: form({ note: text({ max: 500 }) }),
  again: ({ page, form, params }) => ${inCamel(name)}View(page, form, ${route.at}.href(params)),
  async run() {
    throw new Error('${name}.ts is not written yet')
  },
})
`

const pageView = ({ name }: NewAction) => `import { texts } from '#kernel/language.ts'
import { Layout } from '#platform/design/index.ts'
import type { Page } from '#platform/html/page.ts'

const words = texts(
  { title: '${name}', lead: 'Siden er ikke skrevet endnu.' },
  { title: '${name}', lead: 'This page is not written yet.' },
)

export function ${inCamel(name)}View(page: Page) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.title}>
      <p>{t.lead}</p>
    </Layout>
  )
}
`

const formView = ({ name }: NewAction) => `import { texts } from '#kernel/language.ts'
import { Button, Form, Layout, TextField } from '#platform/design/index.ts'
import type { FormState, Page } from '#platform/html/page.ts'

const words = texts(
  { title: '${name}', lead: 'Siden er ikke skrevet endnu.', note: 'Bemærkning', send: 'Send' },
  { title: '${name}', lead: 'This page is not written yet.', note: 'Remark', send: 'Send' },
)

export function ${inCamel(name)}View(page: Page, form: FormState, sendTo: string) {
  const t = words[page.language]
  return (
    <Layout page={page} title={t.title} lead={t.lead}>
      <Form page={page} action={sendTo} form={form}>
        <TextField page={page} form={form} name="note" label={t.note} />
        <Button>{t.send}</Button>
      </Form>
    </Layout>
  )
}
`

const failingTest = ({ name }: NewAction) => `import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Cast, settle } from '#tests/cast/cast.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

describe('${name}', () => {
  let world: World
  let cast: Cast
  before(async () => {
    world = await openWorld()
    cast = await settle(world)
  })
  after(() => world.close())

  test('says in sentences what it does', async () => {
    const browser = await world.browser(cast.mette)
    assert.equal((await browser.get('/')).status, 303)
    assert.fail('${name}.test.ts is not written: say what ${name} does, and that strangers and the wrong roles are refused')
  })
})
`

const rootOf = ({ at }: NewAction['route']) => at.split('.')[0] ?? ''

const inCamel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

import { action } from '#platform/http/action.ts'
import { show } from '#platform/http/answer.ts'
import { organisationOf } from '#policy/permit.ts'
import { routes } from '#src/routes.ts'
import { importsOf } from './imports.sql.ts'
import { listImportsView } from './list-imports.view.tsx'

/** The insurer's latest files and how far each has come. */
export const listImports = action({
  at: routes.import.list,
  asks: 'import.list',
  touches: ['business-contact'],
  run: async ({ tx, permit, page }) => show(listImportsView(page, await importsOf(tx, organisationOf(permit)))),
})

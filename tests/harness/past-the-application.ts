import pg from 'pg'
import { violatedConstraint } from '#platform/db/database.ts'
import type { World } from './world.ts'

export type Settings = { readonly organisation?: string; readonly person?: string; readonly kind?: 'staff' | 'patient' }

/** SQL past the application, as the request role with these settings; tells what refused it. */
export async function refusalPastTheApplication(
  { database }: World,
  { organisation, person, kind }: Settings,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: database.urls.request })
  await client.connect()
  try {
    await client.query('begin')
    const settings = [organisation ?? '', person ?? '', kind ?? (person ? 'patient' : 'staff')]
    await client.query(
      "select set_config('app.organisation', $1, true), set_config('app.person', $2, true), set_config('app.actor_kind', $3, true)",
      settings,
    )
    await client.query("select append_audit_event('x', '{}', null, null, null)")
    const { rowCount } = await client.query(text, [...values])
    await client.query('set constraints all immediate')
    return rowCount === 0 ? 'nothing' : 'done'
  } catch (error) {
    return violatedConstraint(error) ?? (error as { code?: string }).code
  } finally {
    await client.query('rollback')
    await client.end()
  }
}

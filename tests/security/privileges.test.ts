import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { openDatabase } from '#platform/db/database.ts'
import { identifier, isSql, sql } from '#platform/db/sql.ts'
import { openWorld, type World } from '#tests/harness/world.ts'

/** Functions that run with the owner's rights and may be called by anybody, each with its reason. There is none. */
const openToAll: readonly string[] = []

describe('what a role of the database may', () => {
  let world: World
  before(async () => {
    world = await openWorld()
  })
  after(() => world.close())
  const names = async (text: string) => (await world.sql<{ name: string }>(text)).map(({ name }) => name)

  test('ends at row-level security, which every table has (R2.4)', async () => {
    const tables = `from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`
    assert.ok((await names(`select relname as name ${tables}`)).length > 50)
    assert.deepEqual(await names(`select relname as name ${tables} and not relrowsecurity`), [])
    assert.deepEqual(await names(`select relname as name ${tables} and relowner <> 'klinikbro_owner'::regrole`), [])
  })

  test('is not to own, create or grant anything, nor to become somebody else', async () => {
    assert.deepEqual(
      await names(`select rolname as name from pg_roles where rolname in ('klinikbro_request', 'klinikbro_worker', 'klinikbro_reporting')
        and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
        and not exists (select from pg_auth_members m where m.member = pg_roles.oid) order by rolname`),
      ['klinikbro_reporting', 'klinikbro_request', 'klinikbro_worker'],
    )
    assert.deepEqual(
      await names(`select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) ~ '^klinikbro_(request|worker|reporting)$'
        union all select p.oid::regprocedure::text from pg_proc p where pg_get_userbyid(p.proowner) ~ '^klinikbro_(request|worker|reporting)$'`),
      [],
    )
    assert.deepEqual(
      await names(`select r || ' in ' || n.nspname as name from pg_namespace n, unnest(array['klinikbro_request', 'klinikbro_worker', 'klinikbro_reporting']) r
        where n.nspname !~ '^pg_temp' and has_schema_privilege(r, n.oid, 'create')`),
      [],
    )
  })

  test('is not to touch the trail, the keys or the ledgers of what was told and consented', async () => {
    const mayNot = [
      'audit_events',
      'audit_chains',
      'person_keys',
      'persons',
      'disclosures',
      'consent_marks',
      'consent_withdrawals',
      'erasures',
    ]
    for (const table of mayNot) {
      for (const role of ['klinikbro_request', 'klinikbro_worker', 'klinikbro_reporting']) {
        const [row] = await world.sql<{ may: boolean }>(
          `select has_table_privilege($1, $2, 'update, delete, truncate') as may`,
          [role, table],
        )
        assert.equal(row?.may, false, `${role} on ${table}`)
      }
    }
  })

  test('holds for functions too: what runs as the owner looks nowhere else and is not for everybody', async () => {
    const asOwner = `from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proowner = 'klinikbro_owner'::regrole`
    assert.ok((await names(`select proname as name ${asOwner}`)).length > 30)
    assert.deepEqual(
      await names(
        `select proname as name ${asOwner} and not coalesce(p.proconfig::text ~ 'search_path=(public|pg_catalog), pg_temp', false)`,
      ),
      [],
    )
    assert.deepEqual(
      await names(
        `select proname as name ${asOwner} and has_function_privilege('public', p.oid, 'execute') order by 1`,
      ),
      openToAll,
    )
  })

  test('is decided by settings that SQL itself could forge, so no input may become SQL (R2.4)', async () => {
    // Said out loud: whoever could send their own SQL as the request role could name any organisation. Nothing but the `sql` tag makes text.
    const seen = await world.request.transaction({ kind: 'anonymous' }, async (tx) => {
      await tx.run(sql`select set_config('app.actor_kind', 'staff', true)`)
      return tx.rows(sql`select 1 from organisations`)
    })
    assert.deepEqual(seen, [])
    await assert.rejects(
      world.request.transaction({ kind: 'anonymous' }, (tx) => tx.rows({ text: 'select 1', values: [] })),
      /the sql tag did not make/,
    )
  })
})

describe('a statement that takes too long', () => {
  test('is given up when somebody waits for it, and its connection serves the next (T19.2)', async () => {
    const world = await openWorld()
    const impatient = openDatabase(world.database.urls.request, { connections: 1, patienceMs: 50 })
    await assert.rejects(
      impatient.transaction({ kind: 'anonymous' }, (tx) => tx.rows(sql`select pg_sleep(60)`)),
      { code: '57014' },
    )
    assert.ok(await impatient.healthy())
    await impatient.close()
    await world.close()
  })
})

describe('what reaches the database as text', () => {
  test('is written in our source: an object shaped like a statement is a value like any other', () => {
    const sent = JSON.parse('{"text": "1; drop table cases", "values": []}') as unknown
    assert.ok(!isSql(sent))
    const statement = sql`select * from cases where case_number = ${sent}`
    assert.equal(statement.text, 'select * from cases where case_number = $1')
    assert.deepEqual(statement.values, [sent])
    assert.equal(identifier('a"; drop table cases --').text, '"a""; drop table cases --"')
  })

  test('is made by the tag alone: nobody builds a statement by hand, and names come from the catalogue only', () => {
    const files = sources('src')
    const offences = (pattern: RegExp, mayHave: RegExp) =>
      files.filter((path) => !mayHave.test(path) && pattern.test(readFileSync(path, 'utf8')))
    assert.ok(files.length > 300)
    assert.deepEqual(offences(/\bvalues: \[|\bas (unknown as )?Sql\b/, /^src\/platform\/db\/|\.test\.tsx?$/), [])
    assert.deepEqual(
      offences(/\bidentifier\(|identifier }|{ identifier/, /^src\/platform\/(db|backup|crypto)\/|\.test\.ts$/),
      [],
    )
    // Text with holes that is handed to PostgreSQL as it is: only where a database or a role is made, long before anybody asks.
    assert.deepEqual(
      offences(/\.query\((`[^`]*\$\{|[a-z])/, /^src\/platform\/(db|backup|postgres|jobs)\/|\.test\.ts$/),
      [],
    )
  })
})

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

import { sql } from './sql.ts'

/** What extensions bring along is theirs, not part of our schema. */
const isOurs = (catalog: 'pg_class' | 'pg_proc') => sql`not exists (
  select from pg_depend d where d.objid = o.oid and d.classid = ${catalog}::regclass and d.deptype = 'e')`

export type TableRow = {
  name: string
  kind: 'table' | 'view'
  secured: boolean
  columns: string[]
  constraints: string[]
  indexes: string[]
  triggers: string[]
  policies: string[]
  grants: string[]
  view: string | null
}

/** Every table and view of schema public with what belongs to it, each as the text that PostgreSQL itself gives it. */
export const tablesOfSchema = sql<TableRow>`
  select o.relname as name, case when o.relkind in ('v', 'm') then 'view' else 'table' end as kind, o.relrowsecurity as secured,
    array(select concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then 'not null' end,
        case when a.attidentity <> '' then 'generated as identity' end,
        case when a.attgenerated <> '' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ')'
          when d.adbin is not null then 'default ' || pg_get_expr(d.adbin, d.adrelid) end)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
    array(select 'constraint ' || quote_ident(c.conname) || ' ' || pg_get_constraintdef(c.oid)
      from pg_constraint c where c.conrelid = o.oid and c.contype not in ('n', 't') order by c.conname) as constraints,
    array(select pg_get_indexdef(i.indexrelid) from pg_index i
      where i.indrelid = o.oid and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.conrelid = o.oid)
      order by i.indexrelid::regclass::text) as indexes,
    array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = o.oid and not t.tgisinternal order by t.tgname) as triggers,
    array(select concat_ws(' ', 'create policy', quote_ident(p.policyname), 'on', o.relname, 'as', lower(p.permissive), 'for', lower(p.cmd),
        'to', array_to_string(array(select role from unnest(p.roles) role order by role), ', '),
        'using (' || p.qual || ')', 'with check (' || p.with_check || ')')
      from pg_policies p where p.schemaname = 'public' and p.tablename = o.relname order by p.policyname) as policies,
    array(select 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' on ' || o.relname || ' to ' || g.grantee::regrole
      from aclexplode(o.relacl) g where g.grantee <> o.relowner and g.grantee <> 0 group by g.grantee order by g.grantee::regrole::text)
      || array(select 'grant ' || lower(g.privilege_type) || ' (' || quote_ident(a.attname) || ') on ' || o.relname || ' to ' || g.grantee::regrole
      from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = o.oid order by a.attnum, g.grantee::regrole::text, g.privilege_type) as grants,
    case when o.relkind in ('v', 'm') then pg_get_viewdef(o.oid) end as view
  from pg_class o
  where o.relnamespace = 'public'::regnamespace and o.relkind in ('r', 'p', 'v', 'm') and ${isOurs('pg_class')}
  order by o.relname`

export type FunctionRow = { name: string; definition: string; mayCall: string[] }

/** Every function of schema public, and who may call it. */
export const functionsOfSchema = sql<FunctionRow>`
  select o.oid::regprocedure::text as name, pg_get_functiondef(o.oid) as definition,
    array(select case when g.grantee = 0 then 'public' else g.grantee::regrole::text end as role
      from aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) g where g.grantee <> o.proowner order by role) as "mayCall"
  from pg_proc o
  where o.pronamespace = 'public'::regnamespace and o.prokind in ('f', 'p') and ${isOurs('pg_proc')}
  order by name`

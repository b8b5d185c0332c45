/**
 * The benchmark's own tables, in a schema of their own: `plain`, as one would write it without us, and `bench`, where the same records stand
 * as the product keeps its own: sealed under the person's key, behind row-level policies, changed only together with an audit event.
 * An operation is one function and so one round trip: it says who acts, does the work under the policies and logs it for each person it touched.
 */
const metadata =
  'purpose integer, ttl integer, objection integer, decision integer, access integer, sharing integer, source integer, category integer'
const metadataColumns = 'purpose, ttl, objection, decision, access, sharing, source, category'
export const nobody = '00000000-0000-0000-0000-000000000000'

/** The same for both: each operation finds its page by one index, in order. */
const indexesOn = (table: string, owner: string) =>
  [owner, 'purpose', 'sharing', 'ttl', 'purpose, sharing', 'objection, sharing', 'decision, sharing'].map(
    (columns) => `create index on ${table} (${columns}, key)`,
  )

export const plainSchema = [
  'create schema plain',
  `create table plain.records (key bigint primary key, user_id integer not null, ${metadata}, data text not null)`,
  ...indexesOn('plain.records', 'user_id'),
  'create table plain.log (user_id integer not null, at timestamptz not null, action text not null)',
  'create index on plain.log (user_id, at desc)',
  // The least that any log could be: a time, no index, nothing about anybody.
  'create table plain.moments (at timestamptz not null default now())',
]

const answer = (row: string, data: string, key: string) =>
  `row(${row}.key, ${row}.person_id, ${metadataColumns
    .split(', ')
    .map((column) => `${row}.${column}`)
    .join(', ')}, ${data}, ${key})::bench.answer`
const withData = answer('r', 'r.data_sealed', 'k.epoch, k.wrapped')
const withoutData = answer('r', 'null', 'null, null')

/** A look goes on before its log is on the disk, as in the product; for comparison the connection can ask that it waits. */
const asLook = `perform set_config('synchronous_commit', coalesce(nullif(current_setting('app.looks_wait', true), ''), 'off'), true)`

/** `work` is a statement that leaves what was touched in `found`. */
const operation = (name: string, parameters: string, work: string) => [
  `create function bench.${name}(kind text, usr text, org text, person text, action text, event text, organisation uuid, ${parameters})
   returns bench.answer[] language plpgsql as $$
   declare found bench.answer[];
   begin
     perform set_config('app.actor_kind', kind, true), set_config('app.user', usr, true), set_config('app.organisation', org, true), set_config('app.person', person, true);
     ${work};
     perform bench.log(action, event, organisation, found);
     return found;
   end $$`,
  `grant execute on function bench.${name} to klinikbro_request`,
]

const reading = (name: string, parameters: string, where: string, row = withData) =>
  operation(
    name,
    parameters,
    `${asLook}; found := array(select ${row} from bench.records r ${row === withData ? 'left join person_keys k using (person_id)' : ''} where ${where})`,
  )

const changing = (name: string, parameters: string, change: string, before = '') =>
  operation(
    name,
    parameters,
    `with ${before} r as (${change} returning *) select array_agg(${withoutData} order by r.key) into found from r`,
  )

/** The end of the range cuts the page afterwards: within the condition it would hide from the planner that ten rows are few. */
const page = (column: string, further = '') =>
  `r.key in (select x.key from (select r.key from bench.records r where r.${column} = given ${further} and r.key >= from_key
    order by r.key limit 10) x where x.key < until_key)`
const range = 'given integer, from_key bigint, until_key bigint'
const erasing = (name: string, parameters: string, where: string) =>
  changing(
    name,
    parameters,
    `insert into bench.deletions (key, person_id, ${metadataColumns}) select key, person_id, ${metadataColumns} from gone`,
    `gone as (delete from bench.records r where ${where} returning *),
     undisclosed as (delete from bench.disclosures d using gone where d.key = gone.key),`,
  )

export const sealedSchema = [
  'create schema bench',
  'grant usage on schema bench to klinikbro_request',
  `create table bench.records (key bigint primary key, person_id uuid not null references persons, organisation_id uuid not null references organisations,
    ${metadata}, data_sealed bytea not null)`,
  ...indexesOn('bench.records', 'person_id'),
  // What was handed to whom, as the product's ledger of disclosures; no row, no sight.
  `create table bench.disclosures (key bigint not null, recipient_id uuid not null references organisations, withdrawn_at timestamptz, primary key (key, recipient_id))`,
  // What was deleted: kept so that deletion can be shown, and done again after a restore.
  `create table bench.deletions (key bigint primary key, person_id uuid not null, ${metadata}, deleted_at timestamptz not null default now())`,
  `create type bench.answer as (key bigint, person_id uuid, ${metadata}, data bytea, epoch integer, wrapped bytea)`,
  `create function bench.is_disclosed_to_us(of_key bigint) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from bench.disclosures d where d.key = of_key and d.recipient_id = current_organisation() and d.withdrawn_at is null) $$`,
  `create function bench.has_records_we_see(of_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from bench.records r where r.person_id = of_person
      and (r.organisation_id = current_organisation() or exists (select from bench.disclosures d
        where d.key = r.key and d.recipient_id = current_organisation() and d.withdrawn_at is null))) $$`,
  ...['records', 'disclosures', 'deletions'].map((table) => `alter table bench.${table} enable row level security`),
  `create policy controller_keeps_records on bench.records for all to klinikbro_request
    using (organisation_id = current_organisation()) with check (organisation_id = current_organisation())`,
  `create policy customer_keeps_own on bench.records for all to klinikbro_request using (person_id = current_person()) with check (person_id = current_person())`,
  `create policy processor_sees_disclosed on bench.records for select to klinikbro_request using (objection <> purpose and bench.is_disclosed_to_us(key))`,
  `create policy regulator_sees_records on bench.records for select to klinikbro_request using (current_actor_kind() = 'operator')`,
  `create policy ledger_follows_records on bench.disclosures for all to klinikbro_request using (current_actor_kind() in ('staff', 'patient')) with check (current_actor_kind() = 'staff')`,
  `create policy deletions_are_noted on bench.deletions for insert to klinikbro_request with check (current_actor_kind() in ('staff', 'patient'))`,
  `create policy deletions_are_shown on bench.deletions for select to klinikbro_request using (true)`,
  // As in the product, whoever sees any record of a person may open what is sealed about them.
  `create policy keys_follow_records on person_keys for select to klinikbro_request using (bench.has_records_we_see(person_id))`,
  `create policy regulator_reads_events on audit_events for select to klinikbro_request using (current_actor_kind() = 'operator')`,
  'grant select, insert, update, delete on bench.records, bench.disclosures to klinikbro_request',
  'grant select, insert on bench.deletions to klinikbro_request',
  `create constraint trigger audited after insert or update or delete on bench.records deferrable initially deferred
    for each row execute function require_audit_event()`,
  `create function bench.key_of(of_person text) returns table (epoch integer, wrapped bytea) language plpgsql as $$
    begin
      perform set_config('app.person', of_person, true);
      return query select k.epoch, k.wrapped from person_keys k where k.person_id = of_person::uuid and k.wrapped is not null;
    end $$`,
  'grant execute on function bench.key_of to klinikbro_request',
  `create function bench.log(action text, event text, organisation uuid, touched bench.answer[]) returns void language plpgsql as $$
    declare persons uuid[];
    begin
      if coalesce(cardinality(touched), 0) = 0 then
        perform append_audit_event(action, replace(event, '"${nobody}"', 'null'), null, null, organisation, current_user_id());
      elsif cardinality(touched) = 1 then
        perform append_audit_event(action, replace(event, '${nobody}', touched[1].person_id::text), touched[1].person_id, null, organisation, current_user_id());
      else
        persons := array(select distinct t.person_id from unnest(touched) t);
        perform append_audit_events(action, array(select replace(event, '${nobody}', p::text) from unnest(persons) p), persons,
          array_fill(null::uuid, array[cardinality(persons)]), organisation, current_user_id());
      end if;
    end $$`,
  'grant execute on function bench.log to klinikbro_request',

  ...reading('read_by_user', 'given uuid', 'r.person_id = given order by r.key'),
  ...reading('read_by_key', 'given bigint', 'r.key = given'),
  ...reading('metadata_by_user', 'given uuid', 'r.person_id = given order by r.key', withoutData),
  ...reading('metadata_by_key', 'given bigint', 'r.key = given', withoutData),
  ...['purpose', 'objection', 'decision'].flatMap((column) =>
    reading(
      `read_by_${column}`,
      `${range}, recipient integer`,
      `${page(column, 'and r.sharing = recipient')} order by r.key`,
    ),
  ),
  ...changing(
    'update_data_by_key',
    'given bigint, sealed bytea, under bytea',
    `update bench.records set data_sealed = sealed where key = given
      and exists (select from person_keys k where k.person_id = records.person_id and k.wrapped = under)`,
  ),
  ...changing(
    'update_metadata_by_key',
    'given bigint, value integer',
    'update bench.records set objection = value where key = given',
  ),
  ...['purpose', 'sharing'].flatMap((column) =>
    changing(
      `update_by_${column}`,
      `${range}, value integer`,
      `update bench.records r set decision = value where ${page(column)}`,
    ),
  ),
  ...changing(
    'update_by_user',
    'given uuid, value integer',
    'update bench.records set decision = value where person_id = given',
  ),
  ...erasing('delete_by_key', 'given bigint', 'key = given'),
  ...['purpose', 'ttl'].flatMap((column) => erasing(`delete_by_${column}`, range, page(column))),
  ...erasing('delete_by_user', 'given uuid', 'person_id = given'),
  ...changing(
    'create_record',
    `given bigint, owner uuid, fields integer[], recipient uuid, sealed bytea, under bytea`,
    `insert into bench.records (key, person_id, organisation_id, ${metadataColumns}, data_sealed)
     select given, owner, organisation, fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8], sealed
     from person_keys k where k.person_id = owner and k.wrapped = under`,
    'disclosed as (insert into bench.disclosures (key, recipient_id) values (given, recipient)),',
  ),
  // A record that is gone and stands in the ledger.
  ...operation(
    'verify_deletion',
    'given bigint',
    `${asLook}; found := array(select ${withoutData} from bench.deletions r where r.key = given and not exists (select from bench.records x where x.key = given))`,
  ),
  ...operation(
    'read_log',
    'given uuid',
    `${asLook}; found := array(select row(e.position, e.person_id, null, null, null, null, null, null, null, null, convert_to(e.action, 'UTF8'), null, null)::bench.answer
      from audit_events e where e.person_id = given order by e.at desc limit 10)`,
  ),
]

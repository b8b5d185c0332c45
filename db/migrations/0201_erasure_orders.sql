-- The insurer, as controller, orders that one of its cases is erased before its time (R1.10). Until it is done the case is stored only.
-- What remains of an order says that it was given and carried out, and of no case which.
create table erasure_orders (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  case_id uuid references cases,
  reason text not null constraint order_reason_is_known check (reason in ('not-needed', 'mistake', 'unlawful', 'authority')),
  ordered_by uuid references users,
  ordered_at timestamptz not null default now(),
  withdrawn_by uuid references users,
  withdrawn_at timestamptz,
  carried_out_at timestamptz,
  constraint order_ends_once check (withdrawn_at is null or carried_out_at is null),
  constraint open_order_knows_its_case check (case_id is not null or withdrawn_at is not null or carried_out_at is not null)
);
create index erasure_orders_by_organisation on erasure_orders (organisation_id, ordered_at desc);
create index erasure_orders_by_case on erasure_orders (case_id);
create unique index one_open_order_a_case on erasure_orders (case_id) where withdrawn_at is null and carried_out_at is null;

create function refuse_untimely_order() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from cases c where c.id = new.case_id for update;
  if exists (select from legal_holds h where h.case_id = new.case_id and h.lifted_at is null) then
    raise exception 'the case is held' using errcode = '23514', constraint = 'no_order_under_a_hold';
  end if;
  if exists (select from appointments a where a.case_id = new.case_id and a.starts_at > new.ordered_at
      and not exists (select from appointment_cancellations x where x.appointment_id = a.id)) then
    raise exception 'a visit is still to come' using errcode = '23514', constraint = 'no_order_before_a_coming_visit';
  end if;
  return new;
end $$;
create trigger no_untimely_order before insert on erasure_orders for each row execute function refuse_untimely_order();

-- Whoever erases the case, an open order is thereby carried out.
create function note_order_carried_out() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update erasure_orders o set carried_out_at = case when o.withdrawn_at is null then now() end, case_id = null where o.case_id = old.id;
  return old;
end $$;
create trigger orders_are_carried_out before delete on cases for each row execute function note_order_carried_out();
revoke execute on function refuse_untimely_order, note_order_carried_out from public;

-- As before, and while an order to erase is open.
create or replace function case_is_restricted(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_restrictions r where r.case_id = of_case and r.lifted_at is null)
    or exists (select from erasure_orders o where o.case_id = of_case and o.withdrawn_at is null and o.carried_out_at is null)
$$;

alter table erasure_orders enable row level security;
create policy orders_are_known_to_person_and_insurer on erasure_orders for select to klinikbro_request
  using (organisation_id = current_organisation() or case_is_ours_or_the_patients(case_id));
create policy insurer_orders on erasure_orders for insert to klinikbro_request
  with check (organisation_id = current_organisation() and ordered_by = current_user_id()
    and exists (select from cases c where c.id = case_id and c.insurer_id = organisation_id));
create policy insurer_takes_orders_back on erasure_orders for update to klinikbro_request
  using (organisation_id = current_organisation() and carried_out_at is null) with check (withdrawn_by = current_user_id());
create policy worker_carries_orders_out on erasure_orders for select to klinikbro_worker using (true);
grant select, insert on erasure_orders to klinikbro_request;
grant update (withdrawn_by, withdrawn_at) on erasure_orders to klinikbro_request;
grant select on erasure_orders to klinikbro_worker;
create constraint trigger audited after insert or update on erasure_orders deferrable initially deferred for each row execute function require_audit_event();

-- The ledger of erasures knows a further reason.
do $$
declare known text;
begin
  select pg_get_expr(conbin, conrelid) into known from pg_constraint where conname = 'erasure_reason_is_known';
  execute format('alter table erasures drop constraint erasure_reason_is_known, add constraint erasure_reason_is_known check (%s or because = ''order'')', known);
end $$;

-- How many orders wait and were carried out, for the operator: counts, and nothing of whom they are about.
create function erasure_order_figures() returns table (waiting integer, carried_out integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*) filter (where carried_out_at is null and withdrawn_at is null)::integer, count(*) filter (where carried_out_at is not null)::integer
  from erasure_orders where current_actor_kind() = 'operator'
$$;
revoke execute on function erasure_order_figures from public;
grant execute on function erasure_order_figures to klinikbro_request;

-- Which clinics must take their journal of a case over before it is erased: their names, for the insurer that asks, and nothing of what they wrote.
create function journals_of_case(of_case uuid) returns text[] language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct o.name order by o.name), '{}') from course_notes n join organisations o on o.id = n.clinic_id
  where n.case_id = of_case and exists (select from cases c where c.id = of_case and c.insurer_id = current_organisation())
    and not exists (select from journal_handovers j where j.case_id = n.case_id and j.clinic_id = n.clinic_id and j.received_at is not null)
$$;
revoke execute on function journals_of_case from public;
grant execute on function journals_of_case to klinikbro_request;

-- A hold that somebody places says why, and when somebody looks at it again. Who lifts it is written down too.
alter table legal_holds
  add column why_sealed bytea,
  add column lifted_by uuid references users,
  add constraint hold_by_hand_says_why check (placed_by is null or why_sealed is not null);

-- Each decision to keep a hold, the first with its placing: until when it stands without anybody looking.
create table legal_hold_reviews (
  hold_id uuid not null references legal_holds on delete cascade,
  review_on date not null,
  decided_by uuid references users,
  decided_at timestamptz not null default now(),
  -- The insurer was told that the day has come.
  reminded_at timestamptz,
  primary key (hold_id, decided_at),
  constraint review_lies_ahead check (review_on > (decided_at at time zone 'Europe/Copenhagen')::date)
);
alter table legal_hold_reviews enable row level security;
create policy reviews_follow_their_hold on legal_hold_reviews for select to klinikbro_request
  using (exists (select from legal_holds h where h.id = hold_id));
create policy insurer_decides_on_its_holds on legal_hold_reviews for insert to klinikbro_request
  with check (decided_by = current_user_id() and exists (select from legal_holds h join cases c on c.id = h.case_id
    where h.id = hold_id and h.lifted_at is null and h.placed_by is not null and c.insurer_id = current_organisation()));
create policy worker_reminds_of_reviews on legal_hold_reviews for all to klinikbro_worker using (true) with check (true);
grant select, insert on legal_hold_reviews to klinikbro_request;
grant select on legal_hold_reviews to klinikbro_worker;
grant update (reminded_at) on legal_hold_reviews to klinikbro_worker;

-- The insurer places and lifts its own. What came with a request or a restriction goes with the answer, by its trigger.
drop policy insurer_places_holds on legal_holds;
create policy insurer_places_holds on legal_holds for insert to klinikbro_request
  with check (reason in ('claim', 'complaint', 'supervision') and placed_by = current_user_id()
    and exists (select from cases c where c.id = case_id and c.insurer_id = current_organisation()));
drop policy insurer_lifts_holds on legal_holds;
create policy insurer_lifts_holds on legal_holds for update to klinikbro_request
  using (reason in ('claim', 'complaint', 'supervision') and lifted_at is null
    and exists (select from cases c where c.id = case_id and c.insurer_id = current_organisation()))
  with check (lifted_by = current_user_id());
grant update (lifted_by) on legal_holds to klinikbro_request;

-- A hold by hand lasts until it is lifted; one that was lifted stays so.
create function refuse_reviving_a_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.lifted_at is not null and new.lifted_at is null then
    raise exception 'a lifted hold stays lifted' using errcode = '23514', constraint = 'lifted_hold_stays_lifted';
  end if;
  return new;
end $$;
create trigger lifted_hold_stays_lifted before update on legal_holds for each row execute function refuse_reviving_a_hold();

-- Whatever the sweep, the order or the answer: a case that is held is not erased. A restriction holds it too, but not against an erasure that
-- the same person asks for, which is for that job to know. A restored backup is made to forget by the owner, whatever was held in it.
create function refuse_erasure_under_a_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.lifted_at is null and old.reason <> 'restriction'
     and session_user <> (select pg_get_userbyid(relowner) from pg_class where oid = tg_relid) then
    raise exception 'the case is held' using errcode = '23514', constraint = 'no_erasure_under_a_hold';
  end if;
  return old;
end $$;
create trigger no_erasure_under_a_hold before delete on legal_holds for each row execute function refuse_erasure_under_a_hold();
revoke execute on function refuse_reviving_a_hold, refuse_erasure_under_a_hold from public;

-- Every hold in force, for the operator: at whom, because of what, since when and when it is looked at again. Nothing of whom it is about.
create function legal_holds_in_force() returns table (insurer text, reason text, placed_at timestamptz, review_on date)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name, h.reason, h.placed_at, (select r.review_on from legal_hold_reviews r where r.hold_id = h.id order by r.decided_at desc limit 1)
  from legal_holds h join cases c on c.id = h.case_id join organisations o on o.id = c.insurer_id
  where current_actor_kind() = 'operator' and h.lifted_at is null
$$;
revoke execute on function legal_holds_in_force from public;
grant execute on function legal_holds_in_force to klinikbro_request;

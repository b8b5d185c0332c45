-- When an insurer's agreement has ended, nobody of it can look at its holds again, and what they hold would be kept for ever. From then on, and
-- not before, who keeps the retention promises at the operator sees those that were placed by hand, keeps them until a further day, or lifts them.
create function hold_was_left_to_us(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_actor_kind() = 'operator'
    and exists (select from user_roles r where r.user_id = current_user_id() and r.role in ('administrator', 'data-protection-officer'))
    and exists (select from cases c where c.id = of_case and agreement_is_over(c.insurer_id))
$$;
-- The key of the person opens what the insurer wrote, and seals why the operator lifts it; no other row of that person is the operator's to read.
create function person_has_a_hold_left_to_us(of_person uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_actor_kind() = 'operator' and exists (select from cases c join legal_holds h on h.case_id = c.id
    where c.person_id = of_person and h.placed_by is not null and h.lifted_at is null and hold_was_left_to_us(c.id))
$$;
create policy keys_open_holds_left_behind on person_keys for select to klinikbro_request using (person_has_a_hold_left_to_us(person_id));

create policy operator_knows_holds_left_behind on legal_holds for select to klinikbro_request
  using (placed_by is not null and hold_was_left_to_us(case_id));
create policy operator_lifts_holds_left_behind on legal_holds for update to klinikbro_request
  using (placed_by is not null and reason in ('claim', 'complaint', 'supervision') and lifted_at is null and hold_was_left_to_us(case_id))
  with check (lifted_by = current_user_id());
create policy operator_decides_on_holds_left_behind on legal_hold_reviews for insert to klinikbro_request
  with check (decided_by = current_user_id() and exists (select from legal_holds h
    where h.id = hold_id and h.lifted_at is null and h.placed_by is not null and hold_was_left_to_us(h.case_id)));

-- Whose case a hold that was left behind is on. The case itself stays closed to the operator.
create function hold_left_behind(of_hold uuid) returns table (id uuid, case_id uuid, person_id uuid, insurer_id uuid, case_number text, insurer text)
language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, c.id, c.person_id, c.insurer_id, c.case_number, o.name
  from legal_holds h join cases c on c.id = h.case_id join organisations o on o.id = c.insurer_id
  where h.id = of_hold and h.placed_by is not null and h.lifted_at is null and hold_was_left_to_us(c.id)
    and exists (select from person_keys k where k.person_id = c.person_id and k.wrapped is not null)
$$;

-- As before, and which of them the reader can look at: those that were left behind, first.
drop function legal_holds_in_force;
create function legal_holds_in_force() returns table (insurer text, reason text, placed_at timestamptz, review_on date, left_behind uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.name, h.reason, h.placed_at, (select r.review_on from legal_hold_reviews r where r.hold_id = h.id order by r.decided_at desc limit 1),
    case when h.placed_by is not null and hold_was_left_to_us(h.case_id) then h.id end
  from legal_holds h join cases c on c.id = h.case_id join organisations o on o.id = c.insurer_id
  where current_actor_kind() = 'operator' and h.lifted_at is null
$$;

-- Whoever lifts a hold by hand says why, as who placed it did. Those lifted before have no such reason.
alter table legal_holds
  add column lifted_why_sealed bytea,
  add constraint lifting_by_hand_says_why check (lifted_by is null or lifted_why_sealed is not null) not valid;
grant update (lifted_why_sealed) on legal_holds to klinikbro_request;

revoke execute on function hold_was_left_to_us, person_has_a_hold_left_to_us, hold_left_behind, legal_holds_in_force from public;
grant execute on function hold_was_left_to_us, person_has_a_hold_left_to_us, hold_left_behind, legal_holds_in_force to klinikbro_request;

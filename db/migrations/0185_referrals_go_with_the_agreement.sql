-- T20.1. A referral is written for a transfer that the patient has agreed to. When its insurer leaves, or the service ends for everybody, there is
-- nothing left to transfer it for: it goes as if the consent were withdrawn.
create function referral_has_no_basis(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select consent_is_withdrawn(of_case)
    or exists (select from agreement_effects e join cases c on c.insurer_id = e.organisation_id where c.id = of_case)
$$;

alter table erasures drop constraint referral_withdrawer_is_known,
  add constraint referral_withdrawer_is_known check (referral_withdrawn_by in ('patient', 'insurer', 'ending'));

-- As before; and where nobody withdrew anything, the end of the agreement stands as what took the referral.
create or replace function erase_referral(of_case uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not referral_has_no_basis(of_case) or referral_is_held(of_case) then return false; end if;
  return erase_referral_as(of_case, gen_random_uuid(), case when consent_is_withdrawn(of_case) then (select w.withdrawn_by_kind
    from consent_withdrawals w where w.case_id = of_case order by w.withdrawn_at desc limit 1) else 'ending' end);
end $$;

create or replace function erase_released_referral_soon() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if referral_has_no_basis(new.case_id) then
    perform enqueue('erase-referrals', '{}'::jsonb, job_key => 'erase-referrals');
  end if;
  return null;
end $$;
drop function referrals_to_erase();
create function referrals_to_erase() returns table (case_id uuid, person_id uuid, insurer_id uuid, is_withdrawn boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.person_id, c.insurer_id, consent_is_withdrawn(c.id) from cases c
  where (c.id in (select w.case_id from consent_withdrawals w) or c.insurer_id in (select e.organisation_id from agreement_effects e))
    and referral_has_no_basis(c.id) and not referral_is_held(c.id)
    and (exists (select from case_details d where d.case_id = c.id) or exists (select from attachments a where a.case_id = c.id))
  order by c.id
$$;

create function erase_referrals_of_who_left() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue('erase-referrals', '{}'::jsonb, job_key => 'erase-referrals');
  return null;
end $$;
create trigger referrals_go_with_the_agreement after insert on agreement_effects for each row execute function erase_referrals_of_who_left();

-- While something holds it, it is stored only.
alter policy withdrawn_is_the_patients_alone on case_details using ((select current_actor_kind()) = 'patient' or not referral_has_no_basis(case_id));
alter policy withdrawn_is_the_patients_alone on attachments using ((select current_actor_kind()) = 'patient' or not referral_has_no_basis(case_id));

-- As before; the end of an agreement has a line of its own in the ledger, and takes no consent back.
create or replace function replay_referral_erasure(given uuid, of_case uuid, by_kind text, withdrawn_at timestamptz) returns boolean
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from erasures e where e.entry = given) then return false; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  if not erase_referral_as(of_case, given, by_kind) then
    insert into erasures (entry, case_id, because, referral_withdrawn_by) values (given, of_case, 'request', by_kind);
  end if;
  if by_kind = 'ending' then return true; end if;
  insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_at)
    select m.id, m.case_id, by_kind, replay_referral_erasure.withdrawn_at from consent_marks m
    where m.case_id = of_case and m.marked_at <= replay_referral_erasure.withdrawn_at
      and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id);
  return true;
end $$;

revoke execute on function referral_has_no_basis, referrals_to_erase, erase_referrals_of_who_left from public;
grant execute on function referral_has_no_basis to klinikbro_request;
grant execute on function referrals_to_erase to klinikbro_worker;

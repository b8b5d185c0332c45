-- The referral is what an insurer writes for the clinic and attaches. It rests on the patient's consent alone, and is erased when that is
-- withdrawn (docs/adr/0017). The case itself, what is approved and the consent's own history rest on something else and stay.

-- Of a case only the referral went, since its consent was withdrawn, by whom; null where all of it went.
alter table erasures add column referral_withdrawn_by text
  constraint referral_withdrawer_is_known check (referral_withdrawn_by in ('patient', 'insurer'));

-- What those concerned may know of it: that it was erased, how much, and when. `entry` is its name in the ledger.
create table referral_erasures (
  entry uuid primary key,
  case_id uuid not null references cases on delete cascade,
  details integer not null,
  attachments integer not null,
  erased_at timestamptz not null default now()
);
create index referral_erasures_by_case on referral_erasures (case_id);

-- What a clinic had received of a referral when it wrote its journal is part of that journal, which it must keep: handed over with the notes,
-- and gone from here with the receipt.
create table journal_enclosures (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null,
  clinic_id uuid not null,
  person_id uuid not null,
  -- A field of the referral, or a file with its kind and name.
  field text,
  kind text,
  name_sealed bytea,
  content_sealed bytea not null,
  entered_at timestamptz not null,
  foreign key (case_id, clinic_id) references journal_handovers on delete cascade,
  constraint enclosure_is_a_field_or_a_file check ((field is null) = (kind is not null and name_sealed is not null))
);
create index journal_enclosures_by_journal on journal_enclosures (case_id, clinic_id);
create index journal_enclosures_by_person on journal_enclosures (person_id);

create function consent_is_withdrawn(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from consent_withdrawals w where w.case_id = of_case)
    and not exists (select from consent_marks m where m.case_id = of_case
      and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id))
$$;
-- A claim, a complaint, a restriction, or a copy that the person has asked for and not been answered about.
create function referral_is_held(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from legal_holds h where h.case_id = of_case and h.lifted_at is null and (h.reason <> 'open-request'
    or exists (select from rights_requests r where r.id = h.id and r."right" in ('access', 'portability'))))
$$;
create function has_referral(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from case_details d where d.case_id = of_case) or exists (select from attachments a where a.case_id = of_case)
$$;
-- Whether there is one, for those concerned who may not read it any more.
create function referral_is_there(of_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select case_is_ours_or_the_patients(of_case) and has_referral(of_case)
$$;

create function enclose_referral_in_journals(of_case uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into journal_handovers (case_id, clinic_id) select distinct n.case_id, n.clinic_id from course_notes n where n.case_id = of_case
    on conflict do nothing;
  insert into journal_enclosures (case_id, clinic_id, person_id, field, content_sealed, entered_at)
    select distinct on (j.clinic_id, d.field) j.case_id, j.clinic_id, c.person_id, d.field, d.value_sealed, d.entered_at
    from journal_handovers j join cases c on c.id = j.case_id join case_details d on d.case_id = j.case_id
    where j.case_id = of_case and exists (select from disclosures g where g.case_id = of_case and g.recipient_id = j.clinic_id
      and g.direction = 'to-clinic' and d.field = any (g.fields))
    order by j.clinic_id, d.field, d.version desc;
  insert into journal_enclosures (case_id, clinic_id, person_id, kind, name_sealed, content_sealed, entered_at)
    select j.case_id, j.clinic_id, a.person_id, a.kind, a.name_sealed, a.content_sealed, a.uploaded_at
    from journal_handovers j join attachments a on a.case_id = j.case_id
    where j.case_id = of_case and exists (select from disclosures g where g.case_id = of_case and g.recipient_id = j.clinic_id
      and g.direction = 'to-clinic' and 'attachments' = any (g.fields));
  -- A receipt from before is not one for these.
  update journal_handovers j set taken_at = null, received_at = null, received_by = null
    where j.case_id = of_case and j.received_at is not null
      and exists (select from journal_enclosures e where e.case_id = j.case_id and e.clinic_id = j.clinic_id);
end $$;

-- Erases what rests on the consent, under the name that the ledger shall know it by. The case's row is locked first: what is being added to
-- the referral at this moment is either seen here or refused when it commits.
create function erase_referral_as(of_case uuid, given uuid, by_kind text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone_details integer;
  gone_files integer;
begin
  perform from cases c where c.id = of_case for update;
  perform enclose_referral_in_journals(of_case);
  delete from idempotency_keys where case_id = of_case;
  delete from case_details where case_id = of_case;
  get diagnostics gone_details = row_count;
  delete from attachments where case_id = of_case;
  get diagnostics gone_files = row_count;
  if gone_details + gone_files = 0 then return false; end if;
  insert into erasures (entry, case_id, because, referral_withdrawn_by) values (given, of_case, 'request', by_kind);
  insert into referral_erasures (entry, case_id, details, attachments) values (given, of_case, gone_details, gone_files);
  return true;
end $$;

-- False while something holds it, when the consent is live, or when there is nothing to erase.
create function erase_referral(of_case uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not consent_is_withdrawn(of_case) or referral_is_held(of_case) then return false; end if;
  return erase_referral_as(of_case, gen_random_uuid(), (select w.withdrawn_by_kind from consent_withdrawals w
    where w.case_id = of_case order by w.withdrawn_at desc limit 1));
end $$;

create function erase_referral_with_its_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform erase_referral(new.case_id);
  return null;
end $$;
create trigger referral_goes_with_its_consent after insert on consent_withdrawals for each row execute function erase_referral_with_its_consent();

-- What was held goes as soon as the last hold is lifted, by a job that writes it into the trail.
create function erase_released_referral_soon() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if consent_is_withdrawn(new.case_id) then
    perform enqueue('erase-referrals', '{}'::jsonb, job_key => 'erase-referrals');
  end if;
  return null;
end $$;
create trigger released_referrals_are_erased_soon after update of lifted_at on legal_holds for each row
  when (old.lifted_at is null and new.lifted_at is not null) execute function erase_released_referral_soon();
create function referrals_to_erase() returns table (case_id uuid, person_id uuid, insurer_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, c.person_id, c.insurer_id from cases c
  where c.id in (select w.case_id from consent_withdrawals w) and has_referral(c.id) and consent_is_withdrawn(c.id) and not referral_is_held(c.id)
  order by c.id
$$;

-- Nothing is added to a referral whose consent is withdrawn, unless the patient agrees again in the same moment.
create function refuse_referral_without_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if consent_is_withdrawn(new.case_id) and has_referral(new.case_id) then
    raise exception 'the consent that this referral rests on is withdrawn' using errcode = '23514', constraint = 'no_referral_after_withdrawal';
  end if;
  return null;
end $$;
create constraint trigger no_referral_after_withdrawal after insert or update on case_details deferrable initially deferred
  for each row execute function refuse_referral_without_consent();
create constraint trigger no_referral_after_withdrawal after insert or update on attachments deferrable initially deferred
  for each row execute function refuse_referral_without_consent();

-- Whoever agrees again agrees to a referral that is there: what was erased is written anew first.
create function refuse_mark_without_referral() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from referral_erasures e where e.case_id = new.case_id) and exists (
    select from cases c join treatment_type_fields f on f.treatment_type = c.treatment_type
    where c.id = new.case_id and f.required and not exists (select from case_details d where d.case_id = c.id and d.field = f.field)) then
    raise exception 'the referral was erased and is not written again' using errcode = '23514', constraint = 'no_mark_without_referral';
  end if;
  return new;
end $$;
create trigger no_mark_without_referral before insert on consent_marks for each row execute function refuse_mark_without_referral();

-- While something holds it, it is stored only: the patient reads it and nobody else.
create policy withdrawn_is_the_patients_alone on case_details as restrictive for select to klinikbro_request
  using ((select current_actor_kind()) = 'patient' or not consent_is_withdrawn(case_id));
create policy withdrawn_is_the_patients_alone on attachments as restrictive for select to klinikbro_request
  using ((select current_actor_kind()) = 'patient' or not consent_is_withdrawn(case_id));

-- With the receipt the clinic has it in its own system.
create function let_go_of_received_enclosures() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from journal_enclosures e where e.case_id = new.case_id and e.clinic_id = new.clinic_id;
  return null;
end $$;
create trigger enclosures_go_with_the_receipt after update of received_at on journal_handovers for each row
  when (new.received_at is not null) execute function let_go_of_received_enclosures();

-- In a database from before the withdrawal: takes the consent back again, and what rested on it. False when it is done already. Only the owner may.
create function replay_referral_erasure(given uuid, of_case uuid, by_kind text, withdrawn_at timestamptz) returns boolean
language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select from erasures e where e.entry = given) then return false; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  if not erase_referral_as(of_case, given, by_kind) then
    insert into erasures (entry, case_id, because, referral_withdrawn_by) values (given, of_case, 'request', by_kind);
  end if;
  insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_at)
    select m.id, m.case_id, by_kind, replay_referral_erasure.withdrawn_at from consent_marks m
    where m.case_id = of_case and m.marked_at <= replay_referral_erasure.withdrawn_at
      and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id);
  return true;
end $$;

revoke execute on function enclose_referral_in_journals, erase_referral_as, erase_referral, erase_referral_with_its_consent, erase_released_referral_soon,
  referrals_to_erase, refuse_referral_without_consent, refuse_mark_without_referral, let_go_of_received_enclosures, replay_referral_erasure,
  consent_is_withdrawn, has_referral, referral_is_held, referral_is_there from public;
grant execute on function consent_is_withdrawn, referral_is_held, referral_is_there to klinikbro_request;
grant execute on function erase_referral, referrals_to_erase to klinikbro_worker;

alter table referral_erasures enable row level security;
alter table journal_enclosures enable row level security;
create policy erasures_of_referrals_are_known_to_person_and_insurer on referral_erasures for select to klinikbro_request
  using (case_is_ours_or_the_patients(case_id));
create policy enclosures_are_the_clinics_own on journal_enclosures for select to klinikbro_request using (clinic_id = (select current_organisation()));
create policy person_knows_of_enclosures on journal_enclosures for select to klinikbro_request using (person_id = (select current_person()));
grant select on referral_erasures, journal_enclosures to klinikbro_request;
create trigger referral_erasures_are_append_only before update or delete on referral_erasures for each row execute function refuse_change();
create constraint trigger audited after insert on referral_erasures deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on journal_enclosures deferrable initially deferred for each row execute function require_audit_event();

-- Each erasure has a name of its own, by which the ledger outside the database knows it too (docs/adr: erasure reaches the backups).
alter table erasures add column entry uuid not null default gen_random_uuid() constraint erasure_is_entered_once unique;

-- The ledger outside is written by a job, so that only what was committed comes into it. Many erasures of one moment are one job.
create function note_erasures_soon() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform enqueue('note-erasures', '{}'::jsonb, job_key => 'note-erasures');
  return null;
end $$;
create trigger erasures_are_noted_outside after insert on erasures for each statement execute function note_erasures_soon();

-- A database that came back from a backup. Until its erasures are done again nobody is served.
create table restores (
  id uuid primary key default gen_random_uuid(),
  backup_taken_at timestamptz not null,
  restored_at timestamptz not null default now(),
  replayed_at timestamptz,
  erasures_replayed integer,
  constraint replay_is_counted check ((replayed_at is null) = (erasures_replayed is null))
);
alter table restores enable row level security;
create policy worker_asks_before_serving on restores for select to klinikbro_worker using (true);
grant select on restores to klinikbro_worker;

-- Makes a restored database forget again what the ledger says was forgotten: the case, and the person with every case that this backup
-- still has of them. False when it is done already. Only the owner may.
create function replay_erasure(given uuid, of_case uuid, of_person uuid) returns boolean
language plpgsql set search_path = public, pg_temp as $$
declare remaining uuid;
begin
  if exists (select from erasures e where e.entry = given) then return false; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  for remaining in select c.id from cases c where c.id = of_case or c.person_id = of_person loop
    perform erase_case(remaining, 'replay', null);
    -- Entered below, under the name that the ledger knows it by.
    delete from erasures e where e.case_id = remaining and e.because = 'replay' and remaining = of_case;
  end loop;
  delete from patients p where p.person_id = of_person;
  if exists (select from persons p where p.id = of_person and p.erased_at is null) then perform forget_person(of_person); end if;
  insert into erasures (entry, case_id, person_id, because) values (given, of_case, of_person, 'replay');
  return true;
end $$;
revoke execute on function replay_erasure, note_erasures_soon from public;

-- Key-encryption epochs that are on their way out: nothing may be sealed under one any more, also not by a process that has not heard of it.
create table retired_epochs (
  epoch integer primary key,
  retired_at timestamptz not null default now()
);
alter table retired_epochs enable row level security;

create function refuse_retired_epoch() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  given bytea;
  of_key integer;
  column_name text;
begin
  if tg_nargs = 0 then
    of_key := new.epoch;
    if exists (select from retired_epochs r where r.epoch = of_key) and new.wrapped is not null then
      raise exception 'epoch % is retired', of_key using errcode = '23514', constraint = 'nothing_is_sealed_under_a_retired_epoch';
    end if;
    return new;
  end if;
  foreach column_name in array tg_argv loop
    execute format('select substring(($1).%I from 1 for 4)', column_name) into given using new;
    if exists (select from retired_epochs r where int4send(r.epoch) = given) then
      raise exception 'a retired epoch in %', tg_table_name using errcode = '23514', constraint = 'nothing_is_sealed_under_a_retired_epoch';
    end if;
  end loop;
  return new;
end $$;
revoke execute on function refuse_retired_epoch from public;
create trigger no_retired_epoch before insert or update of epoch, wrapped on person_keys for each row execute function refuse_retired_epoch();
create trigger no_retired_epoch before insert or update of secret_sealed on user_totp for each row execute function refuse_retired_epoch('secret_sealed');
create trigger no_retired_epoch before insert or update of name_sealed, company_sealed, phone_sealed, email_sealed, message_sealed on leads for each row
  execute function refuse_retired_epoch('name_sealed', 'company_sealed', 'phone_sealed', 'email_sealed', 'message_sealed');
create trigger no_retired_epoch before insert or update of text_sealed on lead_answers for each row execute function refuse_retired_epoch('text_sealed');
create trigger no_retired_epoch before insert or update of content_sealed on case_import_files for each row execute function refuse_retired_epoch('content_sealed');
create trigger no_retired_epoch before insert or update of eid_sealed on web_sessions for each row execute function refuse_retired_epoch('eid_sealed');
create trigger no_retired_epoch before insert or update of attempt_sealed on eid_attempts for each row execute function refuse_retired_epoch('attempt_sealed');

-- What somebody without an account had erased of their own came back with a backup from before. It has a line in the ledger too now.
alter table revocations drop constraint revocation_is_known, add constraint revocation_is_known
  check (what in ('access', 'role', 'password', 'passkey', 'api-access', 'consent', 'use-of-case', 'enquiry'));
create or replace function note_revocation() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  case tg_argv[0]
    when 'access' then insert into revocations (what, subject) values ('access', new.user_id);
    when 'role' then insert into revocations (what, subject, detail) values ('role', old.user_id, old.role);
    when 'password' then insert into revocations (what, subject) values ('password', new.user_id);
    when 'passkey' then insert into revocations (what, subject, detail) values ('passkey', old.user_id, old.credential_id);
    when 'api-access' then insert into revocations (what, subject) values ('api-access', new.id);
    when 'consent' then insert into revocations (what, subject, detail) values ('consent', new.consent_mark_id, new.withdrawn_by_kind);
    when 'use-of-case' then insert into revocations (what, subject, detail) values ('use-of-case', new.case_id, new.because);
    when 'enquiry' then insert into revocations (what, subject) values ('enquiry', old.id);
  end case;
  return null;
end $$;
create trigger end_is_noted after delete on leads for each row execute function note_revocation('enquiry');

-- Ends again what the ledger says was ended. 'done', 'known' when this database had it already, 'not-here' when it never heard of the subject,
-- and 'by-hand' for a restriction: the request behind it was lost with the backup's age, and a person must decide. Only the owner may.
create or replace function replay_revocation(given uuid, ended text, of_subject uuid, which text, at timestamptz) returns text
language plpgsql set search_path = public, pg_temp as $$
declare
  outcome text := 'done';
begin
  if exists (select from revocations r where r.entry = given) then return 'known'; end if;
  perform append_audit_event('erasure.replay', jsonb_build_object('operation', 'erasure.replay',
    'actor', jsonb_build_object('kind', 'system', 'task', 'restore'), 'result', 'done', 'detail', jsonb_build_object('entry', given),
    'timestamp', now())::text, null, null, null);
  case ended
    when 'access' then
      insert into user_removals (user_id, removed_at) select u.id, at from users u where u.id = of_subject on conflict do nothing;
    when 'role' then
      -- An administrator who alone is left keeps the role, so that somebody can give it on.
      delete from user_roles r where r.user_id = of_subject and r.role = which and r.granted_at < at and (r.role <> 'administrator' or exists (
        select from user_roles o where o.organisation_id = r.organisation_id and o.role = 'administrator' and o.user_id <> r.user_id
          and not exists (select from user_removals x where x.user_id = o.user_id)));
    when 'password' then
      delete from user_passwords p where p.user_id = of_subject and p.set_at < at;
    when 'passkey' then
      delete from user_passkeys p where p.user_id = of_subject and p.credential_id = which;
    when 'api-access' then
      update api_clients set revoked_at = at where id = of_subject and revoked_at is null;
    when 'consent' then
      insert into consent_withdrawals (consent_mark_id, case_id, withdrawn_by_kind, withdrawn_at)
        select m.id, m.case_id, which, at from consent_marks m
        where m.id = of_subject and not exists (select from consent_withdrawals w where w.consent_mark_id = m.id);
    when 'enquiry' then
      delete from leads where id = of_subject;
    when 'use-of-case' then
      outcome := case when exists (select from cases c where c.id = of_subject) and not case_is_restricted(of_subject) then 'by-hand' else 'not-here' end;
  end case;
  if not found and outcome = 'done' then outcome := 'not-here'; end if;
  -- What the triggers have just noted of this is the same end, under the name that the ledger knows it by.
  delete from revocations r where r.what = ended and r.subject = of_subject and r.detail is not distinct from which
    and r.revoked_at >= coalesce((select max(b.restored_at) from restores b where b.replayed_at is null), now());
  insert into revocations (entry, what, subject, detail, revoked_at) values (given, ended, of_subject, which, at);
  return outcome;
end $$;

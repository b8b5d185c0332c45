-- A restricted case is stored (GDPR art. 18): it is not swept away either, until the restriction is lifted. An erasure that the person asked
-- for is the exception: it restricts only until it is carried out.
alter table legal_holds drop constraint hold_reason_is_known,
  add constraint hold_reason_is_known check (reason in ('complaint', 'claim', 'open-request', 'supervision', 'restriction'));
create function hold_restricted_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.because = 'erasure' then return null; end if;
  if tg_op = 'INSERT' then
    insert into legal_holds (id, case_id, reason, placed_at) values (new.id, new.case_id, 'restriction', new.restricted_at);
  elsif new.lifted_at is not null then
    update legal_holds set lifted_at = new.lifted_at where id = new.id and lifted_at is null;
  end if;
  return null;
end $$;
create trigger restricted_cases_are_held after insert or update on case_restrictions for each row execute function hold_restricted_case();

-- Erasing a case or sweeping old requests looks these up.
create index case_restrictions_by_case on case_restrictions (case_id);
create index case_restrictions_by_request on case_restrictions (request_id);

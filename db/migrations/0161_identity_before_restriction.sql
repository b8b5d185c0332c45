-- A restriction calls visits off and takes a clinic's sight: nobody does that in somebody else's name. As for every other step of a request.
create function refuse_unidentified_restriction() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from rights_identity_checks i where i.request_id = new.request_id) then
    raise exception 'nobody has checked who asks' using errcode = '23514', constraint = 'no_restriction_without_identity';
  end if;
  return new;
end $$;
revoke execute on function refuse_unidentified_restriction from public;
create trigger no_restriction_without_identity before insert on case_restrictions for each row execute function refuse_unidentified_restriction();

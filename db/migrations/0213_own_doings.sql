-- What a member of staff did is theirs to see (GDPR art. 15), found by their account; and what was done with their account.
create function actor_user_of(event text) returns text language sql immutable parallel safe as $$ select event::jsonb #>> '{actor,userId}' $$;
create function log_in_user_of(event text) returns text language sql immutable parallel safe as $$ select event::jsonb #>> '{detail,userId}' $$;
create function user_object_of(event text) returns text language sql immutable parallel safe as $$
  select case when event::jsonb #>> '{object,type}' = 'user' then event::jsonb #>> '{object,id}' end
$$;
create index audit_events_by_doer on audit_events (actor_user_of(event), at desc) where event is not null and actor_user_of(event) is not null;
create index audit_events_of_log_ins on audit_events (log_in_user_of(event), at desc) where event is not null and action in ('log-in.staff', 'password.reset', 'invitation.accept');
create index audit_events_about_users on audit_events (user_object_of(event), at desc) where event is not null and action like 'user.%';

-- One's own doings without whom they concerned: what is known of patients is theirs, not a colleague's to take home (art. 15(4)).
create function own_doings(latest integer) returns table (at timestamptz, action text, activity text, purpose text, result text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.action, e.event::jsonb ->> 'processing_activity_id', e.event::jsonb ->> 'purpose', e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and actor_user_of(e.event) is not null and actor_user_of(e.event) = current_user_id()::text
  order by e.at desc limit latest
$$;
create function own_log_ins(latest integer) returns table (at timestamptz, action text, step text, result text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.action, e.event::jsonb #>> '{detail,step}', e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and e.action in ('log-in.staff', 'password.reset', 'invitation.accept')
    and log_in_user_of(e.event) = current_user_id()::text order by e.at desc limit latest
$$;
create function done_with_own_account(latest integer) returns table (at timestamptz, action text, result text)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.at, e.action, e.event::jsonb ->> 'result'
  from audit_events e where e.event is not null and e.action like 'user.%' and user_object_of(e.event) = current_user_id()::text
    and actor_user_of(e.event) is distinct from current_user_id()::text order by e.at desc limit latest
$$;
revoke execute on function own_doings, own_log_ins, done_with_own_account from public;
grant execute on function own_doings, own_log_ins, done_with_own_account to klinikbro_request;

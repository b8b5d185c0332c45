-- When the service is looked after (T19.7): announced beforehand, told to everybody, and maybe closed to changes meanwhile. About nobody.
create table maintenance_windows (
  id uuid primary key,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The time that it really takes: all of it, less when it was ended early, none when it was called off. Kept by the triggers below.
  occupies tstzrange not null,
  read_only boolean not null,
  text_da text not null constraint window_is_explained_in_danish check (length(text_da) between 1 and 300),
  text_en text not null constraint window_is_explained_in_english check (length(text_en) between 1 and 300),
  announced_by uuid not null references users,
  announced_at timestamptz not null,
  constraint window_ends_after_it_starts check (ends_at > starts_at),
  constraint window_is_announced_before_it_starts check (announced_at < starts_at + interval '1 minute'),
  constraint window_occupies_no_more_than_announced check (occupies <@ tstzrange(starts_at, ends_at)),
  constraint windows_never_overlap exclude using gist (occupies with &&)
);

-- Called off before it started, or ended early. Once, and never undone: announce another.
create table maintenance_endings (
  window_id uuid primary key references maintenance_windows,
  ended_at timestamptz not null,
  ended_by uuid not null references users
);

create function window_occupies_what_it_announces() returns trigger language plpgsql as $$
begin
  new.occupies := case when new.ends_at > new.starts_at then tstzrange(new.starts_at, new.ends_at) else 'empty' end;
  return new;
end $$;
create trigger occupies before insert on maintenance_windows for each row execute function window_occupies_what_it_announces();

create function ending_shortens_its_window() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update maintenance_windows w set occupies = tstzrange(w.starts_at, greatest(w.starts_at, new.ended_at))
    where w.id = new.window_id and new.ended_at < w.ends_at and new.ended_at >= w.announced_at;
  if not found then
    raise exception 'the window is over' using errcode = '23514', constraint = 'only_a_window_to_come_is_ended';
  end if;
  return null;
end $$;
revoke execute on function ending_shortens_its_window from public;
create trigger shortens after insert on maintenance_endings for each row execute function ending_shortens_its_window();
create trigger endings_stand before update or delete on maintenance_endings for each row execute function refuse_change();
create trigger windows_stand before delete on maintenance_windows for each row execute function refuse_change();

alter table maintenance_windows enable row level security;
alter table maintenance_endings enable row level security;

create policy windows_are_told_to_all on maintenance_windows for select to klinikbro_request, klinikbro_worker using (true);
create policy operator_announces_windows on maintenance_windows for insert to klinikbro_request
  with check ((select current_actor_kind()) = 'operator' and announced_by = (select current_user_id()));
create policy operator_reads_endings on maintenance_endings for select to klinikbro_request using ((select current_actor_kind()) = 'operator');
create policy operator_ends_windows on maintenance_endings for insert to klinikbro_request
  with check ((select current_actor_kind()) = 'operator' and ended_by = (select current_user_id()));

grant select (id, starts_at, ends_at, occupies, read_only, text_da, text_en, announced_at) on maintenance_windows to klinikbro_request, klinikbro_worker;
grant insert on maintenance_windows to klinikbro_request;
grant select, insert on maintenance_endings to klinikbro_request;

create constraint trigger audited after insert on maintenance_windows deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on maintenance_endings deferrable initially deferred for each row execute function require_audit_event();

-- Whether mail and SMS go out, for the status page: yes or no, and nothing of what waits.
create function messages_go_out() returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return not exists (
    select from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier like 'send-%' and (
      (j.attempts >= j.max_attempts and j.locked_at is null and j.updated_at > now() - interval '1 day')
      or (j.attempts < j.max_attempts and j.locked_at is null and j.created_at < now() - interval '15 minutes' and j.run_at < now() - interval '15 minutes')));
end $$;
revoke execute on function messages_go_out from public;
grant execute on function messages_go_out to klinikbro_request;

-- Requests about rights by those who are no patients here: staff, and people who wrote to the operator. They are requests like the others, with
-- the same steps, deadlines and checks; who asks and in which words stands beside them.

-- Whoever came by a link that was mailed to them is known by the blind index of that address, for one transaction.
create function current_enquirer() returns bytea language sql stable as $$ select decode(nullif(current_setting('app.enquirer', true), ''), 'hex') $$;

create table direct_requests (
  request_id uuid primary key references rights_requests on delete cascade,
  asker text not null constraint direct_asker_is_known check (asker in ('staff', 'enquirer')),
  user_id uuid references users on delete set null,
  enquirer_index bytea constraint enquirer_index_is_hmac check (length(enquirer_index) = 32),
  -- Where the answer goes when there is no account.
  email_sealed bytea,
  -- What the person writes, as JSON: what is wrong and what it should be.
  words_sealed bytea,
  language text not null constraint direct_language_is_known check (language in ('da', 'en')),
  -- The activity of the policy that it is about.
  activity text not null,
  lead_id uuid references leads on delete set null,
  constraint staff_ask_by_account check (asker = 'staff' or user_id is null),
  constraint enquirers_ask_by_address check ((asker = 'enquirer') = (enquirer_index is not null))
);
create index direct_requests_by_user on direct_requests (user_id) where user_id is not null;
create index direct_requests_by_enquirer on direct_requests (enquirer_index) where enquirer_index is not null;
create trigger direct_requests_are_append_only before update on direct_requests for each row
  when (new.asker <> old.asker or new.activity <> old.activity or new.enquirer_index is distinct from old.enquirer_index) execute function refuse_change();

-- What the person is told with a step of the request.
create table direct_notes (
  id uuid primary key,
  request_id uuid not null,
  state text not null,
  text_sealed bytea not null,
  constraint note_belongs_to_a_step foreign key (request_id, state) references rights_request_states (request_id, state) on delete cascade,
  constraint one_note_for_each_step unique (request_id, state)
);

-- Article 18: while a row without an end stands here, the account or the enquiry is stored only.
create table direct_restrictions (
  id uuid primary key,
  request_id uuid not null references rights_requests on delete cascade,
  user_id uuid references users on delete cascade,
  lead_id uuid references leads on delete cascade,
  because text not null constraint direct_restriction_reason_is_known check (because in ('restriction', 'objection')),
  restricted_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid references users,
  constraint restriction_is_of_one_thing check (num_nonnulls(user_id, lead_id) = 1)
);
create index direct_restrictions_by_request on direct_restrictions (request_id);
create index direct_restrictions_of_users on direct_restrictions (user_id) where user_id is not null and lifted_at is null;
create index direct_restrictions_of_leads on direct_restrictions (lead_id) where lead_id is not null and lifted_at is null;
create trigger no_restriction_without_identity before insert on direct_restrictions for each row execute function refuse_unidentified_restriction();

create constraint trigger audited after insert on direct_requests deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert on direct_notes deferrable initially deferred for each row execute function require_audit_event();
create constraint trigger audited after insert or update on direct_restrictions deferrable initially deferred for each row execute function require_audit_event();

-- A log-in with a second factor and a link to the person's own address vouch for who asks as eID does for patients (T3.1).
alter table rights_identity_checks drop constraint identity_means_is_known, drop constraint staff_check_names_who;
alter table rights_identity_checks
  add constraint identity_means_is_known check (means in ('eid', 'log-in', 'mail-link', 'in-person', 'call-back', 'letter')),
  add constraint staff_check_names_who check ((means in ('eid', 'log-in', 'mail-link')) = (checked_by is null));
alter table rights_request_states drop constraint rights_author_is_known;
alter table rights_request_states add constraint rights_author_is_known check (by_kind in ('patient', 'staff', 'enquirer', 'system'));

-- Nobody decides on what they asked for themselves.
create function refuse_own_answer() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.state in ('granted', 'refused', 'extended', 'lifted') and exists (
      select from direct_requests d where d.request_id = new.request_id and d.user_id is not null and d.user_id = new.by_user) then
    raise exception 'nobody answers their own request' using errcode = '23514', constraint = 'nobody_answers_their_own_request';
  end if;
  return new;
end $$;
create trigger nobody_answers_their_own_request before insert on rights_request_states for each row execute function refuse_own_answer();

create function operator_organisation() returns uuid language sql stable security definer set search_path = public, pg_temp as $$
  select o.id from organisations o where o.kind = 'operator' order by o.created_at, o.id limit 1
$$;
-- Whether somebody else in the asker's organisation can decide.
create function another_administrator_is_here() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from user_roles r where r.organisation_id = current_organisation() and r.role = 'administrator' and r.user_id <> current_user_id()
    and not exists (select from user_removals x where x.user_id = r.user_id))
$$;
-- What colleagues ask is for those who answer, not for everybody in the house.
create function we_answer_requests() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from user_roles r where r.user_id = current_user_id() and r.role = 'administrator')
$$;
create function we_answer_enquirers() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select current_actor_kind() = 'operator' and exists (select from user_roles r where r.user_id = current_user_id() and r.role in ('administrator', 'support'))
$$;
create function request_is_to_us(of_request uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from rights_requests r where r.id = of_request and r.controller_id = current_organisation())
$$;
create function we_asked(of_request uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from direct_requests d where d.request_id = of_request
    and (d.user_id = current_user_id() or (current_enquirer() is not null and d.enquirer_index = current_enquirer())))
$$;
create function account_is_restricted(of_user uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from direct_restrictions r where r.user_id = of_user and r.lifted_at is null)
$$;
create function lead_is_restricted(of_lead uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from direct_restrictions r where r.lead_id = of_lead and r.lifted_at is null)
$$;

alter table direct_requests enable row level security;
alter table direct_notes enable row level security;
alter table direct_restrictions enable row level security;

-- A request of this kind goes to the asker's own organisation or to the operator, and to nobody else.
create policy others_ask on rights_requests for insert to klinikbro_request with check (person_id is null and case_id is null
  and ((current_user_id() is not null and controller_id in (current_organisation(), operator_organisation()))
    or (current_enquirer() is not null and controller_id = operator_organisation())));
create policy others_follow_own_requests on rights_requests for select to klinikbro_request using (person_id is null and we_asked(id));
create policy others_are_known_by_their_way_in on rights_identity_checks for insert to klinikbro_request with check (checked_by is null and exists (
  select from direct_requests d where d.request_id = rights_identity_checks.request_id
    and ((means = 'log-in' and d.user_id = current_user_id()) or (means = 'mail-link' and d.enquirer_index = current_enquirer()))));
-- What an enquirer corrects or erases is done when they ask: the request only tells of it.
create policy others_begin_their_requests on rights_request_states for insert to klinikbro_request with check (
  (state in ('received', 'identified', 'routed') and we_asked(request_id))
  or (by_kind = 'enquirer' and state in ('granted', 'carried-out') and current_enquirer() is not null and exists (
    select from rights_requests r where r.id = request_id and r."right" in ('rectification', 'erasure') and we_asked(r.id))));

-- What an enquirer asks about is something that they wrote: they see nothing else.
create policy others_say_who_they_are on direct_requests for insert to klinikbro_request with check (
  (asker = 'staff' and user_id = current_user_id() and lead_id is null)
  or (asker = 'enquirer' and enquirer_index = current_enquirer() and (lead_id is null or exists (select from leads l where l.id = lead_id))));
create policy others_read_what_they_asked on direct_requests for select to klinikbro_request
  using (user_id = current_user_id() or enquirer_index = current_enquirer());
create policy administrators_read_what_is_asked on direct_requests for select to klinikbro_request using (request_is_to_us(request_id)
  and case asker when 'staff' then we_answer_requests() else we_answer_enquirers() end);
create policy worker_writes_to_askers on direct_requests for select to klinikbro_worker using (true);
create policy notes_follow_their_request on direct_notes for select to klinikbro_request
  using (exists (select from direct_requests d where d.request_id = direct_notes.request_id));
create policy controller_tells_the_asker on direct_notes for insert to klinikbro_request with check (request_is_to_us(request_id)
  and exists (select from direct_requests d where d.request_id = direct_notes.request_id));
create policy worker_sends_notes on direct_notes for select to klinikbro_worker using (true);
create policy restrictions_follow_their_request on direct_restrictions for select to klinikbro_request
  using (exists (select from direct_requests d where d.request_id = direct_restrictions.request_id));
create policy accounts_and_enquiries_are_restricted_on_a_request on direct_restrictions for insert to klinikbro_request
  with check (exists (select from direct_requests d where d.request_id = direct_restrictions.request_id
    and (direct_restrictions.user_id is null or d.user_id = direct_restrictions.user_id)
    and (direct_restrictions.lead_id is null or d.lead_id = direct_restrictions.lead_id)));
create policy controller_lifts_what_it_restricted on direct_restrictions for update to klinikbro_request using (request_is_to_us(request_id)
  and exists (select from direct_requests d where d.request_id = direct_restrictions.request_id));
create policy worker_knows_direct_restrictions on direct_restrictions for select to klinikbro_worker using (true);

grant select, insert on direct_requests, direct_notes, direct_restrictions to klinikbro_request;
grant update (lifted_at, lifted_by) on direct_restrictions to klinikbro_request;
grant select on direct_requests, direct_notes, direct_restrictions to klinikbro_worker;
revoke execute on function refuse_own_answer, operator_organisation, another_administrator_is_here, we_answer_requests, we_answer_enquirers,
  request_is_to_us, we_asked, account_is_restricted, lead_is_restricted from public;
grant execute on function operator_organisation, another_administrator_is_here, we_answer_requests, we_answer_enquirers,
  request_is_to_us, we_asked, account_is_restricted, lead_is_restricted to klinikbro_request;
grant execute on function account_is_restricted, lead_is_restricted to klinikbro_worker;

-- Writes the value that a member of staff asked to have corrected, and no other: by whoever answers that request, for whoever made it.
create function correct_what_was_asked(of_request uuid, value text) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
declare
  asked record;
begin
  select r.field, d.user_id into asked from rights_requests r join direct_requests d on d.request_id = r.id
    where r.id = of_request and r."right" = 'rectification' and d.user_id is not null and r.controller_id = current_organisation()
      and d.user_id <> current_user_id() and we_answer_requests();
  if asked.field = 'email' then
    update users set email = value where id = asked.user_id and not exists (select from user_removals x where x.user_id = asked.user_id);
  elsif asked.field = 'practitioner-name' then
    update practitioners set name = value where user_id = asked.user_id;
  elsif asked.field = 'authorisation-id' then
    update practitioners set authorisation_id = value where user_id = asked.user_id;
  else
    return false;
  end if;
  return found;
end $$;
revoke execute on function correct_what_was_asked from public;
grant execute on function correct_what_was_asked to klinikbro_request;

create trigger no_retired_epoch before insert or update of words_sealed, email_sealed on direct_requests for each row
  execute function refuse_retired_epoch('words_sealed', 'email_sealed');
create trigger no_retired_epoch before insert or update of text_sealed on direct_notes for each row execute function refuse_retired_epoch('text_sealed');

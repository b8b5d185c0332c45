-- A restriction whose controller has left would keep its case closed, and unerased, for ever: nobody else can lift it. Its patient is told the day
-- on which it ends (GDPR art. 18(3)); without that day it ends by nobody's decision.
alter table case_restrictions
  add column ends_on date,
  add constraint restriction_ends_by_itself_as_announced check (lifted_at is null or lifted_by is not null
    or ((lifted_at at time zone 'Europe/Copenhagen')::date >= ends_on) is true) not valid;
create policy worker_ends_restrictions_of_who_left on case_restrictions for update to klinikbro_worker
  using (exists (select from rights_requests r join agreement_effects e on e.organisation_id = r.controller_id where r.id = request_id));
grant update (ends_on, lifted_at) on case_restrictions to klinikbro_worker;
drop policy worker_carries_out on rights_request_states;
create policy worker_carries_out on rights_request_states for all to klinikbro_worker using (true) with check (state in ('carried-out', 'lifted'));

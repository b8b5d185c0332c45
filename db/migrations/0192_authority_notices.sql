-- Article 19 for authorities: they have no account here, so whoever told one must tell it again, and notes that it did. The name stays when the
-- line of the ledger goes with an erased case, so that what is still to be told is not forgotten with it.
create table authority_notices (
  id uuid primary key,
  request_id uuid not null references rights_requests on delete cascade,
  disclosure_id uuid references disclosures on delete set null,
  authority text not null,
  disclosed_at timestamptz not null,
  raised_at timestamptz not null default now(),
  told_at timestamptz,
  told_by uuid references users,
  constraint notice_is_told_by_somebody check ((told_at is null) = (told_by is null)),
  constraint authority_is_to_be_told_once unique (request_id, disclosure_id)
);
create index authority_notices_by_disclosure on authority_notices (disclosure_id);
alter table authority_notices enable row level security;
create policy notices_follow_their_request on authority_notices for select to klinikbro_request
  using (exists (select from rights_requests r where r.id = request_id));
create policy controller_has_authorities_to_tell on authority_notices for insert to klinikbro_request
  with check (told_at is null and exists (select from rights_requests r where r.id = request_id and r.controller_id = current_organisation()));
-- Told is told: nobody takes it back or notes it twice.
create policy controller_notes_once_that_it_told on authority_notices for update to klinikbro_request
  using (told_at is null and exists (select from rights_requests r where r.id = request_id and r.controller_id = current_organisation()))
  with check (told_by = current_user_id());
grant select, insert on authority_notices to klinikbro_request;
grant update (told_at, told_by) on authority_notices to klinikbro_request;

-- A notice to staff goes to a colleague, or to the organisation's own address when nobody in particular is meant.
alter table notifications
  add column user_id uuid references users,
  add column organisation_id uuid references organisations,
  add constraint notification_has_one_receiver check ((person_id is null) <> (organisation_id is null));

create policy organisation_sees_its_notices on notifications for select to klinikbro_request using (organisation_id = current_organisation());

-- Who has left is not written to.
create policy worker_reads_removals on user_removals for select to klinikbro_worker using (true);
grant select on user_removals to klinikbro_worker;

-- The question put to a passkey waits in the session it was asked in, until it is answered once or its minutes are over.
alter table web_sessions
  add column passkey_challenge text,
  add column passkey_challenge_until timestamptz;

-- The job that mails a reset link makes its token itself, so that no queue ever holds one; it must know who is gone.
create policy worker_knows_removals on user_removals for select to klinikbro_worker using (true);
grant select on user_removals to klinikbro_worker;
grant insert on password_resets to klinikbro_worker;
